"""What is remembered about model endpoints: what they can do, and who agreed to use them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, insert, select

from coach.adapters.database.records import Records
from coach.adapters.database.tables import consents, endpoints
from coach.domain.conversation import Person
from coach.ports import Clock


class SqlConsents:
    """The port `Consents` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def since(self, person: Person, host: str, model: str) -> datetime | None:
        """Return when the person agreed that their text goes there, `None` where they didn't."""
        query = select(consents.c.given_at).where(_agreed(person, host, model))
        with self._records.reading() as connection:
            return connection.scalar(query)

    def anybody(self, host: str, model: str) -> bool:
        """Return whether anybody agreed to it, so that what all of them share may go there."""
        query = select(consents.c.host).where(_place(host, model)).limit(1)
        with self._records.reading() as connection:
            return connection.scalar(query) is not None

    def give(self, person: Person, host: str, model: str) -> None:
        """Store that the person agreed, now and for themselves alone."""
        row = {
            "workspace": person.workspace,
            "owner": person.id,
            "host": host,
            "model": model,
            "given_at": self._clock.now(),
        }
        with self._records.writing() as connection:
            connection.execute(delete(consents).where(_agreed(person, host, model)))
            connection.execute(insert(consents).values(row))


class SqlEndpoints:
    """The port `Endpoints` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock

    def recall(self, base_url: str, model: str) -> dict[str, str]:
        """Return what was found about `model` at `base_url`; empty where nothing is known."""
        query = select(endpoints.c.abilities).where(_endpoint(base_url, model))
        with self._records.reading() as connection:
            found = connection.scalar(query)
        return json.loads(found) if found else {}

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        """Store what was found, in place of what was known before."""
        row = {
            "workspace": "",
            "owner": "",
            "base_url": base_url,
            "model": model,
            "abilities": json.dumps(dict(abilities)),
            "learned_at": self._clock.now(),
        }
        with self._records.writing() as connection:
            connection.execute(delete(endpoints).where(_endpoint(base_url, model)))
            connection.execute(insert(endpoints).values(row))


def _agreed(person: Person, host: str, model: str) -> ColumnElement[bool]:
    own = and_(consents.c.workspace == person.workspace, consents.c.owner == person.id)
    return and_(own, _place(host, model))


def _place(host: str, model: str) -> ColumnElement[bool]:
    return and_(consents.c.host == host, consents.c.model == model)


def _endpoint(base_url: str, model: str) -> ColumnElement[bool]:
    return and_(endpoints.c.base_url == base_url, endpoints.c.model == model)
