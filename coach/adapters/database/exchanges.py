"""What both sides of a kept quarrel write, in the records: each side through its own door."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from coach.adapters.database.case_rows import case_from, exchange_from, exchange_values
from coach.adapters.database.case_tables import cases, exchanges
from coach.adapters.database.cases import case_row
from coach.adapters.database.links import (
    add_links,
    forget_links,
    link_from,
    link_row,
    spend_link,
)
from coach.adapters.database.records import Records
from coach.domain.accounts import Exchange, OpenedAccount
from coach.domain.cases import KeptCase
from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose
from coach.errors import CaseError, StorageLocked
from coach.ports.cases import Settle


class SqlExchanges:
    """The port `Exchanges` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def ask(self, person: Person, exchange: Exchange, link: tuple[Link, str]) -> None:
        """Store a new asking with its link in the place of an older one, whose link goes."""
        whose = {"workspace": person.workspace, "owner": person.id}
        with self._records.writing() as connection:
            case_row(connection, person, exchange.case, lock=True)
            forget_links(connection, Purpose.ACCOUNT, [exchange.case])
            connection.execute(delete(exchanges).where(exchanges.c.case == exchange.case))
            connection.execute(insert(exchanges).values(exchange_values(exchange) | whose))
            add_links(connection, person, [link])
        self._wipe()

    def of(self, person: Person, case: str) -> Exchange | None:
        """Return what was asked of the other side of a case, `None` where nothing."""
        with self._records.reading() as connection:
            case_row(connection, person, case)
            return _of(connection, case)

    def settle(self, person: Person, case: str, action: Settle) -> Exchange:
        """Store what the asker's action makes of it."""
        with self._records.writing() as connection:
            its = case_from(case_row(connection, person, case, lock=True))
            before = _of(connection, case)
            if before is None:
                raise CaseError("The other side of this case was not asked.")
            after = action(its, before)
            _store(connection, after)
        self._wipe_where_gone(before, after)
        return after

    def open(self, token: str, key: str = "") -> OpenedAccount | None:
        """Return what the link with this fingerprint opens, `None` where nothing."""
        with self._records.reading() as connection:
            found = _opened(connection, token, key)
            return found and found[1]

    def answer(
        self, token: str, key: str, action: Callable[[KeptCase, OpenedAccount], Exchange]
    ) -> Exchange | None:
        """Store what the other side's action makes of it; its first one uses the link up."""
        with self._records.writing() as connection:
            found = _opened(connection, token, key, lock=True)
            if found is None:
                return None
            case, opened = found
            after = action(case, opened)
            if not opened.mine:
                spend_link(connection, opened.link.id)
            _store(connection, after, key=key)
        self._wipe_where_gone(opened.exchange, after)
        return after

    def _wipe_where_gone(self, before: Exchange, after: Exchange) -> None:
        if before.theirs is not None and before.theirs != after.theirs:
            self._wipe()

    def _wipe(self) -> None:
        """Leave no byte of a text that was taken back; where the log is read, a purge does it."""
        with suppress(StorageLocked):
            self._records.wipe()


def _of(connection: Connection, case: str) -> Exchange | None:
    row = connection.execute(select(exchanges).where(exchanges.c.case == case)).one_or_none()
    return None if row is None else exchange_from(row)


def _store(connection: Connection, after: Exchange, **more: Any) -> None:
    its = update(exchanges).where(exchanges.c.case == after.case)
    connection.execute(its.values(exchange_values(after) | more))


def _opened(
    connection: Connection, token: str, key: str, lock: bool = False
) -> tuple[KeptCase, OpenedAccount] | None:
    """Find what a token opens; with `lock`, the case first, as the asker's door locks it.

    A forged token asks as many questions as a deleted case's, so that time tells nothing.
    """
    found = link_row(connection, token, Purpose.ACCOUNT)
    subject = "" if found is None else found.subject
    its = select(cases).where(cases.c.id == subject, cases.c.hidden_at.is_(None))
    row = connection.execute(its.with_for_update() if lock else its).one_or_none()
    link = link_row(connection, token, Purpose.ACCOUNT, lock=True) if lock else found
    asked = select(exchanges).where(exchanges.c.case == subject)
    exchange = connection.execute(asked).one_or_none()
    if row is None or link is None or exchange is None:
        return None
    mine = bool(key) and exchange.key == key
    return case_from(row), OpenedAccount(link_from(link), exchange_from(exchange), mine)
