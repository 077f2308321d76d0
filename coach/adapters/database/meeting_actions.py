"""Actions in the records: they belong to a series and outlive the meeting they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, update

from coach.adapters.database.meeting_rows import action_from, action_values
from coach.adapters.database.meeting_tables import actions, meetings, series
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState
from coach.errors import NotFound
from coach.ports import Clock

NEXT_STEP = "Open another meeting from the list."
NO_MEETING = "This meeting is not in your list."
NO_SERIES = "This series is not in your list."


class SqlActions:
    """The actions' half of `Meetings`. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def add_action(self, person: Person, record: ActionRecord) -> None:
        """Store a new action of a series."""
        with self._records.writing() as connection:
            lock_series(connection, person, record.series)
            if record.meeting is not None:
                its = and_(meetings.c.id == record.meeting, meetings.c.series == record.series)
                check_meeting(connection, its)
            last = select(func.max(actions.c.position)).where(actions.c.series == record.series)
            row = action_values(record) | {
                "workspace": person.workspace,
                "owner": person.id,
                "position": (connection.scalar(last) or 0) + 1,
            }
            connection.execute(insert(actions).values(row))

    def change_action(
        self, person: Person, action: str, change: Callable[[ActionRecord], ActionRecord]
    ) -> ActionRecord:
        """Store what `change` makes of an action."""
        with self._records.writing() as connection:
            its = _visible(person).where(actions.c.id == action)
            row = connection.execute(its.with_for_update(of=actions)).one_or_none()
            if row is None:
                raise NotFound("This action is not in your list.", "Reload the page.")
            before = action_from(row)
            after = change(before)
            if after != before:
                connection.execute(
                    update(actions).where(actions.c.id == action).values(action_values(after))
                )
            return action_from(connection.execute(its).one())

    def actions(
        self, person: Person, series: str = "", state: ActionState | None = None
    ) -> Sequence[ActionRecord]:
        """Return a series' actions, or the workspace's, in the order they were made."""
        query = _visible(person).order_by(actions.c.made_at, actions.c.position, actions.c.id)
        if state is not None:
            query = query.where(actions.c.state == state.value)
        with self._records.reading() as connection:
            if series:
                check_series(connection, person, series)
                query = query.where(actions.c.series == series)
            return [action_from(row) for row in connection.execute(query)]


def shown_series(person: Person) -> ColumnElement[bool]:
    """Say which series are the workspace's and not hidden."""
    return and_(series.c.workspace == person.workspace, series.c.hidden_at.is_(None))


def shown_actions() -> ColumnElement[bool]:
    """Say which actions of a series that stands are shown, `meetings` being joined to them.

    What is open stands also where its meeting was deleted.
    """
    return or_(actions.c.state == ActionState.OPEN.value, meetings.c.hidden_at.is_(None))


def check_series(connection: Connection, person: Person, id_: str) -> None:
    """Raise `NotFound` where a series is hidden, not there or another workspace's."""
    if connection.scalar(select(series.c.id).where(series.c.id == id_, shown_series(person))):
        return
    raise NotFound(NO_SERIES, NEXT_STEP)


def lock_series(connection: Connection, person: Person, id_: str) -> None:
    """Let nobody else change a series or its meetings; raises like `check_series`."""
    query = select(series.c.id).where(series.c.id == id_, shown_series(person)).with_for_update()
    if connection.scalar(query) is None:
        raise NotFound(NO_SERIES, NEXT_STEP)


def check_meeting(connection: Connection, its: ColumnElement[bool]) -> None:
    """Raise `NotFound` where a meeting is hidden or not there."""
    if connection.scalar(select(meetings.c.id).where(its, meetings.c.hidden_at.is_(None))) is None:
        raise NotFound(NO_MEETING, NEXT_STEP)


def _visible(person: Person) -> Select[Any]:
    return (
        select(actions)
        .join(series, series.c.id == actions.c.series)
        .outerjoin(meetings, meetings.c.id == actions.c.meeting)
        .where(shown_series(person), shown_actions())
    )
