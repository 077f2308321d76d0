"""Meetings kept in memory, and a small agenda to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from coach.domain.agenda import Agenda, Attendee, Item, Part, Repeat
from coach.domain.conversation import Person
from coach.domain.meetings import (
    ActionRecord,
    ActionState,
    Kept,
    Meeting,
    MeetingState,
    Recalled,
    Series,
)
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.errors import NotFound
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME

BERLIN = "Europe/Berlin"
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo(BERLIN))
LONG_AFTER = datetime(9999, 1, 1, tzinfo=UTC)
ANA = Attendee("Ana", Side.SALES, "AE lead")
BEN = Attendee("Ben", Side.MARKETING, "demand manager")
UMLAUTS = "Übergabe \"quoted\" \\ 'x'; DROP TABLE meetings -- 🙂 שלום\u2028"
WHICH = "Which leads do we both call qualified?"
WHERE = "Where do leads get stuck after the hand-over?"


def an_agenda(
    title: str = "Weekly smarketing",
    questions: Sequence[str] = (WHICH, WHERE),
    start: datetime | None = TUESDAY,
    repeat: Repeat = Repeat.WEEKLY,
) -> Agenda:
    """An agenda with an opening, the questions and a close."""
    matters = tuple(
        Item(question, Outcome.DECIDE, "Ana", Side.SALES, minutes=10) for question in questions
    )
    opening = Item("Thanks", Outcome.INFORM, "Ben", Side.MARKETING, 5, part=Part.OPENING)
    close = Item("Close", Outcome.INFORM, "Ben", Side.MARKETING, 5, part=Part.CLOSE)
    return Agenda(
        title=title,
        outcome="We call the same leads qualified.",
        minutes=10 + 10 * len(matters),
        people=(ANA, BEN),
        items=(opening, *matters, close),
        start=start,
        zone=BERLIN,
        repeat=repeat,
    )


def a_meeting(agenda: Agenda | None = None, id_: str = "m1") -> Meeting:
    """A planned meeting, first of its series."""
    agenda = agenda or an_agenda()
    series = Series(
        id="s1",
        title=agenda.title,
        uid="m1@accord",
        purpose="agree what a qualified lead is",
        repeat=agenda.repeat,
        people=agenda.people,
        zone=agenda.zone,
        start=agenda.start,
    )
    return Meeting(id=id_, series=series, agenda=agenda, owner="me", occurrence=agenda.start)


@dataclass
class MemoryMeetings:
    """`Meetings` in memory, for one workspace."""

    workspace: str = "home"
    stored: dict[str, Meeting] = field(default_factory=dict)
    promised: dict[str, ActionRecord] = field(default_factory=dict)
    hidden: dict[str, datetime] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def add(self, person: Person, meeting: Meeting) -> None:
        if any(one.series.id == meeting.series.id for one in self.stored.values()):
            self.of_series(person, meeting.series.id)
        self.stored[meeting.id] = meeting

    def get(self, person: Person, meeting: str) -> Meeting:
        found = self.stored.get(meeting)
        if found is None or not self._shown(person, found):
            raise NotFound("This meeting is not in your list.")
        made = (r for r in self.promised.values() if r.meeting == meeting)
        return replace(found, actions=tuple(made))

    def list(self, person: Person, over: bool, search: str, limit: int) -> Sequence[Meeting]:
        words = search.lower().split()
        return [
            self.get(person, one.id)
            for one in self.stored.values()
            if self._shown(person, one) and one.state.over is over
            if all(word in one.agenda.title.lower() for word in words)
        ][:limit]

    def of_series(self, person: Person, series: str) -> Sequence[Meeting]:
        shown = [
            self.get(person, one.id)
            for one in self.stored.values()
            if one.series.id == series and self._shown(person, one)
        ]
        if not shown:
            raise NotFound("This series is not in your list.")
        return sorted(shown, key=lambda one: one.agenda.start or LONG_AFTER)

    def change(self, person: Person, meeting: str, change: Callable[[Meeting], Meeting]) -> Meeting:
        after = change(self.get(person, meeting))
        self._store([after])
        return self.get(person, meeting)

    def change_series(
        self, person: Person, series: str, change: Callable[[Sequence[Meeting]], Sequence[Meeting]]
    ) -> Sequence[Meeting]:
        self._store(change(self.of_series(person, series)))
        return self.of_series(person, series)

    def hide(self, person: Person, meeting: str) -> None:
        series = self.get(person, meeting).series.id
        self.hidden[meeting] = TUESDAY
        if not any(self._shown(person, m) for m in self.stored.values() if m.series.id == series):
            self.hidden[series] = TUESDAY

    def unhide(self, person: Person, meeting: str) -> None:
        if meeting not in self.stored:
            raise NotFound("This meeting is not in your list.")
        self.hidden.pop(meeting, None)
        self.hidden.pop(self.stored[meeting].series.id, None)

    def hide_series(self, person: Person, series: str) -> None:
        self.of_series(person, series)
        self.hidden[series] = TUESDAY

    def unhide_series(self, person: Person, series: str) -> None:
        self.hidden.pop(series, None)

    def purge(self, hidden_before: datetime) -> int:
        gone = [m for m in self.stored.values() if {m.id, m.series.id} & self.hidden.keys()]
        for meeting in gone:
            del self.stored[meeting.id]
            for record in [r for r in self.promised.values() if r.meeting == meeting.id]:
                if record.is_open and meeting.series.id not in self.hidden:
                    self.promised[record.action.id] = replace(record, meeting=None)
                else:
                    del self.promised[record.action.id]
        return len(gone)

    def add_action(self, person: Person, record: ActionRecord) -> None:
        self.of_series(person, record.series)
        self.promised[record.action.id] = record

    def change_action(
        self, person: Person, action: str, change: Callable[[ActionRecord], ActionRecord]
    ) -> ActionRecord:
        if action not in {record.action.id for record in self.actions(person)}:
            raise NotFound("This action is not in your list.")
        self.promised[action] = change(self.promised[action])
        return self.promised[action]

    def actions(
        self, person: Person, series: str = "", state: ActionState | None = None
    ) -> Sequence[ActionRecord]:
        return [
            record
            for record in self.promised.values()
            if series in ("", record.series)
            and state in (None, record.state)
            and record.series not in self.hidden
            and (record.is_open or record.meeting not in self.hidden)
            and person.workspace == self.workspace
        ]

    def search(self, person: Person, text: str, limit: int, series: str = "") -> Sequence[Recalled]:
        self.asked.append(text)
        held = (m for m in self.stored.values() if m.state is MeetingState.HELD)
        return [
            Recalled(
                kind=Kept.DECISION,
                id=decision.id,
                text=decision.text,
                title=meeting.agenda.title,
                on=decision.decided_on,
                series=meeting.series.id,
                meeting=meeting.id,
                question=decision.question,
            )
            for meeting in held
            for decision in meeting.decisions
        ][:limit]

    def _shown(self, person: Person, meeting: Meeting) -> bool:
        return person.workspace == self.workspace and not (
            {meeting.id, meeting.series.id} & self.hidden.keys()
        )

    def _store(self, after: Sequence[Meeting]) -> None:
        self.stored |= {meeting.id: meeting for meeting in after}
        series = {meeting.series.id: meeting.series for meeting in after}
        self.stored = {
            id_: replace(meeting, series=series.get(meeting.series.id, meeting.series))
            for id_, meeting in self.stored.items()
        }


def a_full_meeting(series: MeetingSeries, runs: MeetingRuns, title: str = "Weekly") -> Meeting:
    """A running meeting with something of everything."""
    meeting = series.save(ME, an_agenda(title), "agree what a lead is").id
    runs.start(ME, meeting)
    runs.tick(ME, meeting, 1)
    runs.write(ME, meeting, 1, f"Ana: five of ten. {UMLAUTS}", 0)
    runs.decide(ME, meeting, 1, "A qualified lead has a budget.")
    runs.decide(ME, meeting, 2, "Ops looks into it.")
    runs.park(ME, meeting, "The fair in May", "Ben")
    runs.promise(ME, meeting, "Send ten leads", "Ana", Side.SALES, date(2026, 12, 1))
    return series.get(ME, meeting)
