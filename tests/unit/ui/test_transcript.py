"""Answers and conversations as Markdown files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.answers import Answer, AnswerKind, Citation
from coach.domain.conversation import Conversation, Turn, TurnState
from coach.ui import transcript
from tests.fakes import START

CITATION = Citation(1, "weekly", "Weekly meeting", "In short", "Meet\nweekly.", "weekly.md")
TURN = Turn(
    id="t",
    conversation="c",
    position=1,
    question="Where do\nwe start?",
    stage=None,
    side=None,
    state=TurnState.DONE,
    asked_at=START,
    text="Meet weekly. [1]",
    answer=Answer(AnswerKind.ANSWER, "Meet weekly. [1]", citations=(CITATION,)),
)


def test_an_answer_is_saved_with_its_question_its_sources_and_who_wrote_it() -> None:
    assert transcript.of_turn(TURN) == (
        "> Where do\n> we start?\n\nMeet weekly. [1]\n\nSources:\n\n"
        "1. Weekly meeting, In short (weekly.md)\n\n   > Meet weekly.\n\n"
        "*Written by Accord, which is software, from the playbook.*\n"
    )


def test_a_copy_is_the_answer_alone_with_a_line_for_each_note() -> None:
    again = replace(CITATION, n=3, heading="Watch", quote="Not weekly.")
    other = replace(CITATION, n=2, note="sla", title="The SLA")
    answer = Answer(AnswerKind.ANSWER, TURN.text, citations=(CITATION, other, again))

    assert transcript.to_copy(replace(TURN, answer=answer)) == (
        "Meet weekly. [1]\n\nSources:\n[1, 3] Weekly meeting\n[2] The SLA"
    )
    assert transcript.to_copy(replace(TURN, answer=None)) == "Meet weekly. [1]"


def test_what_was_told_of_a_meeting_is_saved_with_its_day_and_as_its_records() -> None:
    kept = Citation(1, "", "Weekly", "24 November 2026", "An MQL has a budget", meeting="m1")
    answer = Answer(AnswerKind.ANSWER, "Decided. [1]", citations=(kept,))
    told = transcript.of_turn(replace(TURN, text=answer.text, answer=answer))

    assert "1. Weekly, 24 November 2026\n\n   > An MQL has a budget" in told
    assert told.endswith("from the records of your meetings.*\n")
    assert transcript.to_copy(replace(TURN, answer=answer)).endswith("[1] Weekly, 24 November 2026")


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        (
            "Say:\n\n> Hi [name],\n> \n> *Thanks* for **it**. [1]\n\nSend it.",
            "Hi [name],\n\nThanks for it.",
        ),
        ("So:\n\n```text\nHi\n\nyou\n```\n", "Hi\n\nyou"),
        ("> short\n\nor\n\n> - a longer one\n> - [3 May] it is", "- a longer one\n- [3 May] it is"),
        ("Nothing to use. [1]", ""),
    ],
)
def test_a_draft_is_the_longest_quoted_text_ready_to_paste(text: str, draft: str) -> None:
    assert transcript.draft_of(text) == draft


def test_a_stopped_answer_says_so() -> None:
    stopped = replace(TURN, state=TurnState.STOPPED)

    assert "*You stopped this answer here." in transcript.of_turn(stopped)


def test_a_turn_without_an_answer_keeps_its_question() -> None:
    failed = replace(TURN, state=TurnState.FAILED, text="", answer=None)

    assert transcript.of_turn(failed).startswith("> Where do\n> we start?\n\n(no answer)")


def test_a_conversation_has_its_title_and_day_first() -> None:
    conversation = Conversation("c", "First  steps", START, START)

    assert transcript.of_conversation(conversation, [TURN]).startswith(
        "# First steps\n\n23 November 2026\n\n> Where do"
    )


def test_a_file_name_has_nothing_that_a_system_refuses() -> None:
    conversation = Conversation("c", "../Wer: fragt? \0 Größe", START, START)

    assert transcript.file_name(conversation) == "wer-fragt-größe.md"
    assert transcript.file_name(replace(conversation, title="///")) == "conversation.md"
