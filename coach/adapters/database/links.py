"""Links in the records, found by the fingerprint of their token."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from coach.adapters.database.link_tables import links
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose
from coach.domain.stages import Side
from coach.errors import NotFound

_NO_LINK = "This link is not in your list."


class SqlLinks:
    """The port `Links` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def add(self, person: Person, links: Sequence[tuple[Link, str]]) -> None:
        """Store new links as this person's, each with the fingerprint of its token."""
        with self._records.writing() as connection:
            add_links(connection, person, links)

    def of(self, person: Person, purpose: Purpose, subject: str) -> Sequence[Link]:
        """Return the workspace's links to a subject, in an order that tells nothing."""
        its = select(links).where(
            links.c.workspace == person.workspace,
            links.c.purpose == purpose.value,
            links.c.subject == subject,
        )
        with self._records.reading() as connection:
            return [link_from(row) for row in connection.execute(its.order_by(links.c.id))]

    def find(self, token: str, purpose: Purpose) -> tuple[Link, Person] | None:
        """Return the link with this fingerprint and who made it, `None` where there is none."""
        with self._records.reading() as connection:
            row = link_row(connection, token, purpose)
            return None if row is None else (link_from(row), Person(row.owner, row.workspace))

    def revoke(self, person: Person, link: str, now: datetime) -> None:
        """Close it for good; the moment of the first time stays."""
        mine = links.c.id == link, links.c.workspace == person.workspace
        with self._records.writing() as connection:
            if connection.scalar(select(links.c.id).where(*mine)) is None:
                raise NotFound(_NO_LINK, "Reload the page: it shows the links as they stand.")
            closing = update(links).where(*mine, links.c.revoked_at.is_(None))
            connection.execute(closing.values(revoked_at=now))


def add_links(connection: Connection, person: Person, new: Sequence[tuple[Link, str]]) -> None:
    """Store new links, each with its token's fingerprint, within the caller's transaction."""
    whose = {"workspace": person.workspace, "owner": person.id}
    rows = [_values(link) | whose | {"token": token} for link, token in new]
    if rows:
        connection.execute(insert(links), rows)


def link_row(
    connection: Connection, token: str, purpose: Purpose, lock: bool = False
) -> Row[Any] | None:
    """Find a link by its token's fingerprint; `lock` keeps others from using it meanwhile."""
    its = select(links).where(links.c.token == token, links.c.purpose == purpose.value)
    return connection.execute(its.with_for_update() if lock else its).one_or_none()


def spend_link(connection: Connection, link: str) -> None:
    """Take one use of a link that was found locked and open; a shared one has no end of them."""
    connection.execute(
        update(links).where(links.c.id == link).values(uses_left=links.c.uses_left - 1)
    )


def forget_links(connection: Connection, purpose: Purpose, subjects: Sequence[str]) -> None:
    """Delete all links to subjects, as when these are deleted for good."""
    connection.execute(
        delete(links).where(links.c.purpose == purpose.value, links.c.subject.in_(subjects))
    )


def link_from(row: Row[Any]) -> Link:
    """Read a row of `links`."""
    return Link(
        id=row.id,
        purpose=Purpose(row.purpose),
        subject=row.subject,
        side=Side(row.side),
        expires_at=row.expires_at,
        uses_left=row.uses_left,
        revoked_at=row.revoked_at,
    )


def _values(link: Link) -> dict[str, Any]:
    return {
        "id": link.id,
        "purpose": link.purpose.value,
        "subject": link.subject,
        "side": link.side.value,
        "expires_at": link.expires_at,
        "uses_left": link.uses_left,
        "revoked_at": link.revoked_at,
    }
