"""Promises and actions stand on one board; people move them, and undo takes back what they did."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState, MeetingState
from coach.domain.promises import DAYS, PromiseState
from coach.domain.stages import Side
from coach.errors import ChangedMeanwhile, NotFound
from coach.services.plans.board import PlanBoard
from tests.fakes import ME, START, FakeClock, FakeIds
from tests.meeting_fakes import MemoryMeetings, a_meeting
from tests.plan_fakes import DRAFT, TODAY, MemoryPromises

DAY = timedelta(days=1)
LATE = TODAY + (DAYS + 1) * DAY


@dataclass
class Desk:
    promises: MemoryPromises = field(default_factory=MemoryPromises)
    meetings: MemoryMeetings = field(default_factory=MemoryMeetings)
    clock: FakeClock = field(default_factory=FakeClock)

    @property
    def board(self) -> PlanBoard:
        return PlanBoard(self.promises, self.meetings, self.clock, self.ids)

    ids: FakeIds = field(default_factory=FakeIds)

    def act(self, id_: str, due: date | None, state: ActionState = ActionState.OPEN) -> None:
        action = Action(id_, f"Do {id_}", "Ana", Side.SALES, due)
        record = ActionRecord(action=action, series="s1", made_at=START, meeting="m1", state=state)
        self.promises_of_meetings[id_] = record

    @property
    def promises_of_meetings(self) -> dict[str, ActionRecord]:
        self.meetings.stored.setdefault("m1", a_meeting())
        return self.meetings.promised


def test_what_is_overdue_stands_on_top_whether_promised_on_the_plan_or_in_a_meeting() -> None:
    desk = Desk()
    promise = desk.board.take(ME, DRAFT, TODAY - 40 * DAY)
    desk.act("late", TODAY - 11 * DAY)
    desk.act("soon", TODAY + 7 * DAY)
    desk.act("later", TODAY + 8 * DAY)
    desk.act("some day", None)
    desk.act("over", TODAY - DAY, ActionState.DONE)
    board = desk.board.show(ME, TODAY)

    assert [row.id for row in board.now] == ["late", promise.id, "soon"]
    assert [row.is_overdue(TODAY) for row in board.now] == [True, True, False]
    assert [row.id for row in board.later] == ["later", "some day"]
    assert [row.id for row in board.closed(PromiseState.DONE)] == ["over"]


def test_an_action_that_came_up_again_is_shown_as_carried_over() -> None:
    desk = Desk()
    desk.act("again", None)
    held = replace(a_meeting(id_="m2"), state=MeetingState.HELD, held_at=START + DAY)
    desk.meetings.stored["m2"] = held

    (row,) = desk.board.show(ME, TODAY).rows
    assert row.state is PromiseState.CARRIED


def test_the_same_note_is_not_promised_twice_while_it_is_open() -> None:
    desk = Desk()
    first = desk.board.take(ME, DRAFT, TODAY)

    assert desk.board.take(ME, DRAFT, TODAY) == first
    assert desk.board.notes(ME) == {DRAFT.note}
    desk.board.close(ME, first.id, PromiseState.DONE)
    assert desk.board.notes(ME) == frozenset()
    assert desk.board.take(ME, DRAFT, TODAY).id != first.id


def test_closing_reassigning_and_carrying_over_can_each_be_taken_back() -> None:
    desk = Desk()
    board, made = desk.board, desk.board.take(ME, DRAFT, TODAY)
    for change in (
        lambda: board.close(ME, made.id, PromiseState.DROPPED),
        lambda: board.change(ME, made.id, "Ana", "Ben", TODAY, 0),
        lambda: board.carry(ME, made.id, TODAY),
    ):
        changed = change()
        assert changed != made
        assert board.undo(ME, made.id, changed.version) == made


def test_nobody_writes_over_what_somebody_else_changed_meanwhile() -> None:
    desk = Desk()
    board, made = desk.board, desk.board.take(ME, DRAFT, TODAY)
    board.change(ME, made.id, "Ana", "Ben", TODAY, 0)

    with pytest.raises(ChangedMeanwhile):
        board.change(ME, made.id, "Cem", "Dan", TODAY, 0)
    with pytest.raises(ChangedMeanwhile):
        board.undo(ME, made.id, 0)
    assert board.change(ME, made.id, "Ana", "Ben", TODAY, 0).version == 1  # nothing to write


def test_only_overdue_promises_come_up_in_an_agenda_the_oldest_first() -> None:
    desk = Desk()
    newer = desk.board.take(ME, replace(DRAFT, note="b", what="Second"), TODAY - 33 * DAY)
    older = desk.board.take(ME, replace(DRAFT, note="a", what="First"), TODAY - 50 * DAY)
    desk.board.take(ME, replace(DRAFT, note="c"), TODAY)
    done = desk.board.take(ME, replace(DRAFT, note="d"), TODAY - 50 * DAY)
    desk.board.close(ME, done.id, PromiseState.DONE)

    assert [action.id for action in desk.board.overdue(ME, TODAY)] == [older.id, newer.id]


def test_a_deleted_promise_is_gone_at_once_and_can_be_brought_back() -> None:
    desk = Desk()
    made = desk.board.take(ME, DRAFT, TODAY)
    desk.board.delete(ME, made.id)
    assert desk.board.show(ME, LATE).rows == ()
    with pytest.raises(NotFound):
        desk.board.close(ME, made.id, PromiseState.DONE)
    desk.board.undelete(ME, made.id)

    assert [row.id for row in desk.board.show(ME, LATE).now] == [made.id]
