from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.domain.answers import AnswerKind, Citation
from coach.domain.conversation import Feedback, TurnState, Verdict
from coach.domain.stages import Side, Stage
from coach.errors import NotFound, QuestionError
from coach.services.coaching import AT_HOME, RECALLED
from tests.coaching_fakes import FakeAnswering, make_coaching
from tests.fakes import ME, START, FakeClock, HeldRunner


def test_the_question_is_stored_before_anything_is_answered():
    runner = HeldRunner()
    coaching = make_coaching(runner=runner)

    turn = coaching.ask(ME, "where do we start?")

    assert coaching.conversations.turns(ME, turn.conversation)[0].question == "where do we start?"
    assert turn.state is TurnState.QUEUED
    runner.run()
    assert coaching.conversations.turn(ME, turn.id).text == "Start with thanks."


def test_stage_side_and_earlier_turns_shape_the_question():
    answering = FakeAnswering()
    coaching = make_coaching(answering)
    first = coaching.ask(ME, "where do we start?")
    coaching.ask(ME, "and then?", first.conversation, Stage.DEFINED, Side.SALES)

    asked = answering.asked[-1]
    assert (asked.stage, asked.side) == (Stage.DEFINED, Side.SALES)
    assert [m.content for m in asked.history] == ["where do we start?", "Start with thanks."]


def test_a_conversation_is_named_by_its_first_question():
    coaching = make_coaching()
    coaching.ask(ME, "why " * 40)

    title = coaching.conversations.list(ME)[0].title
    assert len(title) == 60
    assert title.endswith("…")


@pytest.mark.parametrize("text", ["", "   \n", "\0\0"])
def test_a_question_with_nothing_to_read_is_refused_and_nothing_is_stored(text: str):
    coaching = make_coaching()

    with pytest.raises(QuestionError):
        coaching.ask(ME, text)
    assert coaching.conversations.list(ME) == []


def test_what_may_not_leave_is_answered_at_home_and_says_so():
    away, home = FakeAnswering(), FakeAnswering()
    coaching = replace(make_coaching(away), at_home=home, agreed=lambda _: None)
    asked = coaching.ask(ME, "Where do we start?")
    turn = coaching.conversations.turn(ME, asked.id)

    assert (len(away.asked), len(home.asked)) == (0, 1)
    assert turn.answer is not None
    assert AT_HOME in turn.answer.warnings
    coaching = replace(coaching, agreed=lambda _: START)
    coaching.regenerate(ME, asked.id)
    assert (len(away.asked), len(home.asked)) == (1, 1)


def test_what_is_calculated_at_home_says_so_too():
    home = FakeAnswering(kind=AnswerKind.CALCULATION)
    coaching = replace(make_coaching(), at_home=home)
    asked = coaching.ask(ME, "How many leads do we need?")
    answer = coaching.conversations.turn(ME, asked.id).answer

    assert answer is not None
    assert AT_HOME in answer.warnings


def test_what_was_said_before_the_person_agreed_does_not_go_along_later():
    away, home, clock = FakeAnswering(), FakeAnswering(), FakeClock()
    coaching = replace(make_coaching(away, clock=clock), at_home=home, agreed=lambda _: None)
    first = coaching.ask(ME, "I am afraid of my boss.")
    coaching.ask(ME, "What now?", first.conversation)
    clock.advance(60)
    agreed = clock.now()
    coaching = replace(coaching, agreed=lambda _: agreed)
    coaching.ask(ME, "Where do we start?", first.conversation)
    coaching.ask(ME, "And then?", first.conversation)

    assert [m.content for m in home.asked[-1].history][:1] == ["I am afraid of my boss."]
    assert [[m.content for m in asked.history] for asked in away.asked] == [
        [],
        ["Where do we start?", "Start with thanks."],
    ]


def test_what_was_told_of_a_meeting_does_not_go_along_later():
    kept = Citation(1, "", "Weekly", "24 November 2026", "An MQL has a budget", meeting="m1")
    answering = FakeAnswering(citations=(kept,))
    coaching = make_coaching(answering)
    first = coaching.ask(ME, "what did we decide about MQLs?")
    coaching.ask(ME, "and why?", first.conversation)

    assert [m.content for m in answering.asked[-1].history] == [
        "what did we decide about MQLs?",
        RECALLED,
    ]


def test_what_waited_in_line_while_the_person_agreed_stays_at_home():
    away, home, clock, runner = FakeAnswering(), FakeAnswering(), FakeClock(), HeldRunner()
    coaching = make_coaching(away, runner, clock)
    coaching = replace(coaching, at_home=home, agreed=lambda _: START + timedelta(minutes=1))
    coaching.ask(ME, "Where do we start?")
    clock.advance(120)
    runner.run()

    assert (len(away.asked), len(home.asked)) == (0, 1)


def test_regenerate_asks_the_same_question_and_supersedes_what_followed():
    coaching = make_coaching()
    first = coaching.ask(ME, "where do we start?", stage=Stage.DEFINED)
    coaching.ask(ME, "and then?", first.conversation)
    again = coaching.regenerate(ME, first.id)

    standing = coaching.conversations.turns(ME, first.conversation)
    assert [t.id for t in standing] == [again.id]
    assert (standing[0].question, standing[0].stage) == ("where do we start?", Stage.DEFINED)


def test_edit_asks_another_question_in_the_same_place():
    coaching = make_coaching()
    first = coaching.ask(ME, "where do we start?")
    coaching.edit(ME, first.id, "where do we stop?")

    standing = coaching.conversations.turns(ME, first.conversation)
    assert [t.question for t in standing] == ["where do we stop?"]


def test_another_person_sees_neither_the_turn_nor_its_text():
    coaching = make_coaching()
    turn = coaching.ask(ME, "where do we start?")
    stranger = type(ME)("stranger", "home")

    with pytest.raises(NotFound):
        list(coaching.watch(stranger, turn.id))
    with pytest.raises(NotFound):
        coaching.stop(stranger, turn.id)


def test_a_thumb_is_stored_and_taken_back():
    coaching = make_coaching()
    turn = coaching.ask(ME, "where do we start?")
    coaching.rate(ME, turn.id, Feedback(Verdict.MISSING, "our CRM"))
    assert coaching.conversations.turn(ME, turn.id).feedback == Feedback(Verdict.MISSING, "our CRM")

    coaching.rate(ME, turn.id, None)
    assert coaching.conversations.turn(ME, turn.id).feedback is None
