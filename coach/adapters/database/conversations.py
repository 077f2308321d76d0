"""Conversations in the records: listed, searched, hidden, and deleted for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, update

from coach.adapters.database.rows import conversation_from
from coach.adapters.database.tables import conversations, storable, turns
from coach.adapters.database.turns import MISSING, SqlTurns, owned, touch
from coach.domain.conversation import Conversation, Person
from coach.errors import NotFound

_MOST_WORDS = 8
_LONGEST_WORD = 80

_STANDING = (
    select(func.count())
    .where(turns.c.conversation == conversations.c.id, turns.c.superseded.is_(False))
    .scalar_subquery()
    .label("standing")
)


class SqlConversations(SqlTurns):
    """The port `Conversations` on the records. Lives as long as the app; safe from many threads."""

    def create(self, person: Person, title: str) -> Conversation:
        """Store a new conversation."""
        now = self._clock.now()
        title = storable(title)
        conversation = Conversation(self._ids.new(), title, now, now)
        row = {
            "id": conversation.id,
            "workspace": person.workspace,
            "owner": person.id,
            "title": title,
            "created_at": now,
            "updated_at": now,
        }
        with self._records.writing() as connection:
            connection.execute(insert(conversations).values(row))
        return conversation

    def get(self, person: Person, conversation: str) -> Conversation:
        """Return one conversation."""
        query = select(conversations, _STANDING).where(
            conversations.c.id == conversation, owned(person)
        )
        with self._records.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(MISSING)
        return conversation_from(row)

    def list(self, person: Person, search: str = "", limit: int = 200) -> Sequence[Conversation]:
        """Return conversations, latest activity first.

        With `search`, those that hold each of its words (eight at most) in their title, questions
        or answers, in capitals or not.
        """
        query = (
            select(conversations, _STANDING)
            .where(owned(person), *(_holds(word) for word in _words(search)))
            .order_by(conversations.c.updated_at.desc(), conversations.c.id)
            .limit(limit)
        )
        with self._records.reading() as connection:
            return [conversation_from(row) for row in connection.execute(query)]

    def rename(self, person: Person, conversation: str, title: str) -> None:
        """Give it another title."""
        with self._records.writing() as connection:
            touch(connection, person, conversation, title=title)

    def hide(self, person: Person, conversation: str) -> None:
        """Take it out of every list at once; `unhide` within the grace time brings it back."""
        with self._records.writing() as connection:
            touch(connection, person, conversation, hidden_at=self._clock.now())

    def unhide(self, person: Person, conversation: str) -> None:
        """Bring a hidden conversation back; one that is not hidden stays as it is."""
        change = (
            update(conversations)
            .where(
                conversations.c.id == conversation,
                conversations.c.workspace == person.workspace,
                conversations.c.owner == person.id,
            )
            .values(hidden_at=None)
        )
        with self._records.writing() as connection:
            if connection.execute(change).rowcount == 0:
                raise NotFound(MISSING)

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many.

        Copies in `backups` and `kept-aside` are left alone.

        Raises:
            StorageLocked: the rows are gone, their bytes in the log of the records are not yet.
        """
        gone = delete(conversations).where(conversations.c.hidden_at < hidden_before)
        with self._records.writing() as connection:
            count = connection.execute(gone).rowcount
        if count or self._records.unwiped:
            self._records.wipe()
        return count


def _words(search: str) -> list[str]:
    return [word[:_LONGEST_WORD].lower() for word in storable(search).split()[:_MOST_WORDS]]


def _holds(word: str) -> ColumnElement[bool]:
    def found(column: ColumnElement[str]) -> ColumnElement[bool]:
        return func.lower(column).contains(word, autoescape=True)

    return or_(
        found(conversations.c.title),
        exists().where(
            and_(
                turns.c.conversation == conversations.c.id,
                turns.c.superseded.is_(False),
                or_(found(turns.c.question), found(turns.c.text)),
            )
        ),
    )
