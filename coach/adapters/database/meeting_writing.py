"""What changed in meetings, written to the records; what did not change is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from coach.adapters.database.meeting_rows import decision_values, meeting_values, series_values
from coach.adapters.database.meeting_tables import decisions, meetings, series
from coach.domain.conversation import Person
from coach.domain.meetings import Decision, Meeting


def store_changes(
    connection: Connection, person: Person, before: Sequence[Meeting], after: Sequence[Meeting]
) -> None:
    """Write meetings of one series, and that series, as they are after a change.

    Only columns that differ are written: an agenda of a shape that cannot be read here stays.
    """
    if not before:
        return
    _update(connection, series, series_values(before[0].series), series_values(after[0].series))
    for old, new in zip(before, after, strict=True):
        _update(connection, meetings, meeting_values(old), meeting_values(new))
        store_decisions(connection, person, old.decisions, new.decisions)


def store_decisions(
    connection: Connection, person: Person, old: Sequence[Decision], new: Sequence[Decision]
) -> None:
    """Write a meeting's decisions: those that are new, worded anew or taken back."""
    stood = {decision.id: decision for decision in old}
    gone = stood.keys() - {decision.id for decision in new}
    if gone:
        connection.execute(delete(decisions).where(decisions.c.id.in_(sorted(gone))))
    for position, decision in enumerate(new):
        values = decision_values(decision)
        if decision.id in stood:
            _update(connection, decisions, decision_values(stood[decision.id]), values)
        else:
            whose = {"workspace": person.workspace, "owner": person.id, "position": position}
            connection.execute(insert(decisions).values(values | whose))


def unhide_series(connection: Connection, person: Person, series_id: str) -> bool:
    """Bring a hidden series of the workspace back; return whether there is one.

    Where it went with its last meeting, that comes back, too.
    """
    mine = series.c.id == series_id, series.c.workspace == person.workspace
    row = connection.execute(select(series.c.hidden_at).where(*mine)).one_or_none()
    if row is None:
        return False
    its_last = meetings.c.series == series_id, meetings.c.hidden_at == row.hidden_at
    connection.execute(update(meetings).where(*its_last).values(hidden_at=None))
    connection.execute(update(series).where(*mine).values(hidden_at=None))
    return True


def _update(connection: Connection, table: Table, old: dict[str, Any], new: dict[str, Any]) -> None:
    changed = {name: value for name, value in new.items() if value != old[name]}
    if changed:
        connection.execute(update(table).where(table.c.id == old["id"]).values(changed))
