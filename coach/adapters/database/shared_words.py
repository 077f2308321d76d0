"""Shared words in the records: each a row, begun by whoever writes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import insert, select, update

from coach.adapters.database.agreement_rows import word_from, word_values
from coach.adapters.database.agreement_tables import shared_words as table
from coach.adapters.database.hiding import HiddenRows
from coach.adapters.database.records import Records
from coach.domain.conversation import Person
from coach.domain.shared_words import SharedWord
from coach.ports import Clock, Ids


class SqlSharedWords(HiddenRows):
    """The port `SharedWords` on the records. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records, clock: Clock, ids: Ids) -> None:
        super().__init__(records, clock, table, "This word is not there any more.")
        self._ids = ids

    def list(self, person: Person) -> Sequence[SharedWord]:
        """Return the words that somebody has begun."""
        oldest = table.c.made_at, table.c.id
        query = select(table).where(self.shown(person)).order_by(*oldest)
        with self._records.reading() as connection:
            return [word_from(row) for row in connection.execute(query)]

    def change(
        self, person: Person, word: str, change: Callable[[SharedWord], SharedWord]
    ) -> SharedWord:
        """Store what `change` makes of a word by its key; one that nobody began begins empty."""
        with self._records.writing() as connection:
            its = select(table).where(self.shown(person), table.c.word == word)
            first = its.order_by(table.c.made_at, table.c.id).limit(1)
            row = connection.execute(first.with_for_update()).one_or_none()
            before = SharedWord(id=self._ids.new(), word=word) if row is None else word_from(row)
            after = change(before)
            if row is None:
                now = self._clock.now()
                whose = {"workspace": person.workspace, "owner": person.id, "made_at": now}
                connection.execute(insert(table).values(word_values(after) | whose))
            elif after != before:
                of = update(table).where(table.c.id == before.id)
                connection.execute(of.values(word_values(after)))
            return after
