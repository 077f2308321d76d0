"""The tables of the records, in portable types; owner and workspace stand on every row.

Rows of the shipped playbook belong to nobody: their workspace and owner are empty strings.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

REVISION = "0011"
"""The newest migration: records that carry it need none, and Alembic is not even loaded."""


class UtcTime(TypeDecorator[datetime]):
    """A moment: taken with its zone, stored without one in UTC, given back in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into UTC and drop the zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Prose(TypeDecorator[str]):
    """Text of any origin: what a database cannot hold (NUL, half a surrogate pair) becomes �."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace what cannot be stored."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """Return `text` with NUL and lone surrogates replaced by �."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "�")


_NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}
metadata = MetaData(naming_convention=_NAMES)


def _belongs() -> tuple[Column[Any], Column[Any]]:
    return (
        Column("workspace", String(64), nullable=False),
        Column("owner", String(64), nullable=False),
    )


conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("title", Prose, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("hidden_at", UtcTime),
    Index("ix_conversations_listed", "workspace", "owner", "updated_at"),
    Index("ix_conversations_hidden", "hidden_at"),
)

turns = Table(
    "turns",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column(
        "conversation",
        String(64),
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("position", Integer, nullable=False),
    Column("question", Prose, nullable=False),
    Column("stage", String(16)),
    Column("side", String(16)),
    Column("state", String(16), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("worker", String(64), nullable=False),
    Column("lease_until", UtcTime),
    Column("cancel_requested", Boolean, nullable=False),
    Column("text", Prose, nullable=False),
    Column("segments", Prose, nullable=False),  # JSON, like `answer`
    Column("answer", Prose),
    Column("error", Prose, nullable=False),
    Column("superseded", Boolean, nullable=False),
    UniqueConstraint("conversation", "position"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("turn", String(64), ForeignKey("turns.id", ondelete="CASCADE"), nullable=False),
    *_belongs(),
    Column("verdict", String(16), nullable=False),
    Column("comment", Prose, nullable=False),
    Column("given_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("turn", "owner"),
)

seen_gaps = Table(  # what the coach could not answer, once its owner has seen it
    "seen_gaps",
    metadata,
    Column("turn", String(64), ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    *_belongs(),
    Column("seen_at", UtcTime, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    *_belongs(),
    Column("host", String(255), nullable=False),
    Column("model", String(255), nullable=False),
    Column("given_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("workspace", "owner", "host", "model"),
)

endpoints = Table(
    "endpoints",
    metadata,
    *_belongs(),
    Column("base_url", String(500), nullable=False),
    Column("model", String(255), nullable=False),
    Column("abilities", Text, nullable=False),
    Column("learned_at", UtcTime, nullable=False),
    PrimaryKeyConstraint("base_url", "model"),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("note", String(255), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("title", Prose, nullable=False),
    Column("heading", Prose, nullable=False),
    Column("text", Prose, nullable=False),
    Column("file", String(500), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("stages", Text, nullable=False),  # a JSON list, like `aliases`
    Column("aliases", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Index("ix_passages_note", "note", "position"),
)

vectors = Table(
    "vectors",
    metadata,
    Column("passage", String(64), ForeignKey("passages.id", ondelete="CASCADE"), nullable=False),
    Column("embedder", String(255), nullable=False),
    *_belongs(),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
    PrimaryKeyConstraint("passage", "embedder"),
)

indexes = Table(
    "indexes",
    metadata,
    Column("name", String(255), primary_key=True),  # of the index's folder
    *_belongs(),
    Column("embedder", String(255), nullable=False),
    Column("content", String(64), nullable=False),  # hash of what it holds
    Column("count", Integer, nullable=False),
    Column("built_at", UtcTime, nullable=False),
    Column("active", Boolean, nullable=False),
    Index("ix_indexes_embedder", "embedder", "active"),
)
