"""Actions are changed and closed by people, and no open one vanishes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState, ChangedMeanwhile, MeetingError
from coach.domain.stages import Side
from coach.errors import CoachError, NotFound
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, START, FakeClock, FakeIds
from tests.meeting_fakes import LONG_AFTER, MemoryMeetings, a_meeting, an_agenda

LEADS = Action("a1", "Send ten leads", "Ana", Side.SALES)


@pytest.fixture
def actions() -> Actions:
    kept = MemoryMeetings()
    kept.add(ME, a_meeting())
    kept.add_action(ME, ActionRecord(action=LEADS, series="s1", made_at=START, meeting="m1"))
    return Actions(kept, FakeClock())


def test_closing_names_the_person_and_is_taken_back(actions: Actions) -> None:
    closed = actions.close(ME, "a1", ActionState.DROPPED)
    assert (closed.closed_by, closed.closed_at) == (ME.id, START)
    assert actions.all(ME, state=ActionState.OPEN) == []
    assert actions.reopen(ME, "a1").is_open

    assert [r.action for r in actions.all(ME, "s1", ActionState.OPEN)] == [LEADS]


def test_another_owner_and_day_are_stored_but_never_over_somebody_elses(actions: Actions) -> None:
    new = replace(LEADS, owner="Ben", side=Side.MARKETING, due=date(2026, 12, 1))
    assert actions.change(ME, new, 0).action == new
    assert actions.change(ME, new, 0).version == 1  # the same again is no change
    with pytest.raises(ChangedMeanwhile, match=r"Theirs: Send ten leads \(Ben\)"):
        actions.change(ME, replace(LEADS, text="Send five leads"), 0)

    assert actions.change(ME, replace(new, text="Send five leads"), 1).action.owner == "Ben"
    with pytest.raises(MeetingError, match="text"):
        actions.change(ME, replace(new, text=" "), 2)


def test_what_is_not_there_is_not_found(actions: Actions) -> None:
    for call in (
        lambda: actions.close(ME, "x", ActionState.DONE),
        lambda: actions.reopen(ME, "x"),
        lambda: actions.change(ME, replace(LEADS, id="x"), 0),
        lambda: actions.close(replace(ME, workspace="other"), "a1", ActionState.DONE),
    ):
        with pytest.raises(NotFound):
            call()


STEPS = ("promise", "close", "reopen", "save", "start", "end", "back", "cancel", "cancel all",
         "restore", "change", "change all", "delete", "undelete", "purge", "duplicate")  # fmt: skip


class Story:
    """Does things to a series in any order, and knows what nobody has closed."""

    def __init__(self) -> None:
        self.kept, self.clock, ids = MemoryMeetings(), FakeClock(), FakeIds()
        self.series = MeetingSeries(self.kept, self.clock, ids)
        self.runs = MeetingRuns(self.kept, self.clock, ids)
        self.actions = Actions(self.kept, self.clock)
        first = self.series.save(ME, an_agenda())
        self.id, self.meetings, self.open = first.series.id, [first.id], set[str]()
        self.made: list[str] = []

    def promise(self, meeting: str) -> None:
        made = self.runs.promise(ME, meeting, "Send ten leads", "Ana", Side.SALES).action.id
        self.made.append(made)
        self.open.add(made)

    def close(self, action: str, state: ActionState) -> None:
        self.actions.close(ME, action, state)
        self.open.discard(action)

    def reopen(self, action: str) -> None:
        self.actions.reopen(ME, action)
        self.open.add(action)

    def save(self) -> None:
        start = self.series.next_brief(ME, self.id).start
        agenda = replace(an_agenda(), start=start)
        self.meetings.append(self.series.save(ME, agenda, series=self.id).id)

    def delete(self, meeting: str) -> None:
        if len(self.series.of_series(ME, self.id)) > 1:  # the last one would take the series along
            self.series.delete(ME, meeting)

    def change(self, meeting: str, every: bool) -> None:
        stored = self.series.get(ME, meeting)
        start = stored.agenda.start and stored.agenda.start + timedelta(days=1)
        new = replace(stored.agenda, start=start)
        self.series.change(ME, meeting, new, stored.version, every=every)

    def step(self, name: str, number: int) -> None:
        meeting = self.meetings[number % len(self.meetings)]
        action = self.made[number % len(self.made)] if self.made else "none"
        steps: dict[str, Callable[[], object]] = {
            "promise": lambda: self.promise(meeting),
            "close": lambda: self.close(action, list(ActionState)[1 + number % 2]),
            "reopen": lambda: self.reopen(action),
            "save": self.save,
            "start": lambda: self.runs.start(ME, meeting),
            "end": lambda: self.runs.close(ME, meeting),
            "back": lambda: self.runs.reopen(ME, meeting),
            "cancel": lambda: self.series.cancel(ME, meeting),
            "cancel all": lambda: self.series.cancel(ME, meeting, every=True),
            "restore": lambda: self.series.restore(ME, meeting, every=True),
            "change": lambda: self.change(meeting, every=False),
            "change all": lambda: self.change(meeting, every=True),
            "delete": lambda: self.delete(meeting),
            "undelete": lambda: self.series.undelete(ME, meeting),
            "purge": lambda: self.kept.purge(LONG_AFTER),
            "duplicate": lambda: self.series.duplicate(ME, meeting),
        }
        steps[name]()


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=25))
@settings(max_examples=400, deadline=None)
def test_whatever_is_done_in_any_order_no_open_action_vanishes(
    steps: list[tuple[str, int]],
) -> None:
    story = Story()
    story.promise(story.meetings[0])
    for name, number in steps:
        story.clock.advance(3600)
        with suppress(CoachError):  # what cannot be done changes nothing
            story.step(name, number)

        assert {a.id for a in story.series.open_actions(ME, story.id)} == story.open
