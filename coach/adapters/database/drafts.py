"""Agendas that nobody has kept yet, in the records."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select

from coach.adapters.database.draft_tables import drafts
from coach.adapters.database.frozen_meetings import (
    agenda_from,
    brief_from,
    freeze_agenda,
    freeze_brief,
)
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.drafts import AgendaDraft
from coach.errors import NotFound, StorageLocked
from coach.ports import Clock

_GONE = "This draft is no longer there: it was kept, dropped or not touched for a week."


class SqlDrafts:
    """The port `AgendaDrafts` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def put(self, person: Person, draft: AgendaDraft) -> None:
        """Store a draft as it stands now."""
        row = {
            "id": draft.id,
            "workspace": person.workspace,
            "owner": person.id,
            "title": draft.agenda.title,
            "agenda": freeze_agenda(draft.agenda),
            "brief": freeze_brief(draft.brief),
            "note": draft.note,
            "series": draft.series,
            "touched_at": self._clock.now(),
        }
        with self._records.writing() as connection:
            connection.execute(delete(drafts).where(*_mine(person, draft.id)))
            connection.execute(insert(drafts).values(row))

    def get(self, person: Person, draft: str) -> AgendaDraft:
        """Return a draft."""
        with self._records.reading() as connection:
            row = connection.execute(select(drafts).where(*_mine(person, draft))).one_or_none()
        if row is None:
            raise NotFound(_GONE, "Make the agenda again.")
        return _draft(row)

    def latest(self, person: Person) -> AgendaDraft | None:
        """Return the draft that was worked on last."""
        newest = select(drafts).where(*_mine(person)).order_by(drafts.c.touched_at.desc()).limit(1)
        with self._records.reading() as connection:
            row = connection.execute(newest).one_or_none()
        return None if row is None else _draft(row)

    def drop(self, person: Person, draft: str) -> None:
        """Delete a draft for good."""
        self._delete(*_mine(person, draft))

    def purge(self, untouched_since: datetime) -> int:
        """Delete for good what nobody has touched since then."""
        return self._delete(drafts.c.touched_at < untouched_since)

    def _delete(self, *which: ColumnElement[bool]) -> int:
        with self._records.writing() as connection:
            gone = connection.execute(delete(drafts).where(*which)).rowcount
        if gone:
            with suppress(StorageLocked):  # the next purge wipes the bytes
                self._records.wipe()
        return gone


def _mine(person: Person, draft: str = "") -> tuple[ColumnElement[bool], ...]:
    whose = drafts.c.workspace == person.workspace, drafts.c.owner == person.id
    return (*whose, drafts.c.id == draft) if draft else whose


def _draft(row: Row[Any]) -> AgendaDraft:
    return AgendaDraft(
        id=row.id,
        agenda=agenda_from(row.agenda, row.title),
        brief=brief_from(row.brief),
        note=row.note,
        series=row.series,
    )
