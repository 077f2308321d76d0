"""A meeting while it is held: the clock, notes, decisions, the parking lot and its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from coach.domain.agenda import Action
from coach.domain.conversation import Person
from coach.domain.meeting_moves import (
    check_item,
    closed,
    moved_on,
    noted,
    place_of,
    reopened,
    started,
    touched,
)
from coach.domain.meetings import ActionRecord, Decision, Meeting, Notes, Parked
from coach.domain.stages import Side
from coach.errors import ChangedMeanwhile, NotFound, Unfit
from coach.ports import Clock, Ids, Meetings

JOINED = "Somebody else wrote here meanwhile; both texts are kept, theirs first."


@dataclass(frozen=True, slots=True)
class Written:
    """An item's notes as they are stored now; `warning` says where two texts were joined."""

    notes: Notes
    warning: str = ""


class MeetingRuns:
    """Runs meetings. Each call stores what it is given at once. Lives as long as the app.

    Notes, decisions and actions are taken whether the meeting runs or not: minutes are mended
    later, too. Raises as `MeetingSeries` does.
    """

    def __init__(self, meetings: Meetings, clock: Clock, ids: Ids) -> None:
        self._meetings, self._clock, self._ids = meetings, clock, ids

    def start(self, person: Person, meeting: str) -> Meeting:
        """Begin with the first item; a meeting that runs already goes on where it stood."""
        return self._change(person, meeting, lambda one: started(one, self._clock.now()))

    def tick(self, person: Person, meeting: str, item: int | None) -> Meeting:
        """Turn to another item, or to none for a pause; the same one again is a sign of life."""
        return self._change(person, meeting, lambda one: moved_on(one, item, self._clock.now()))

    def close(self, person: Person, meeting: str) -> Meeting:
        """End it; what is open comes up at the next one."""
        return self._change(person, meeting, lambda one: closed(one, self._clock.now()))

    def reopen(self, person: Person, meeting: str) -> Meeting:
        """Take the end back."""
        return self._change(person, meeting, lambda one: reopened(one, self._clock.now()))

    def write(
        self, person: Person, meeting: str, item: int, text: str, version: int, question: str = ""
    ) -> Written:
        """Store an item's notes, written over those of `version`.

        Where somebody else wrote meanwhile, both texts are kept and the warning says so. With the
        `question` it was written to, it goes there, also where the items were moved meanwhile.
        """
        kept: list[Written] = []

        def note(one: Meeting) -> Meeting:
            place = place_of(one, item, question)
            after, joined = noted(one, place, text, version)
            kept[:] = [Written(after.notes[place], JOINED if joined else "")]
            return after

        self._write(person, meeting, note)
        return kept[0]

    def decide(
        self, person: Person, meeting: str, item: int, text: str, question: str = ""
    ) -> Decision:
        """Keep what was decided on an item; `question` is as for `write`."""
        made: list[Decision] = []

        def add(one: Meeting) -> Meeting:
            about = check_item(one, place_of(one, item, question)).question
            made[:] = [Decision(self._ids.new(), _said(text), about, one.id, self._day(one))]
            return replace(one, decisions=(*one.decisions, made[0]))

        self._write(person, meeting, add)
        return made[0]

    def amend(self, person: Person, meeting: str, decision: str, text: str, was: str) -> Meeting:
        """Word a decision anew that read `was`; an empty text takes it back.

        Raises:
            ChangedMeanwhile: somebody else worded it first; both are in the error.
        """

        def word(one: Meeting) -> Meeting:
            stored = next((d for d in one.decisions if d.id == decision), None)
            if stored is None:
                raise NotFound("This decision is no longer there.", "Reload the page.")
            if stored.text not in (was, text.strip()):
                raise ChangedMeanwhile(
                    "Somebody worded this decision anew meanwhile; yours was not stored over it. "
                    f"Theirs: {stored.text}. Yours: {text.strip()}.",
                    stored.text,
                    text.strip(),
                )
            worded = (replace(d, text=text.strip()) if d is stored else d for d in one.decisions)
            return replace(one, decisions=tuple(d for d in worded if d.text))

        return self._write(person, meeting, word)

    def park(self, person: Person, meeting: str, text: str, owner: str = "") -> Parked:
        """Put a line into the parking lot; the next agenda knows of it."""
        line = Parked(self._ids.new(), _said(text), owner.strip())
        self._write(person, meeting, lambda one: replace(one, parked=(*one.parked, line)))
        return line

    def unpark(self, person: Person, meeting: str, line: str) -> Meeting:
        """Take a line out of the parking lot."""

        def take(one: Meeting) -> Meeting:
            if line not in {p.id for p in one.parked}:
                raise NotFound("This line is no longer there.", "Reload the page.")
            return replace(one, parked=tuple(p for p in one.parked if p.id != line))

        return self._write(person, meeting, take)

    def promise(
        self,
        person: Person,
        meeting: str,
        text: str,
        owner: str,
        side: Side,
        due: date | None = None,
    ) -> ActionRecord:
        """Keep what somebody promised; it stays open until a person closes it."""
        one = self._write(person, meeting, lambda stored: stored)
        action = Action(self._ids.new(), _said(text), owner.strip(), side, due, self._day(one))
        record = ActionRecord(
            action=action, series=one.series.id, made_at=self._clock.now(), meeting=one.id
        )
        self._meetings.add_action(person, record)
        return record

    def _write(self, person: Person, meeting: str, change: Callable[[Meeting], Meeting]) -> Meeting:
        now = self._clock.now()
        return self._change(person, meeting, lambda one: change(touched(one, now)))

    def _change(
        self, person: Person, meeting: str, change: Callable[[Meeting], Meeting]
    ) -> Meeting:
        return self._meetings.change(person, meeting, change)

    def _day(self, meeting: Meeting) -> date:
        when: datetime = meeting.when or self._clock.now()
        return when.astimezone(ZoneInfo(meeting.agenda.zone)).date()


def _said(text: str) -> str:
    if not text.strip():
        raise Unfit("There is nothing to keep in an empty line.", "Write it down first.")
    return text.strip()
