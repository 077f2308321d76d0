"""Agreements in the records: a whole workspace's, changed by one writer at a time."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert, select, update

from coach.adapters.database.agreement_rows import agreement_from, agreement_values
from coach.adapters.database.agreement_tables import agreements
from coach.adapters.database.hiding import HiddenRows
from coach.adapters.database.records import Records
from coach.domain.agreement import Agreement
from coach.domain.conversation import Person
from coach.ports import Clock


class SqlAgreements(HiddenRows):
    """The port `Agreements` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        super().__init__(records, clock, agreements, "This agreement is not there any more.")

    def add(self, person: Person, agreement: Agreement) -> None:
        """Store a new one, which then stands."""
        whose = {"workspace": person.workspace, "owner": person.id, "made_at": self._clock.now()}
        with self._records.writing() as connection:
            connection.execute(insert(agreements).values(agreement_values(agreement) | whose))

    def current(self, person: Person) -> Agreement | None:
        """Return the one that stands, the latest; `None` where there is none."""
        latest = agreements.c.made_at.desc(), agreements.c.id
        query = select(agreements).where(self.shown(person)).order_by(*latest).limit(1)
        with self._records.reading() as connection:
            row = connection.execute(query).one_or_none()
            return None if row is None else agreement_from(row)

    def change(
        self, person: Person, agreement: str, change: Callable[[Agreement], Agreement]
    ) -> Agreement:
        """Store what `change` makes of an agreement."""
        with self._records.writing() as connection:
            its = select(agreements).where(self.shown(person), agreements.c.id == agreement)
            row = connection.execute(its.with_for_update()).one_or_none()
            if row is None:
                raise self.not_found()
            after = change(agreement_from(row))
            of = update(agreements).where(agreements.c.id == agreement)
            connection.execute(of.values(agreement_values(after)))
            return after
