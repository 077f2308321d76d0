"""Meetings that are kept: saved, listed, changed, cancelled, and the next one of a series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from coach.domain.agenda import Action, Agenda
from coach.domain.carrying import carried
from coach.domain.conversation import Person
from coach.domain.meetings import ActionState, Meeting, MeetingState, Notes, Recalled, Series
from coach.domain.series_dates import (
    cancelled,
    cancelled_all,
    changed_all,
    changed_once,
    next_dates,
    restored,
    restored_all,
    taken,
    uid_of,
)
from coach.errors import Unfit
from coach.ports import Clock, Ids, Meetings
from coach.services.agendas.following import following

MOST = 200  # meetings of one list
FOUND = 20  # decisions and actions of one search


class MeetingSeries:
    """Keeps agendas as meetings of a series. Lives as long as the app.

    Everybody of a workspace sees and changes its meetings. All methods raise `NotFound` for what is
    not there, `Unfit` for what cannot be done to a meeting as it stands, and a
    `StorageError` where the records cannot be used.
    """

    def __init__(self, meetings: Meetings, clock: Clock, ids: Ids) -> None:
        self._meetings, self._clock, self._ids = meetings, clock, ids

    def save(self, person: Person, agenda: Agenda, purpose: str = "", series: str = "") -> Meeting:
        """Store an agenda as a planned meeting; `purpose` is what it is for, as typed.

        With `series` it is the next meeting of that one, else the first of a new one.
        """
        id_ = self._ids.new()
        if series:
            of = self._meetings.of_series(person, series)[0].series
        else:
            of = Series(
                id=self._ids.new(),
                title=agenda.title,
                uid=uid_of(id_),
                purpose=purpose or agenda.title,
                repeat=agenda.repeat,
                people=agenda.people,
                zone=agenda.zone,
                start=agenda.start,
            )
        meeting = Meeting(
            id=id_,
            series=of,
            agenda=agenda,
            owner=person.id,
            sequence=of.sequence,
            occurrence=agenda.start,
            notes=tuple(Notes() for _ in agenda.items),
        )
        self._meetings.add(person, meeting)
        return meeting

    def get(self, person: Person, meeting: str) -> Meeting:
        """Return one meeting as it stands; a meeting cut short is where it was left."""
        return self._meetings.get(person, meeting)

    def upcoming(self, person: Person, search: str = "", limit: int = MOST) -> Sequence[Meeting]:
        """Return what is planned or running, next first; also what nobody held at its date."""
        return self._meetings.list(person, over=False, search=search, limit=limit)

    def past(self, person: Person, search: str = "", limit: int = MOST) -> Sequence[Meeting]:
        """Return what was held or cancelled, latest first."""
        return self._meetings.list(person, over=True, search=search, limit=limit)

    def of_series(self, person: Person, series: str) -> Sequence[Meeting]:
        """Return all meetings of a series, by date."""
        return self._meetings.of_series(person, series)

    def change(
        self, person: Person, meeting: str, agenda: Agenda, version: int, *, every: bool = False
    ) -> Meeting:
        """Store another agenda for one date, or with `every` for the series from then on.

        `version` is that of the meeting which was changed. A calendar that gets the invitation
        again takes it as an update.

        Raises:
            ChangedMeanwhile: somebody else changed the agenda first; both are in the error.
        """
        if not every:
            return self._meetings.change(
                person, meeting, lambda stored: changed_once(stored, agenda, version)
            )
        series = self._meetings.get(person, meeting).series.id
        self._meetings.change_series(
            person, series, lambda stored: changed_all(stored, meeting, agenda, version)
        )
        return self._meetings.get(person, meeting)

    def cancel(self, person: Person, meeting: str, *, every: bool = False) -> Meeting:
        """Cancel one date, or with `every` all of the series that was not held."""
        if not every:
            return self._meetings.change(person, meeting, cancelled)
        series = self._meetings.get(person, meeting).series.id
        self._meetings.change_series(person, series, cancelled_all)
        return self._meetings.get(person, meeting)

    def restore(self, person: Person, meeting: str, *, every: bool = False) -> Meeting:
        """Take a cancelling back."""
        if not every:
            return self._meetings.change(person, meeting, restored)
        series = self._meetings.get(person, meeting).series.id
        self._meetings.change_series(person, series, restored_all)
        return self._meetings.get(person, meeting)

    def duplicate(self, person: Person, meeting: str) -> Meeting:
        """Store the agenda again as a new series without a date; nothing that was said goes along.

        Actions stay with the series they were promised in.
        """
        of = self._meetings.get(person, meeting)
        agenda = replace(of.agenda, title=f"{of.agenda.title} (copy)", start=None, actions=())
        return self.save(person, agenda, of.series.purpose)

    def dates(self, person: Person, series: str, count: int = 1) -> list[datetime]:
        """Return the next dates of a series that have no meeting yet."""
        return self._dates(self._meetings.of_series(person, series), count)

    def plan(self, person: Person, series: str, date: datetime) -> Meeting:
        """Return the meeting of a date of a series, so that this date can be changed or cancelled.

        Where there is none yet, it is stored with the agenda of the latest one.
        """
        meetings = self._meetings.of_series(person, series)
        for meeting in meetings:
            if date in (meeting.occurrence, meeting.agenda.start):
                return meeting
        return self.save(person, replace(meetings[-1].agenda, start=date), series=series)

    def open_actions(self, person: Person, series: str) -> tuple[Action, ...]:
        """Return what is open, oldest first, with how often each comes up, next time included."""
        held = self._meetings.of_series(person, series)
        return carried(self._meetings.actions(person, series, ActionState.OPEN), held)

    def next_agenda(self, person: Person, series: str, overdue: Sequence[Action] = ()) -> Agenda:
        """Return the next agenda of a series, on its next free date.

        The last one that was held is carried over as people worded it, with all that is open and
        what was left for next time; the two who led it change places. Promises of the plan that
        are `overdue` stand after what is open.

        Raises:
            Unfit: the series is cancelled.
        """
        meetings = self._meetings.of_series(person, series)
        if meetings[0].series.cancelled:
            raise Unfit("This series is cancelled.", "Take the cancelling back first.")
        held, now = [m for m in meetings if m.state is MeetingState.HELD], self._clock.now()
        last = max(held, key=lambda m: m.when or now) if held else meetings[-1]
        start = next(iter(self._dates(meetings, 1)), None)
        actions = carried(self._meetings.actions(person, series, ActionState.OPEN), held)
        return following(last, (*actions, *overdue), start)

    def delete(self, person: Person, meeting: str) -> None:
        """Take a meeting away at once; `undelete` within the grace time brings it back.

        What is open of it stays on its series' list; the last meeting takes the series along.
        """
        self._meetings.hide(person, meeting)

    def undelete(self, person: Person, meeting: str) -> None:
        """Bring a deleted meeting back."""
        self._meetings.unhide(person, meeting)

    def delete_series(self, person: Person, series: str) -> None:
        """Take a series with all its meetings, decisions and actions away at once."""
        self._meetings.hide_series(person, series)

    def undelete_series(self, person: Person, series: str) -> None:
        """Bring a deleted series back."""
        self._meetings.unhide_series(person, series)

    def search(
        self, person: Person, text: str, series: str = "", limit: int = FOUND
    ) -> Sequence[Recalled]:
        """Return the decisions and actions that hold words of `text`, the best first."""
        return self._meetings.search(person, text, limit, series)

    def _dates(self, meetings: Sequence[Meeting], count: int) -> list[datetime]:
        now = self._clock.now()
        return next_dates(meetings[0].series, now, taken(meetings), count)
