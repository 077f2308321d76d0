"""Meetings read from the records with all that belongs to them, a few statements for any number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, select

from coach.adapters.database.meeting_actions import (
    NEXT_STEP,
    NO_MEETING,
    check_series,
    shown_series,
)
from coach.adapters.database.meeting_rows import (
    action_from,
    decision_from,
    meeting_from,
    series_from,
)
from coach.adapters.database.meeting_tables import actions, decisions, meetings, series
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, Decision, Meeting
from coach.errors import NotFound

BY_DATE = (meetings.c.starts_at.is_(None), meetings.c.starts_at, meetings.c.created_at)
_AT_ONCE = 500  # parameters of one statement; SQLite takes 32,766, servers like fewer


def visible(person: Person) -> Select[Any]:
    """Select the workspace's meetings that are not hidden."""
    return (
        select(meetings)
        .join(series, series.c.id == meetings.c.series)
        .where(shown_series(person), meetings.c.hidden_at.is_(None))
    )


def one_of(connection: Connection, person: Person, meeting: str) -> Meeting:
    """Return one meeting, or raise `NotFound`."""
    found = read(connection, visible(person).where(meetings.c.id == meeting))
    if not found:
        raise NotFound(NO_MEETING, NEXT_STEP)
    return found[0]


def all_of(connection: Connection, person: Person, series_id: str) -> list[Meeting]:
    """Return a series' meetings by date, or raise `NotFound`."""
    check_series(connection, person, series_id)
    its = visible(person).where(meetings.c.series == series_id)
    return read(connection, its.order_by(*BY_DATE, meetings.c.id))


def read(connection: Connection, query: Select[Any]) -> list[Meeting]:
    """Return the meetings of a query, in its order."""
    rows = connection.execute(query).all()
    of = {
        row.id: series_from(row)
        for row in _with(connection, series, series.c.id, {row.series for row in rows})
    }
    ids = {row.id for row in rows}
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for row in _with(connection, decisions, decisions.c.meeting, ids):
        decided[row.meeting].append(decision_from(row))
    promised: defaultdict[str, list[ActionRecord]] = defaultdict(list)
    for row in _with(connection, actions, actions.c.meeting, ids):
        promised[row.meeting].append(action_from(row))
    return [meeting_from(row, of[row.series], decided[row.id], promised[row.id]) for row in rows]


def _with(
    connection: Connection, table: Table, column: Column[Any], ids: set[str]
) -> Iterator[Row[Any]]:
    wanted = sorted(ids)
    ordered = [table.c.position, table.c.id] if "position" in table.c else [table.c.id]
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        yield from connection.execute(select(table).where(column.in_(part)).order_by(*ordered))
