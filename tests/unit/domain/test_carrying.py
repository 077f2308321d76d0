"""What goes on to the next meeting, and who closes what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.domain.agenda import Action
from coach.domain.carrying import carried, settled, unsettled
from coach.domain.meetings import (
    ActionRecord,
    ActionState,
    Meeting,
    MeetingState,
)
from coach.domain.stages import Side
from coach.errors import Unfit
from tests.fakes import START
from tests.meeting_fakes import a_meeting

RECORD = ActionRecord(
    action=Action("a1", "Send ten leads", "Ana", Side.SALES, since=date(2026, 11, 23)),
    series="s1",
    made_at=START,
    meeting="m0",
)
WEEK = timedelta(days=7)


def held(weeks: int) -> list[Meeting]:
    return [
        replace(
            a_meeting(id_=f"m{n}"), state=MeetingState.HELD, held_at=START + n * WEEK - WEEK / 9
        )
        for n in range(weeks + 1)
    ]


@pytest.mark.parametrize("weeks", [0, 1, 2, 5])
def test_an_open_action_counts_how_often_it_comes_up_the_next_time_included(weeks: int) -> None:
    (action,) = carried([RECORD], held(weeks))

    assert action == replace(RECORD.action, carried=weeks + 1)


def test_the_meeting_an_action_was_promised_for_beforehand_does_not_count() -> None:
    early = replace(RECORD, made_at=START - WEEK, meeting="m0")

    assert carried([early], held(0))[0].carried == 1


def test_meetings_that_were_not_held_do_not_count() -> None:
    planned = [replace(one, state=MeetingState.CANCELLED) for one in held(3)]

    assert carried([RECORD], planned)[0].carried == 1


def test_what_was_closed_is_not_carried_and_the_oldest_comes_first() -> None:
    newer = replace(RECORD, action=replace(RECORD.action, id="a2"), made_at=START + WEEK)
    done = settled(RECORD, ActionState.DONE, "ben", START)

    assert [a.id for a in carried([newer, RECORD], [])] == ["a1", "a2"]
    assert [a.id for a in carried([newer, done], [])] == ["a2"]


def test_an_action_is_closed_by_a_person_with_name_and_time_and_opened_again() -> None:
    done = settled(RECORD, ActionState.DONE, "ben", START)
    assert (done.state, done.closed_by, done.closed_at) == (ActionState.DONE, "ben", START)
    assert settled(done, ActionState.DONE, "ana", START + WEEK) == done

    assert replace(unsettled(done), version=0) == RECORD


def test_nothing_is_closed_by_nobody_or_as_open_or_both_ways() -> None:
    for state, person in ((ActionState.DONE, ""), (ActionState.OPEN, "ben")):
        with pytest.raises(Unfit, match="person"):
            settled(RECORD, state, person, START)
    done = settled(RECORD, ActionState.DONE, "ben", START)
    with pytest.raises(Unfit, match="done already"):
        settled(done, ActionState.DROPPED, "ana", START)
