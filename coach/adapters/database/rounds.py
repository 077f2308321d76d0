"""Rounds of the survey in the records: a whole workspace's, their answers apart from everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from coach.adapters.database.link_tables import links
from coach.adapters.database.links import add_links, forget_links
from coach.adapters.database.round_answers import (
    NEXT_STEP,
    NO_ROUND,
    SqlAnswers,
    counted,
    row_of,
)
from coach.adapters.database.round_results import SqlResults
from coach.adapters.database.round_rows import round_from, round_values
from coach.adapters.database.round_tables import rounds
from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose
from coach.domain.rounds import Count, Round
from coach.domain.stages import Side
from coach.errors import NotFound

RoundChange = Callable[[Round, Mapping[Side, Count]], Round]


class SqlRounds(SqlAnswers, SqlResults):
    """The port `Rounds` on the records. Lives as long as the app; safe from many threads."""

    def add(self, person: Person, new: Round, links: Sequence[tuple[Link, str]]) -> None:
        """Store a new round with its links and the fingerprints of their tokens, or nothing."""
        whose = {"workspace": person.workspace, "owner": person.id}
        with self._records.writing() as connection:
            connection.execute(insert(rounds).values(round_values(new) | whose))
            add_links(connection, person, links)

    def get(self, person: Person, round_id: str) -> Round:
        """Return one round."""
        with self._records.reading() as connection:
            return round_from(row_of(connection, person, round_id))

    def list(self, person: Person) -> Sequence[Round]:
        """Return the rounds, latest start first."""
        mine = rounds.c.workspace == person.workspace, rounds.c.hidden_at.is_(None)
        its = select(rounds).where(*mine).order_by(rounds.c.started_at.desc(), rounds.c.id)
        with self._records.reading() as connection:
            return [round_from(row) for row in connection.execute(its)]

    def change(self, person: Person, round_id: str, change: RoundChange) -> Round:
        """Store what `change` makes of a round and the counts it has; its links end with it."""
        with self._records.writing() as connection:
            before = round_from(row_of(connection, person, round_id, lock=True))
            after = change(before, counted(connection, round_id))
            if after != before:
                its = update(rounds).where(rounds.c.id == round_id)
                connection.execute(its.values(round_values(after)))
                _end_with(connection, after)
            return after

    def hide(self, person: Person, round_id: str) -> None:
        """Take it out of every list at once; its links lead nowhere."""
        with self._records.writing() as connection:
            row_of(connection, person, round_id, lock=True)
            self._mark(connection, person, round_id, self._clock.now())

    def unhide(self, person: Person, round_id: str) -> None:
        """Bring a hidden round back; one that is not hidden stays as it is."""
        with self._records.writing() as connection:
            if not self._mark(connection, person, round_id, None):
                raise NotFound(NO_ROUND, NEXT_STEP)

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many rounds.

        Raises:
            StorageLocked: the rows are gone, their bytes in the log of the records are not yet.
        """
        gone = select(rounds.c.id).where(rounds.c.hidden_at < hidden_before)
        with self._records.writing() as connection:
            ids = list(connection.scalars(gone))
            forget_links(connection, Purpose.ANSWER, ids)
            connection.execute(delete(rounds).where(rounds.c.id.in_(ids)))
        if ids or self._records.unwiped:
            self._records.wipe()
        return len(ids)

    def _mark(
        self, connection: Connection, person: Person, round_id: str, hidden_at: datetime | None
    ) -> int:
        mine = rounds.c.id == round_id, rounds.c.workspace == person.workspace
        marking: Any = update(rounds).where(*mine).values(hidden_at=hidden_at)
        return int(connection.execute(marking).rowcount)


def _end_with(connection: Connection, after: Round) -> None:
    its = links.c.purpose == Purpose.ANSWER.value, links.c.subject == after.id
    connection.execute(update(links).where(*its).values(expires_at=after.final_at))
