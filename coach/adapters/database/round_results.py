"""What closed rounds have shown, kept as it was: the only thing of answers that an export holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import insert, select

from coach.adapters.database.records import Records
from coach.adapters.database.round_tables import results, rounds
from coach.domain.conversation import Person
from coach.domain.disclosure import Shown


class SqlResults:
    """The results' half of `Rounds`. Lives as long as the app; safe from many threads."""

    _records: Records

    def shown(self, person: Person) -> Mapping[str, Shown]:
        """Return what the workspace's rounds have shown, by their ids.

        What another version wrote and this one cannot read is not in it.
        """
        its = (
            select(results.c.round, results.c.shown)
            .join(rounds, rounds.c.id == results.c.round)
            .where(rounds.c.workspace == person.workspace, rounds.c.hidden_at.is_(None))
        )
        with self._records.reading() as connection:
            found = {row.round: _thawed(row.shown) for row in connection.execute(its)}
        return {of: shown for of, shown in found.items() if shown is not None}

    def keep_shown(self, person: Person, shown: Mapping[str, Shown]) -> None:
        """Keep what rounds show from now on; what is kept already stays as it is."""
        with self._records.writing() as connection:
            its = rounds.c.workspace == person.workspace, rounds.c.id.in_(shown)
            theirs = list(connection.scalars(select(rounds.c.id).where(*its).with_for_update()))
            kept = set(
                connection.scalars(select(results.c.round).where(results.c.round.in_(theirs)))
            )
            whose = {"workspace": person.workspace, "owner": person.id}
            rows = [
                whose | {"round": of, "shown": _frozen(shown[of])}
                for of in theirs
                if of not in kept
            ]
            if rows:
                connection.execute(insert(results), rows)


def _frozen(shown: Shown) -> str:
    plain = _adapter().dump_python(shown, mode="json")
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _thawed(text: str) -> Shown | None:
    try:
        return _adapter().validate_json(text)
    except ValidationError:
        return None


@cache
def _adapter() -> TypeAdapter[Shown]:
    return TypeAdapter(Shown)
