"""Meetings in the records: a whole workspace's, changed by one writer at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update

from coach.adapters.database.meeting_actions import (
    NEXT_STEP,
    NO_MEETING,
    NO_SERIES,
    SqlActions,
    check_series,
    lock_series,
)
from coach.adapters.database.meeting_reading import BY_DATE, all_of, one_of, read, visible
from coach.adapters.database.meeting_rows import meeting_values, series_values
from coach.adapters.database.meeting_search import recall
from coach.adapters.database.meeting_tables import actions, meetings
from coach.adapters.database.meeting_tables import series as all_series
from coach.adapters.database.meeting_writing import store_changes, store_decisions, unhide_series
from coach.adapters.database.records import Records
from coach.adapters.database.tables import storable
from coach.adapters.words import Words
from coach.domain.conversation import Person
from coach.domain.meetings import ActionState, Meeting, MeetingState, Recalled
from coach.errors import NotFound
from coach.ports import Clock

_OVER = [state.value for state in MeetingState if state.over]
_MOST_WORDS, _LONGEST_WORD = 8, 80
_LATEST = func.coalesce(meetings.c.held_at, meetings.c.starts_at, meetings.c.created_at).desc()

MeetingChange = Callable[[Meeting], Meeting]
SeriesChange = Callable[[Sequence[Meeting]], Sequence[Meeting]]


class SqlMeetings(SqlActions):
    """The port `Meetings` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock, words: Words | None = None) -> None:
        super().__init__(records, clock)
        self._words = words or Words()

    def add(self, person: Person, meeting: Meeting) -> None:
        """Store a new meeting as this person's, and its series where that is not there yet."""
        whose = {"workspace": person.workspace, "owner": person.id}
        row = meeting_values(meeting) | whose | {"created_at": self._clock.now()}
        with self._records.writing() as connection:
            its = select(all_series.c.id).where(all_series.c.id == meeting.series.id)
            if connection.scalar(its) is None:
                connection.execute(insert(all_series).values(series_values(meeting.series) | whose))
            else:
                lock_series(connection, person, meeting.series.id)
            connection.execute(insert(meetings).values(row))
            store_decisions(connection, person, (), meeting.decisions)

    def get(self, person: Person, meeting: str) -> Meeting:
        """Return one meeting."""
        with self._records.reading() as connection:
            return one_of(connection, person, meeting)

    def list(self, person: Person, over: bool, search: str, limit: int) -> Sequence[Meeting]:
        """Return the meetings to come, next first, or those that are `over`, latest first."""
        past = meetings.c.state.in_(_OVER)
        query = (
            visible(person)
            .where(past if over else ~past, *map(_holds, _words(search)))
            .order_by(*((_LATEST,) if over else BY_DATE), meetings.c.id)
            .limit(limit)
        )
        with self._records.reading() as connection:
            return read(connection, query)

    def of_series(self, person: Person, series: str) -> Sequence[Meeting]:
        """Return a series' meetings by date, those without one last."""
        with self._records.reading() as connection:
            return all_of(connection, person, series)

    def change(self, person: Person, meeting: str, change: MeetingChange) -> Meeting:
        """Store what `change` makes of a meeting."""
        with self._records.writing() as connection:
            its = visible(person).where(meetings.c.id == meeting)
            row = connection.execute(its).one_or_none()
            if row is None:
                raise NotFound(NO_MEETING, NEXT_STEP)
            lock_series(connection, person, row.series)
            before = one_of(connection, person, meeting)
            store_changes(connection, person, [before], [change(before)])
            return one_of(connection, person, meeting)

    def change_series(self, person: Person, series: str, change: SeriesChange) -> Sequence[Meeting]:
        """Store what `change` makes of all meetings of a series."""
        with self._records.writing() as connection:
            lock_series(connection, person, series)
            before = all_of(connection, person, series)
            store_changes(connection, person, before, change(before))
            return all_of(connection, person, series)

    def hide(self, person: Person, meeting: str) -> None:
        """Take it out of every list at once; with its last meeting, the series goes too."""
        now = self._clock.now()
        with self._records.writing() as connection:
            its = one_of(connection, person, meeting).series.id
            lock_series(connection, person, its)
            hidden = update(meetings).where(meetings.c.id == meeting)
            connection.execute(hidden.values(hidden_at=now))
            left = meetings.c.series == its, meetings.c.hidden_at.is_(None)
            if connection.scalar(select(meetings.c.id).where(*left).limit(1)) is None:
                gone = update(all_series).where(all_series.c.id == its)
                connection.execute(gone.values(hidden_at=now))

    def unhide(self, person: Person, meeting: str) -> None:
        """Bring a hidden meeting back, with its series; one that is not hidden stays as it is."""
        mine = meetings.c.id == meeting, meetings.c.workspace == person.workspace
        with self._records.writing() as connection:
            its = connection.scalar(select(meetings.c.series).where(*mine))
            if its is None:
                raise NotFound(NO_MEETING, NEXT_STEP)
            connection.execute(
                update(all_series).where(all_series.c.id == its).values(hidden_at=None)
            )
            connection.execute(update(meetings).where(*mine).values(hidden_at=None))

    def hide_series(self, person: Person, series: str) -> None:
        """Take a series with all that belongs to it out of every list at once."""
        now = self._clock.now()
        with self._records.writing() as connection:
            lock_series(connection, person, series)
            connection.execute(
                update(all_series).where(all_series.c.id == series).values(hidden_at=now)
            )

    def unhide_series(self, person: Person, series: str) -> None:
        """Bring a hidden series back; meetings that were hidden alone stay hidden."""
        with self._records.writing() as connection:
            if not unhide_series(connection, person, series):
                raise NotFound(NO_SERIES, NEXT_STEP)

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many meetings.

        Raises:
            StorageLocked: the rows are gone, their bytes in the log of the records are not yet.
        """
        whole = select(all_series.c.id).where(all_series.c.hidden_at < hidden_before)
        alone = meetings.c.hidden_at < hidden_before
        gone = select(meetings.c.id).where(or_(alone, meetings.c.series.in_(whole)))
        with self._records.writing() as connection:
            ids = list(connection.scalars(gone))
            connection.execute(
                delete(actions).where(
                    actions.c.meeting.in_(select(meetings.c.id).where(alone)),
                    actions.c.state != ActionState.OPEN.value,
                )
            )
            connection.execute(delete(meetings).where(alone))
            connection.execute(delete(all_series).where(all_series.c.hidden_at < hidden_before))
        if ids or self._records.unwiped:
            self._records.wipe()
        return len(ids)

    def search(self, person: Person, text: str, limit: int, series: str = "") -> Sequence[Recalled]:
        """Return decisions and actions that hold words of `text`, those with most of them first."""
        with self._records.reading() as connection:
            if series:
                check_series(connection, person, series)
            return recall(connection, self._words, person, text, series)[: max(0, limit)]


def _words(search: str) -> list[str]:
    return [word[:_LONGEST_WORD].lower() for word in storable(search).split()[:_MOST_WORDS]]


def _holds(word: str) -> ColumnElement[bool]:
    return func.lower(meetings.c.words).contains(word, autoescape=True)
