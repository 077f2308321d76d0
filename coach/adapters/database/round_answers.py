"""Answers in the records: each stands alone, without its link, its time or its place in line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from coach.adapters.database.links import link_from, link_row, spend_link
from coach.adapters.database.records import Records
from coach.adapters.database.round_rows import response_from, response_values, round_from
from coach.adapters.database.round_tables import responses, rounds
from coach.domain.conversation import Person
from coach.domain.links import Purpose
from coach.domain.rounds import Count, Opened, Round
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.errors import NotFound
from coach.ports import Clock, Ids

NEXT_STEP = "Open another round from the list."
NO_ROUND = "This round is not in your list."


class SqlAnswers:
    """The answers' half of `Rounds`. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock, ids: Ids) -> None:
        self._records, self._clock, self._ids = records, clock, ids

    def counts(self, person: Person, round_id: str) -> Mapping[Side, Count]:
        """Return how many answers each side has; sides without any are not in it."""
        with self._records.reading() as connection:
            row_of(connection, person, round_id)
            return counted(connection, round_id)

    def responses(self, person: Person, round_id: str) -> Sequence[Response]:
        """Return all answers, in the order of their random ids."""
        its = select(responses).where(responses.c.round == round_id).order_by(responses.c.id)
        with self._records.reading() as connection:
            row_of(connection, person, round_id)
            return [response_from(row) for row in connection.execute(its)]

    def open(self, token: str, key: str = "") -> Opened | None:
        """Return what the link with this fingerprint opens, `None` where nothing."""
        with self._records.reading() as connection:
            return _opened(connection, token, key, lock=False)

    def answer(self, token: str, key: str, reply: Callable[[Opened], Response]) -> Response | None:
        """Store what `reply` makes of what the link opens, in one transaction."""
        with self._records.writing() as connection:
            opened = _opened(connection, token, key, lock=True)
            if opened is None:
                return None
            response = reply(opened)
            if opened.given is None:
                spend_link(connection, opened.link.id)
                self._insert(connection, opened.link.subject, response, key)
            else:
                mine = responses.c.round == opened.round.id, responses.c.key == key
                connection.execute(update(responses).where(*mine).values(response_values(response)))
            return response

    def take(
        self,
        person: Person,
        round_id: str,
        taken: Sequence[Response],
        check: Callable[[Round], None],
    ) -> None:
        """Store answers that the person typed in, all or none; `check` may refuse by raising."""
        with self._records.writing() as connection:
            check(round_from(row_of(connection, person, round_id, lock=True)))
            for response in taken:
                self._insert(connection, round_id, response, None)

    def _insert(
        self, connection: Connection, round_id: str, response: Response, key: str | None
    ) -> None:
        whose = select(rounds.c.workspace, rounds.c.owner).where(rounds.c.id == round_id)
        row = connection.execute(whose).one()
        values = response_values(response) | {
            "id": self._ids.new(),
            "workspace": row.workspace,
            "owner": row.owner,
            "round": round_id,
            "key": key,
            "typed": key is None,
        }
        connection.execute(insert(responses).values(values))


def row_of(connection: Connection, person: Person, round_id: str, lock: bool = False) -> Row[Any]:
    """Return the row of a round that is not hidden, or raise `NotFound`."""
    its = select(rounds).where(
        rounds.c.id == round_id,
        rounds.c.workspace == person.workspace,
        rounds.c.hidden_at.is_(None),
    )
    row = connection.execute(its.with_for_update() if lock else its).one_or_none()
    if row is None:
        raise NotFound(NO_ROUND, NEXT_STEP)
    return row


def counted(connection: Connection, round_id: str) -> Mapping[Side, Count]:
    """Count a round's answers by side and by how they came."""
    kinds = responses.c.side, responses.c.typed
    its = select(*kinds, func.count()).where(responses.c.round == round_id).group_by(*kinds)
    found: defaultdict[str, dict[bool, int]] = defaultdict(dict)
    for side, typed, number in connection.execute(its):
        found[side][typed] = number
    return {Side(side): Count(n.get(False, 0), n.get(True, 0)) for side, n in found.items()}


def _opened(connection: Connection, token: str, key: str, lock: bool) -> Opened | None:
    """Find what a token opens; with `lock`, the round first, as who closes it locks it.

    A forged token asks as many questions as a deleted round's, so that time tells nothing.
    """
    found = link_row(connection, token, Purpose.ANSWER)
    subject = "" if found is None else found.subject
    its = select(rounds).where(rounds.c.id == subject, rounds.c.hidden_at.is_(None))
    row = connection.execute(its.with_for_update(read=True) if lock else its).one_or_none()
    link = link_row(connection, token, Purpose.ANSWER, lock=True) if lock else found
    if row is None or link is None:
        return None
    mine = select(responses).where(responses.c.round == row.id, responses.c.key == key)
    given = connection.execute(mine).one_or_none() if key else None
    before = None if given is None else response_from(given)
    return Opened(link_from(link), round_from(row), before)
