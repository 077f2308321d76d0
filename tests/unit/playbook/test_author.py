"""The playbook's author answers, cites every passage it draws on, and stays short."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.answers import Brief, Message, Question
from coach.domain.notes import Kind, Section
from coach.domain.passages import Hit, Passage
from coach.domain.stages import Side, Stage
from coach.playbook.composing.author import NOTHING, NOTHING_NEW, PlaybookAuthor
from coach.playbook.composing.parts import LONGEST
from tests.small_playbook import CONFLICT, NOTES, PLAYBOOK, PRACTICE, brief

AUTHOR = PlaybookAuthor(PLAYBOOK)


def write(given: Brief) -> str:
    return "".join(AUTHOR.answer(given))


def test_the_answer_comes_first_then_this_week_then_what_to_watch() -> None:
    text = write(brief("how do we hand over leads", PRACTICE))

    assert text.startswith("Write one rule: this lead goes to this person within a day.")
    assert (
        text.index("Write one rule") < text.index("**This week:**") < text.index("**Watch for:**")
    )


def test_each_line_from_a_note_ends_with_its_number() -> None:
    lines = [line for line in write(brief("hand-off rule", PRACTICE)).splitlines() if line]

    assert all(re.search(r"\[\d+\]$", line) or line.endswith(":**") for line in lines)


def test_a_number_leads_to_the_passage_that_holds_the_line() -> None:
    given_brief = brief("how do we hand over leads", PRACTICE, CONFLICT)

    for line in write(given_brief).splitlines():
        if match := re.search(r"^- (.+) \[(\d+)\]$", line):
            assert match[1] in given_brief.hits[int(match[2]) - 1].passage.text


def test_the_pieces_are_whole_lines() -> None:
    pieces = list(AUTHOR.answer(brief("hand-off rule", PRACTICE)))

    assert len(pieces) > 3
    assert all(piece.endswith("\n") for piece in pieces)


def test_facts_that_were_calculated_stand_first() -> None:
    text = write(brief("how many leads", PRACTICE, facts=["That makes 80 deals."]))

    assert text.startswith("**Worked out:**\n\n- That makes 80 deals.\n\nWrite one rule")


def test_a_follow_up_does_not_repeat_what_was_said() -> None:
    said = Message("assistant", write(brief("how do we hand over leads", PRACTICE)))
    asked = Message("user", "how do we hand over leads")

    text = write(brief("and then?", PRACTICE, history=[asked, said]))

    assert "Write one rule" not in text
    assert "list five leads that nobody called" not in text


def test_it_says_so_where_the_notes_have_nothing_new() -> None:
    everything = Message("assistant", " ".join(s.text for s in PRACTICE.sections))

    text = write(brief("what else", PRACTICE, history=[Message("user", "x"), everything]))

    assert text.strip() == NOTHING_NEW


def test_it_says_so_without_passages() -> None:
    assert write(brief("anything")).strip() == NOTHING


def test_the_askers_side_comes_first_and_the_other_stays() -> None:
    text = write(brief("hand-off rule", PRACTICE, side=Side.MARKETING))

    assert text.index("**Head of marketing") < text.index("**Head of sales")


def test_the_stage_is_named_once_in_plain_words() -> None:
    text = write(brief("hand-off rule", PRACTICE, stage=Stage.DEFINED))

    assert "**This week, at *Defined*:**" in text
    assert text.count("*Defined*") == 1


def test_a_step_for_a_later_stage_is_called_that() -> None:
    text = write(brief("hand-off rule", PRACTICE, stage=Stage.UNDEFINED))

    assert "It is meant for *Defined*; at *Undefined*, I would take it as a later step." in text


def test_a_step_that_should_stand_by_now_is_called_that() -> None:
    text = write(brief("hand-off rule", PRACTICE, stage=Stage.INTEGRATED))

    assert "By *Integrated* I would expect this to stand" in text


def test_a_cancelled_draft_ends_before_the_next_line() -> None:
    draft = AUTHOR.answer(brief("hand-off rule", PRACTICE))
    pieces = iter(draft)
    next(pieces)

    draft.cancel()

    assert list(pieces) == []
    assert draft.finish.reason == "cancelled"


def test_the_finish_names_the_playbook_and_no_model() -> None:
    finish = AUTHOR.answer(brief("hand-off rule", PRACTICE)).finish

    assert (finish.author, finish.model, finish.reason) == ("playbook", None, "stop")


WORDS = "lead leads why who how many write difference sales study [7] - ** | x"
words = st.lists(st.sampled_from(WORDS.split()))
questions = st.one_of(st.text(max_size=60), words.map(" ".join))
texts = st.one_of(st.text(max_size=400), words.map(lambda w: ". ".join(w).capitalize()))


@given(
    text=questions,
    notes=st.lists(st.sampled_from(NOTES), unique_by=lambda note: note.id, max_size=4),
    stage=st.sampled_from([None, *Stage]),
    side=st.sampled_from([None, *Side]),
    before=questions,
)
@settings(max_examples=150, deadline=None)
def test_any_question_over_notes_is_answered_within_bounds(
    text: str, notes: list, stage: Stage | None, side: Side | None, before: str
) -> None:
    history = [Message("user", before), Message("assistant", before)]
    given_brief = brief(text, *notes, stage=stage, side=side, history=history)

    check_bounds(write(given_brief), len(given_brief.hits))


@given(text=questions, passage=texts, heading=st.sampled_from(["In short", "Watch", "This week"]))
@settings(max_examples=150, deadline=None)
def test_any_text_in_a_passage_is_survived(text: str, passage: str, heading: str) -> None:
    found = [
        Passage(f"{n}", "hand-off", Kind.PRACTICE, "t", name, passage, "f.md", 0, 1)
        for n, name in enumerate(["In short", heading, "Other"])
    ]
    hits = tuple(Hit(p, n, 1.0, None, 1.0) for n, p in enumerate(found, 1))

    draft = AUTHOR.answer(Brief(Question(text), hits))

    assert sum(len(piece.split()) for piece in draft) <= max(LONGEST + 10, 3 * len(passage.split()))


def check_bounds(text: str, hits: int) -> None:
    counted = [line for line in text.splitlines() if not line.startswith(">")]
    assert text.strip()
    assert len(" ".join(counted).split()) <= 250
    assert all(0 < int(n) <= hits for n in re.findall(r"\[(\d+)\]", " ".join(counted)))


def test_what_to_do_in_a_special_case_opens_only_where_the_case_is_asked_about() -> None:
    special = Section("If they say no or are too busy", "Shrink the leads talk to a week.", 0, 32)
    note = replace(PRACTICE, sections=(special, *PRACTICE.sections))
    lead = write(brief("we only talk leads in a bad week, where do we start", note))

    assert lead.startswith("Write one rule")
    assert write(brief("what if they say no", note)).startswith("Shrink")
