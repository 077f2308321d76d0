"""A series to which anything happens, in any order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from coach.domain.meetings import ActionState
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.ports import Ids, Meetings
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import LONG_AFTER, an_agenda

STEPS = ("promise", "close", "reopen", "save", "start", "end", "back", "cancel", "cancel all",
         "restore", "change", "change all", "delete", "undelete", "purge", "duplicate")  # fmt: skip
STORIES = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 5)), min_size=12, max_size=30)


class Story:
    """Does things to a series in any order, and knows what nobody has closed."""

    def __init__(self, kept: Meetings, clock: FakeClock, ids: Ids) -> None:
        self.kept, self.clock = kept, clock
        self.series = MeetingSeries(self.kept, self.clock, ids)
        self.runs = MeetingRuns(self.kept, self.clock, ids)
        self.actions = Actions(self.kept, self.clock)
        first = self.series.save(ME, an_agenda())
        self.id, self.meetings, self.open = first.series.id, [first.id], set[str]()
        self.made: list[str] = []
        self.promise(first.id)
        self.save()

    def still_open(self) -> set[str]:
        """What the series' list of open actions says."""
        return {action.id for action in self.series.open_actions(ME, self.id)}

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
        start = self.series.next_agenda(ME, self.id).start
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
        """Do one thing an hour later; what cannot be done changes nothing."""
        self.clock.advance(3600)
        with suppress(CoachError):
            self._steps(number)[name]()

    def _steps(self, number: int) -> dict[str, Callable[[], object]]:
        meeting = self.meetings[number % len(self.meetings)]
        action = self.made[number % len(self.made)] if self.made else "none"
        return {
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
