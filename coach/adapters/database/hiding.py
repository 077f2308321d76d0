"""Rows that are hidden at once, can be brought back, and are deleted for good a moment later."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, update

from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.errors import NotFound
from coach.ports import Clock


class HiddenRows:
    """What a table with `hidden_at` has in common. Lives as long as the app; safe from threads.

    `missing` says in a sentence that something is not there.
    """

    def __init__(self, records: Records, clock: Clock, table: Table, missing: str) -> None:
        self._records, self._clock = records, clock
        self._table, self._missing = table, missing

    def hide(self, person: Person, id_: str) -> None:
        """Take a row out of every list at once."""
        self._mark(and_(self.shown(person), self._table.c.id == id_), self._clock.now())

    def unhide(self, person: Person, id_: str) -> None:
        """Bring a row back; one that is not hidden stays as it is."""
        mine = self._table.c.workspace == person.workspace
        self._mark(and_(mine, self._table.c.id == id_), None)

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many.

        Raises:
            StorageLocked: the rows are gone, their bytes in the log of the records are not yet.
        """
        with self._records.writing() as connection:
            gone = delete(self._table).where(self._table.c.hidden_at < hidden_before)
            count = connection.execute(gone).rowcount
        if count or self._records.unwiped:
            self._records.wipe()
        return count

    def shown(self, person: Person) -> ColumnElement[bool]:
        """Say which rows are the workspace's and not hidden."""
        table = self._table
        return and_(table.c.workspace == person.workspace, table.c.hidden_at.is_(None))

    def not_found(self) -> NotFound:
        """Return the error for a row that is not there."""
        return NotFound(self._missing, "Reload the page.")

    def _mark(self, its: ColumnElement[bool], hidden_at: datetime | None) -> None:
        with self._records.writing() as connection:
            marked = update(self._table).where(its).values(hidden_at=hidden_at)
            if not connection.execute(marked).rowcount:
                raise self.not_found()
