"""Kept quarrels in the records: each is its owner's alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from coach.adapters.database.case_rows import case_from, case_values, listed_from
from coach.adapters.database.case_tables import cases, exchanges
from coach.adapters.database.links import forget_links
from coach.adapters.database.records import Records
from coach.domain.cases import CountedCase, KeptCase, ListedCase, Told
from coach.domain.conversation import Person
from coach.domain.links import Purpose
from coach.errors import NotFound
from coach.ports import Clock

BEGINNING = 90  # letters of a text in the list
_ANALYSED = frozenset(("analysis", "title", "pattern"))
_LINE = (
    *(cases.c.id, cases.c.title, cases.c.kept_at, cases.c.due_on, cases.c.told),
    func.substr(cases.c.text, 1, BEGINNING).label("begins"),
)


class SqlCases:
    """The port `Cases` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def add(self, person: Person, case: KeptCase) -> None:
        """Store a new case."""
        whose = {"workspace": person.workspace, "owner": person.id}
        with self._records.writing() as connection:
            connection.execute(insert(cases).values(case_values(case) | whose))

    def get(self, person: Person, case: str) -> KeptCase:
        """Return one case."""
        with self._records.reading() as connection:
            return case_from(case_row(connection, person, case))

    def list(self, person: Person) -> Sequence[ListedCase]:
        """Return a line for each case, the latest first."""
        its = select(*_LINE).where(_shown(person))
        with self._records.reading() as connection:
            rows = connection.execute(its.order_by(cases.c.kept_at.desc(), cases.c.id))
            return [listed_from(row) for row in rows]

    def due(self, person: Person, today: date) -> int:
        """Return how many cases ask how their step went."""
        its = select(func.count()).select_from(cases)
        with self._records.reading() as connection:
            return connection.scalar(its.where(_shown(person), cases.c.due_on <= today)) or 0

    def change(self, person: Person, case: str, change: Callable[[KeptCase], KeptCase]) -> KeptCase:
        """Store what `change` makes of a case, in one transaction."""
        with self._records.writing() as connection:
            before = case_from(case_row(connection, person, case, lock=True))
            if (after := change(before)) != before:
                values = case_values(after)
                if after.analysis == before.analysis:  # perhaps of a shape that can't be read here
                    values = {name: values[name] for name in values if name not in _ANALYSED}
                connection.execute(update(cases).where(cases.c.id == case).values(values))
            return after

    def counted(self, person: Person, since: datetime) -> Sequence[CountedCase]:
        """Return each case that the workspace kept since then, to be counted; never whose."""
        its = select(cases.c.pattern, cases.c.kept_at, cases.c.told).where(
            cases.c.workspace == person.workspace,
            cases.c.hidden_at.is_(None),
            cases.c.kept_at >= since,
        )
        with self._records.reading() as connection:
            rows = connection.execute(its.order_by(cases.c.kept_at, cases.c.id))
            return [CountedCase(pattern, at, told and Told(told)) for pattern, at, told in rows]

    def hide(self, person: Person, case: str) -> None:
        """Take it out of the list at once; its link leads nowhere."""
        self._mark(_shown(person), case, self._clock.now())

    def unhide(self, person: Person, case: str) -> None:
        """Bring a hidden one back; one that is not hidden stays as it is."""
        self._mark(_of(person), case, None)

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many.

        So goes what another side wrote of a case when the last day passed without a joint result.

        Raises:
            StorageLocked: the rows are gone, their bytes in the log of the records are not yet.
        """
        with self._records.writing() as connection:
            gone = select(cases.c.id).where(cases.c.hidden_at < hidden_before)
            ids = list(connection.scalars(gone))
            forget_links(connection, Purpose.ACCOUNT, ids)
            connection.execute(delete(cases).where(cases.c.id.in_(ids)))
            over = connection.execute(
                update(exchanges)
                .where(
                    exchanges.c.expires_at < hidden_before,
                    exchanges.c.joint.is_(None),
                    exchanges.c.theirs.is_not(None),
                )
                .values(theirs=None)
            )
        if ids or over.rowcount or self._records.unwiped:
            self._records.wipe()
        return len(ids)

    def _mark(self, its: ColumnElement[bool], case: str, hidden_at: datetime | None) -> None:
        with self._records.writing() as connection:
            marking = update(cases).where(its, cases.c.id == case).values(hidden_at=hidden_at)
            if not connection.execute(marking).rowcount:
                raise no_case()


def case_row(connection: Connection, person: Person, case: str, lock: bool = False) -> Row[Any]:
    """Return the row of a person's case that is not hidden, or raise `NotFound`."""
    its = select(cases).where(_shown(person), cases.c.id == case)
    row = connection.execute(its.with_for_update() if lock else its).one_or_none()
    if row is None:
        raise no_case()
    return row


def no_case() -> NotFound:
    """Return the error for a case that is not there."""
    return NotFound("This case is not in your list.", "Open another one from the list.")


def _of(person: Person) -> ColumnElement[bool]:
    return and_(cases.c.workspace == person.workspace, cases.c.owner == person.id)


def _shown(person: Person) -> ColumnElement[bool]:
    return and_(_of(person), cases.c.hidden_at.is_(None))
