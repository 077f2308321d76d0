from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.answers import AnswerKind
from coach.domain.conflict import Analysis, Heard, Match
from coach.domain.stages import Side, Stage
from coach.errors import QuestionError
from coach.services.boundaries import Boundary
from coach.services.conflicts.mediating import NoQuarrel, stage_of
from tests.quarrels import OTHER, QUARREL, TODAY, mediating

TEXT = """Anna (Sales): The leads you sent on Monday are junk. 12 of 20 were students.
Ben (Marketing): You never call them. We handed over 40 leads in May."""
LIKE = Match(QUARREL.id, 0.7)


def analysed(text: str = TEXT, side: Side | None = None, note: str = "") -> Analysis:
    outcome = mediating(LIKE, Match(OTHER.id, 0.2)).mediate(text, side, TODAY, note)
    assert isinstance(outcome, Analysis)
    return outcome


def test_where_no_word_is_beyond_doubt_a_person_may_say_it_is_about_work() -> None:
    boundary = Boundary(AnswerKind.HANDOVER, "bullying", "Please talk to somebody.")
    asked = mediating(LIKE, boundary=boundary)

    assert asked.mediate(TEXT, None, TODAY) is boundary
    assert isinstance(asked.mediate(TEXT, None, TODAY, QUARREL.id), Analysis)


def test_a_sure_boundary_goes_before_everything_even_a_chosen_pattern() -> None:
    boundary = Boundary(AnswerKind.HANDOVER, "threat", "Please talk to somebody.", is_sure=True)

    assert mediating(LIKE, boundary=boundary).mediate(TEXT, None, TODAY, OTHER.id) is boundary


def test_what_matches_nothing_is_no_quarrel() -> None:
    assert isinstance(mediating().mediate(TEXT, None, TODAY), NoQuarrel)


def test_a_note_that_is_gone_from_the_playbook_matches_nothing() -> None:
    assert isinstance(mediating(Match("gone", 0.9)).mediate(TEXT, None, TODAY), NoQuarrel)


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 50_001])
def test_nothing_to_read_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(QuestionError):
        mediating(LIKE).mediate(text, None, TODAY)


TEXTS = st.sampled_from([TEXT, "Our leads are junk, 12 of 20.", "Sales: You never call, not once!"])
ASKING = st.sampled_from([None, Side.SALES, Side.MARKETING, Side.OTHER])


@given(text=TEXTS, one=ASKING, another=ASKING)
def test_whose_side_one_is_on_changes_the_words_and_the_marks_of_a_guess_alone(
    text: str, one: Side | None, another: Side | None
) -> None:
    def bare(side: Side | None) -> Analysis:
        found = analysed(text, side)
        sales, marketing = (
            replace(view, is_guess=False, ask=()) for view in (found.sales, found.marketing)
        )
        words = replace(found.words, message="", rewrite=None)
        return replace(found, sales=sales, marketing=marketing, words=words, warnings=())

    assert bare(one) == bare(another)


@given(text=st.text(min_size=1, max_size=300).map(lambda text: f"Leads: {text} on Monday we met."))
def test_every_quote_of_an_analysis_stands_in_what_was_pasted(text: str) -> None:
    engine = mediating(LIKE)
    found = engine.mediate(text, None, TODAY)
    assert isinstance(found, Analysis)
    read = engine.matching.seen[0].text  # type: ignore[attr-defined]

    for told in (*found.said, *found.disputed):
        assert read[told.quote.start : told.quote.end] == told.quote.text


def test_a_chosen_pattern_goes_first_and_the_others_stay() -> None:
    found = analysed(note=OTHER.id)

    assert [match.note for match in found.patterns] == [OTHER.id, QUARREL.id]
    assert found.meeting is OTHER.meeting


def test_a_side_that_was_not_heard_is_a_guess_with_its_questions() -> None:
    found = analysed("Anna (Sales): The leads are junk.\nTom (Sales): 12 of 20 were students.")

    assert found.heard is Heard.SALES
    assert (found.sales.is_guess, found.marketing.is_guess) == (False, True)
    assert found.marketing.ask == QUARREL.ask_marketing
    assert found.sales.ask == ()


def test_who_pastes_a_text_without_speakers_counts_as_heard() -> None:
    found = analysed("The leads are junk, 12 of 20 were students.", Side.MARKETING)

    assert (found.sales.is_guess, found.marketing.is_guess) == (True, False)


def test_a_view_is_how_a_side_sees_it_apart_from_what_it_needs() -> None:
    view = analysed().sales

    assert view.view == "A rep who rings five students stops ringing the sixth."
    assert view.needs == "Selling hours for people who buy. Sales needs a way to say no."


def test_the_step_is_the_notes_first_with_its_day_and_both_owners() -> None:
    step = analysed().step

    assert step.what == "List five leads that nobody called."
    assert (step.sales_owner, step.marketing_owner) == ("head of sales", "head of marketing")
    assert step.by == date(2026, 12, 2)  # the next Wednesday


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_the_step_leaves_at_least_a_day_to_do_it(today: date) -> None:
    found = mediating(LIKE).mediate(TEXT, None, today)

    assert isinstance(found, Analysis)
    assert timedelta(2) <= found.step.by - today <= timedelta(8)


def test_a_message_in_english_quotes_no_other_language() -> None:
    german = "Am Montag waren 22 von 30 Kontakten Studenten."
    found = mediating(LIKE, language="de").mediate(german, Side.SALES, TODAY)

    assert isinstance(found, Analysis)
    assert "Montag" not in found.words.message


def test_the_passages_behind_the_analysis_are_cited_in_their_order() -> None:
    cited = analysed().citations

    assert [c.n for c in cited] == list(range(1, len(cited) + 1))
    assert cited[0].heading == "Likely cause"
    assert {c.note for c in cited} == {QUARREL.id}


@pytest.mark.parametrize(
    ("stages", "stage"),
    [
        ((Stage.ALIGNED, Stage.DEFINED), Stage.DEFINED),
        ((), None),
        (tuple(Stage), None),
    ],
)
def test_the_stage_is_the_earliest_at_which_the_quarrel_is_at_home(
    stages: tuple[Stage, ...], stage: Stage | None
) -> None:
    assert stage_of(replace(QUARREL, stages=stages)) is stage
