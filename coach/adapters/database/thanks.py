"""Thank-yous in the records: a whole workspace's."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from coach.adapters.database.hiding import HiddenRows
from coach.adapters.database.promise_rows import thanks_from, thanks_values
from coach.adapters.database.promise_tables import thanks as table
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.thanks import ThankYou
from coach.ports import Clock


class SqlThanks(HiddenRows):
    """The port `Thanks` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        super().__init__(records, clock, table, "This thank-you is not in the log.")

    def add(self, person: Person, thanks: ThankYou) -> None:
        """Store a new one."""
        whose = {"workspace": person.workspace, "owner": person.id, "made_at": self._clock.now()}
        with self._records.writing() as connection:
            connection.execute(insert(table).values(thanks_values(thanks) | whose))

    def list(self, person: Person, limit: int) -> Sequence[ThankYou]:
        """Return the latest, newest first."""
        newest = table.c.on.desc(), table.c.made_at.desc(), table.c.id
        query = select(table).where(self.shown(person)).order_by(*newest).limit(max(0, limit))
        with self._records.reading() as connection:
            return [thanks_from(row) for row in connection.execute(query)]
