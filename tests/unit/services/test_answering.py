from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from coach.domain.answers import Answer, AnswerKind, Check, Finish, Message, Question
from coach.domain.notes import Kind, Note, Playbook, Section, StageNote
from coach.domain.passages import Coverage, Findings
from coach.domain.stages import Stage
from coach.domain.text import LONGEST_QUESTION
from coach.errors import AuthorUnreachable, QuestionError
from coach.ports import Author, Translator
from coach.services.answering import Answering
from coach.services.boundaries import Boundary
from coach.services.coverage import CoverageJudge
from coach.services.grounding import Grounding
from tests.coverage_lines import RULES
from tests.fakes import FakeAuthor, FakeClock, FakeIndex, hit

TEXT = "Sales and marketing meet for thirty minutes each week at a fixed time."
HITS = (hit(TEXT, 1), hit("Open the meeting with one thank-you in each direction.", 2))
NOTE = Note(
    id="weekly-smarketing",
    kind=Kind.MEETING,
    title="Weekly smarketing",
    summary="Meet weekly.",
    file="meetings/weekly-smarketing.md",
    follow_ups=("Who should come?", "When do we cancel it?"),
    sections=(Section("In short", TEXT, 0, len(TEXT)),),
)
DEFINED = StageNote(
    id="defined",
    kind=Kind.STAGE,
    title="Stage 2: Defined",
    summary="Rules are written.",
    file="stages/defined.md",
    stage=Stage.DEFINED,
    grid=(),
    sections=(Section("In short", "Rules are written down.", 0, 23),),
)
PLAYBOOK = Playbook(notes=(NOTE, DEFINED), sources=())
QUESTION = "how often should sales and marketing meet each week?"


class FakeBoundaries:
    def check(self, text: str, history: Sequence[Message], language: str) -> Boundary | None:
        if "touches me" in text:
            return Boundary(AnswerKind.HANDOVER, "harassment", "I'm sorry this is happening.")
        return None

    def reads(self, language: str) -> bool:
        return language in ("en", "de")

    def line(self, language: str) -> str:
        return "If somebody is in danger, call for help."


class FakeLanguages:
    """German where a German word stands."""

    def detect(self, text: str) -> str:
        if "私" in text:
            return "ja"
        return "de" if "wir" in text.split() else "en"

    def plain_line(self, code: str) -> str:
        return "Das Playbook ist auf Englisch."

    def notes_for(self, text: str, code: str) -> tuple[str, ...]:
        return ("weekly-smarketing",) if "treffen" in text else ()


class FakeTranslator:
    def __init__(self, error: AuthorUnreachable | None = None) -> None:
        self.error = error

    def to_english(self, text: str) -> str:
        if self.error is not None:
            raise self.error
        return "how often to meet"


def _answering(
    author: Author | None = None,
    translator: Translator | None = None,
    index: FakeIndex | None = None,
) -> Answering:
    playbook = FakeAuthor([[f"{TEXT} [1]"]])
    return Answering(
        index=index or FakeIndex(HITS),
        author=author or playbook,
        fallback=playbook,
        translator=translator,
        boundaries=FakeBoundaries(),  # type: ignore[arg-type]  # implements what is used
        coverage=CoverageJudge(RULES, None),
        languages=FakeLanguages(),  # type: ignore[arg-type]  # implements what is used
        grounding=Grounding(None),
        playbook=PLAYBOOK,
        clock=FakeClock(),
    )


def _ask(answering: Answering, text: str = QUESTION, *history: Message) -> Answer:
    reply = answering.start(Question(text, history))
    for _ in reply:
        pass
    return reply.answer


def test_an_answer_carries_its_sources_its_next_questions_and_its_times():
    answer = _ask(_answering())

    assert (answer.kind, answer.mode) == (AnswerKind.ANSWER, "playbook")
    assert [(c.n, c.note, c.quote) for c in answer.citations] == [(1, NOTE.id, TEXT)]
    assert answer.follow_ups == NOTE.follow_ups
    assert 0 < answer.seconds.retrieval <= answer.seconds.first_text <= answer.seconds.total


def test_a_boundary_comes_before_everything_and_calls_no_author():
    author, index = FakeAuthor([["never"]]), FakeIndex(HITS)
    answer = _ask(_answering(author, index=index), "my manager touches me. how often do we meet?")

    assert answer.kind is AnswerKind.HANDOVER
    assert author.briefs == []
    assert index.asked == []


NUMBERS = "target 2.4M, deal 30k, win rate 20 %, 40 % from marketing, MQL to opportunity 15 %"


def test_numbers_are_calculated_first_and_given_to_the_author_as_facts():
    author = FakeAuthor([[f"{TEXT} [1] It takes 1,067 MQLs."]])

    answer = _ask(_answering(author), NUMBERS)

    assert answer.kind is AnswerKind.CALCULATION
    assert author.briefs[0].facts[-1] == "MQLs: 160 ÷ 15 % = 1,066.7, so 1,067"
    assert "It takes 1,067 MQLs." in answer.text
    assert "need to know" not in answer.text


def test_a_model_cannot_put_another_number_in_place_of_the_calculated_one():
    author = FakeAuthor([[f"{TEXT} [1] It takes 1,167 of 2,000 MQLs, or 58 %."]])

    answer = _ask(_answering(author), NUMBERS)

    assert "58 %" not in answer.text


def test_what_a_calculation_lacks_is_asked_for_after_the_answer():
    answer = _ask(_answering(), "how many deals for a target of 2.4M at 30k a deal?")

    assert answer.kind is AnswerKind.CALCULATION
    assert "What share of your opportunities do you win?" in answer.text


def test_a_calculation_stands_where_the_playbook_has_nothing_on_it():
    nothing = Coverage(best_cosine=0.25, term_share=0.1, known_terms=0.5)
    index = FakeIndex(HITS, coverage=nothing)

    answer = _ask(_answering(index=index), NUMBERS)

    assert answer.kind is AnswerKind.CALCULATION
    assert answer.text.endswith("so 1,067")


def test_small_talk_is_answered_without_a_search():
    index = FakeIndex(HITS)
    answer = _ask(_answering(index=index), "hello")

    assert answer.kind is AnswerKind.SMALL_TALK
    assert index.asked == []


def test_earlier_questions_are_given_to_the_search_earlier_answers_are_not():
    index = FakeIndex(HITS)
    _ask(
        _answering(index=index),
        QUESTION,
        Message("user", "who owns a lead?"),
        Message("assistant", "Ops."),
    )

    assert index.asked == [(QUESTION, ("who owns a lead?",))]


def test_what_the_notes_do_not_cover_is_said_with_the_nearest_notes():
    nothing = Coverage(best_cosine=0.25, term_share=0.1, known_terms=0.5)
    answer = _ask(
        _answering(index=FakeIndex(HITS, nothing)),
        "which software should I buy for contract signatures?",
    )

    assert answer.kind is AnswerKind.NOT_COVERED
    assert "Weekly smarketing" in answer.text
    assert answer.citations == ()


def test_without_a_model_another_language_gets_its_plain_line_and_the_notes_that_fit():
    answer = _ask(_answering(), "wann treffen wir uns?")

    assert answer.text.startswith("Das Playbook ist auf Englisch.")
    assert [c.note for c in answer.citations] == ["weekly-smarketing"]


def test_without_a_fitting_note_another_language_gets_the_map_of_the_stages():
    answer = _ask(_answering(), "was nun, sind wir fertig?")

    assert [c.note for c in answer.citations] == ["defined"]


def test_a_language_nobody_here_reads_carries_the_hand_over_line():
    answer = _ask(_answering(), "私は困っています")

    assert answer.text.endswith("If somebody is in danger, call for help.")


def test_with_a_model_another_language_is_searched_in_english():
    index = FakeIndex(HITS)
    model = FakeAuthor([[f"{TEXT} [1]"]], "small", finish=Finish("model", "small"))
    answer = _ask(_answering(model, FakeTranslator(), index), "wie oft treffen wir uns?")

    assert index.asked[0][0] == "how often to meet"
    assert (answer.mode, answer.model) == ("model", "small")
    assert any("Figures and sources were checked" in w for w in answer.warnings)


def test_a_translation_that_fails_is_said_and_the_search_goes_on():
    translator = FakeTranslator(AuthorUnreachable("Nobody answers."))
    index = FakeIndex(HITS)
    answer = _ask(_answering(translator=translator, index=index), "wie oft treffen wir uns?")

    assert index.asked[0][0] == "wie oft treffen wir uns?"
    assert "Nobody answers." in answer.warnings


def test_a_search_by_keyword_alone_is_said():
    class KeywordIndex(FakeIndex):
        def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
            return replace(super().find(text, history, k), mode="keyword")

    answer = _ask(_answering(index=KeywordIndex(HITS)))

    assert any("keyword only" in warning for warning in answer.warnings)


def test_only_the_beginning_of_an_endless_question_is_read_and_that_is_said():
    index = FakeIndex(HITS)
    answer = _ask(_answering(index=index), QUESTION + " again" * LONGEST_QUESTION)

    assert len(index.asked[0][0]) == LONGEST_QUESTION
    assert answer.warnings[0] == "Only the first 20,000 characters were read."


@pytest.mark.parametrize("text", ["", " \n ", "\0"])
def test_a_question_with_nothing_to_read_is_an_error(text: str):
    with pytest.raises(QuestionError):
        _answering().start(Question(text))


def test_a_struck_sentence_leaves_the_text_but_ends_its_line():
    model = FakeAuthor(
        [[f"{TEXT} [1]\n\n- Teams that do win 38 % more. [1]\n- Open with one thank-you. [2]"]],
        "small",
        finish=Finish("model", "small"),
    )
    answer = _ask(_answering(model))

    assert answer.text == f"{TEXT} [1]\n\n\n- Open with one thank-you. [2]"
    assert [s.check for s in answer.ungrounded] == [Check.STRUCK]


def test_a_cancelled_reply_keeps_what_was_written():
    model = FakeAuthor([[f"{TEXT} [1] ", "More."]], "small", finish=Finish("model", "small"))
    reply = _answering(model).start(Question(QUESTION))
    steps = iter(reply)
    next(steps)
    reply.cancel()
    for _ in steps:
        pass

    assert reply.answer.ended == "cancelled"
    assert reply.answer.text == f"{TEXT} [1]"
