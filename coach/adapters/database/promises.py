"""Promises in the records: a whole workspace's, changed by one writer at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import insert, select, update

from coach.adapters.database.hiding import HiddenRows
from coach.adapters.database.promise_rows import promise_from, promise_values
from coach.adapters.database.promise_tables import promises
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.promises import Promise
from coach.ports import Clock


class SqlPromises(HiddenRows):
    """The port `Promises` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        super().__init__(records, clock, promises, "This promise is not on your board.")

    def add(self, person: Person, promise: Promise) -> None:
        """Store a new promise."""
        whose = {"workspace": person.workspace, "owner": person.id, "made_at": self._clock.now()}
        with self._records.writing() as connection:
            connection.execute(insert(promises).values(promise_values(promise) | whose))

    def list(self, person: Person) -> Sequence[Promise]:
        """Return all promises, the oldest first."""
        query = (
            select(promises).where(self.shown(person)).order_by(promises.c.made_at, promises.c.id)
        )
        with self._records.reading() as connection:
            return [promise_from(row) for row in connection.execute(query)]

    def change(self, person: Person, promise: str, change: Callable[[Promise], Promise]) -> Promise:
        """Store what `change` makes of a promise."""
        with self._records.writing() as connection:
            its = select(promises).where(self.shown(person), promises.c.id == promise)
            row = connection.execute(its.with_for_update()).one_or_none()
            if row is None:
                raise self.not_found()
            before = promise_from(row)
            if (after := change(before)) != before:
                of = update(promises).where(promises.c.id == promise)
                connection.execute(of.values(promise_values(after)))
            return promise_from(connection.execute(its).one())
