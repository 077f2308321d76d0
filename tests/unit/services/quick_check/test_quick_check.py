"""The short check in the chat: asked one at a time, read back from the conversation alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.answers import Answer, AnswerKind, Message
from coach.domain.stages import Stage
from coach.services.quick_check.asking import BEGIN, choices, progress, question, wants_check
from coach.services.quick_check.finding import checked
from tests.answering_fakes import ask, make_answering
from tests.survey_answers import SURVEY

SHORT = replace(
    SURVEY,
    statements=tuple(replace(s, quick=s.id in ("q01", "q02", "q03")) for s in SURVEY.statements),
)
FIRST, SECOND, THIRD = SHORT.quick


def talk(*said: str, start: str = "quick check") -> tuple[Message, ...]:
    """A conversation in which the check was asked for and `said` was answered."""
    messages = [Message("user", start), Message("assistant", question(SHORT, FIRST))]
    for words, statement in zip(said, (SECOND, THIRD), strict=False):
        messages += [Message("user", words), Message("assistant", question(SHORT, statement))]
    return tuple(messages)


@pytest.mark.parametrize(
    "text",
    [
        BEGIN,
        "quick check",
        "Quick check, please!",
        "can we do the quick stage check",
        "Start a short check",
    ],
)
def test_the_check_begins_where_a_line_asks_for_nothing_else(text: str) -> None:
    assert wants_check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is there a quick check for lead quality?",
        "check our leads",
        "quick",
        "which stage are we at?",
        "quick check of the CRM data by Friday, who owns it?",
    ],
)
def test_what_is_a_question_of_its_own_begins_no_check(text: str) -> None:
    assert not wants_check(text)


def test_an_answer_is_read_as_a_number_as_the_words_or_as_not_known() -> None:
    said = progress(SHORT, talk("2", "i don’t know"), choices(SHORT, THIRD)[3])

    assert said is not None
    assert said.answers == {"q01": 2, "q02": None, "q03": 4}
    assert said.next is None


def test_the_next_question_follows_the_one_just_answered() -> None:
    said = progress(SHORT, talk("1"), "4")

    assert said is not None
    assert said.next is THIRD


def test_anything_else_leaves_the_check() -> None:
    assert progress(SHORT, talk("1"), "How often should we meet?") is None
    assert progress(SHORT, (), "2") is None


def test_a_check_begun_anew_forgets_the_one_before() -> None:
    history = (*talk("1", "1"), *talk("4", start=BEGIN))
    said = progress(SHORT, history, "4")

    assert said is not None
    assert said.answers == {"q01": 4, "q02": 4}


def test_one_persons_stage_is_told_with_wide_uncertainty() -> None:
    found = checked(SHORT, {"q01": 2, "q02": 2, "q03": 4})

    assert max(found.distribution.values()) < 0.75
    assert [seen.statement.id for seen in found.evidence + found.against] == ["q01", "q02", "q03"]
    assert sum(found.distribution.values()) == 1


def test_who_knows_nothing_gets_no_stage() -> None:
    found = checked(SHORT, {"q01": None, "q02": None, "q03": None})

    assert found.verdict == ()
    assert len(found.unknown) == 3


def asked(text: str, *history: Message) -> Answer:
    return ask(replace(make_answering(), survey=SHORT), text, *history)


def test_the_chat_asks_one_question_with_its_answers_to_choose_from() -> None:
    answer = asked("Let's do the quick check")

    assert answer.text == question(SHORT, FIRST)
    assert answer.follow_ups == choices(SHORT, FIRST)
    assert answer.stage is None


def test_the_chat_tells_at_the_end_what_one_view_comes_to_and_keeps_the_stage() -> None:
    answer = asked("1", *talk("1", "1"))

    assert answer.kind is AnswerKind.STAGE
    assert answer.stage is Stage.UNDEFINED
    assert "Your view only: Undefined" in answer.text


def test_who_asks_for_their_stage_is_offered_the_check_first() -> None:
    assert asked("Which stage are we at?").follow_ups[0] == BEGIN


def test_without_a_survey_a_number_is_a_question_like_any_other() -> None:
    assert ask(make_answering(), "quick check").text != question(SHORT, FIRST)
