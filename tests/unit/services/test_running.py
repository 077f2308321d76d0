from __future__ import annotations

import threading
from dataclasses import replace

from coach.domain.answers import Check, Segment
from coach.domain.conversation import Turn, TurnState
from coach.services.running import PAUSE, UPDATES, RunningTurn, RunningTurns
from tests.fakes import START


def _turn() -> Turn:
    return Turn("t1", "c1", 1, "why?", None, None, TurnState.QUEUED, START)


def test_a_reader_sees_the_first_text_the_last_text_and_then_the_end():
    running, seen = RunningTurn(_turn(), "w1"), []
    reader = threading.Thread(target=lambda: seen.extend(running.follow()))
    reader.start()
    for length in range(1, 30):
        running.update((Segment("x" * length, Check.CHECKING),))
    running.end(replace(running.turn, state=TurnState.DONE))
    reader.join(timeout=5)

    assert not reader.is_alive()
    assert seen[-1].state is TurnState.DONE
    assert seen[-1].text == "x" * 29
    assert len(seen) < 10


def test_the_text_of_a_growing_answer_is_what_stands_of_it():
    running = RunningTurn(_turn(), "w1")
    running.update((Segment("Meet. ", Check.KEPT), Segment("Half win.\n", Check.STRUCK)))

    assert running.turn.text == "Meet. \n"
    assert len(running.turn.segments) == 2


def test_a_reader_that_comes_late_sees_the_end_at_once():
    running = RunningTurn(_turn(), "w1")
    running.end(replace(_turn(), state=TurnState.DONE, text="all of it"))

    assert [turn.text for turn in running.follow()] == ["all of it"]


def test_a_stop_asked_for_before_the_answer_began_reaches_it():
    running, stopped = RunningTurn(_turn(), "w1"), []
    running.stop()
    running.attach(lambda: stopped.append(True))

    assert stopped == [True]


def test_a_dropped_turn_is_not_found_again():
    turns = RunningTurns()
    running = turns.add(_turn(), "w1")

    assert turns.get("t1") is running
    assert turns.all() == (running,)
    turns.drop("t1")
    assert turns.get("t1") is None


def test_many_answers_at_once_are_shown_less_often() -> None:
    turns = RunningTurns()
    running = turns.add(_turn(), "w1")
    few = running.pause()
    for number in range(99):
        turns.add(replace(_turn(), id=f"more-{number}"), "w1")

    assert few == PAUSE
    assert running.pause() == 100 / UPDATES
