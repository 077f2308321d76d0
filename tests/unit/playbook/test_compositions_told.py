"""A follow-up is answered by what was told before it."""

from dataclasses import replace

from coach.domain.answers import Message
from coach.domain.notes import Note
from tests.small_answers import with_section, write, write_with
from tests.small_playbook import CONFLICT, METRIC, MOVE, PRACTICE, STAGE, brief


def after(earlier: str, *notes: Note) -> list[Message]:
    return [Message("user", earlier), Message("assistant", write(brief(earlier, *notes)))]


def test_a_follow_up_stays_with_the_note_the_answer_came_from() -> None:
    history = after("the leads are garbage", CONFLICT)

    text = write(brief("why is it like that", PRACTICE, CONFLICT, history=history))

    assert text.startswith("Two ideas of one word. [")


def test_questions_for_them_come_from_the_quarrel_told_before() -> None:
    history = after("marketing says the leads are garbage", CONFLICT)
    asked = "three questions to ask them"

    found = write(brief(asked, PRACTICE, CONFLICT, history=history))
    lost = write(brief(asked, PRACTICE, history=history))

    assert found.startswith("**Three questions to ask marketing:**\n\n1. Which lead was lost? [")
    assert lost.startswith("**Three questions to ask marketing:**\n\n1. Which lead was lost?\n")


def test_what_begins_with_and_goes_on_with_the_note_told_before() -> None:
    history = after("the leads are garbage", CONFLICT)
    asked = "why does everyone behave like a child"

    new, going_on = (
        write(brief(text, PRACTICE, CONFLICT, history=history)) for text in (asked, f"and {asked}")
    )

    assert "Two ideas of one word." not in new
    assert going_on.startswith("Two ideas of one word. [")


def test_asking_on_without_a_subject_is_about_the_note_told_before() -> None:
    history = after("the leads are garbage", CONFLICT)

    text = write(brief("which three questions do I ask sales", PRACTICE, history=history))

    assert text.startswith("**Three questions to ask sales:**")


def test_what_comes_next_is_not_what_was_just_told() -> None:
    rule = replace(PRACTICE, sections=PRACTICE.sections[:1])
    history = after("how do we hand over leads", rule)

    text = write(brief("what next?", rule, MOVE, history=history))

    assert "Put two names on a page. [" in text


def test_who_does_it_is_said_again_where_it_was_said_before() -> None:
    history = after("how do we hand over leads", PRACTICE)

    text = write(brief("and who does that?", PRACTICE, history=history))

    assert "list five leads that nobody called. [" in text


def test_the_stage_named_before_is_no_guess() -> None:
    history = [Message("user", "we are at Defined"), Message("assistant", "Good.")]

    assert "I took you" not in write(brief("should we move up?", STAGE, history=history))


def test_what_follows_versus_is_held_against_what_was_told_before() -> None:
    history = after("what is the win rate", METRIC)
    other = replace(METRIC, id="reach-rate", title="Reach rate")

    text = write_with(other, brief("vs reach rate?", METRIC, other, history=history))

    assert text.startswith("|  | Win rate | Reach rate |\n")


def test_what_leans_on_a_sentence_told_before_is_left_out() -> None:
    note = with_section(PRACTICE, "In short", "Write one rule. It is about owners. Begin small.")
    history = [Message("user", "hand-off rule"), Message("assistant", "Write one rule.")]

    text = write_with(note, brief("and the hand-off then", note, history=history))

    assert "It is about owners." not in text
    assert text.startswith("Begin small. [")
