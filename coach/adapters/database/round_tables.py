"""The tables of rounds, beside those in `tables.py`; owner and workspace stand on every row.

A row of `responses` names nobody: its owner is who started the round, it has no time, and without
row numbers SQLite keeps it where its random id belongs, so that even the file tells no order.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, UniqueConstraint

from coach.adapters.database.tables import Prose, UtcTime, metadata


def _belongs() -> tuple[Column[Any], Column[Any]]:
    return (
        Column("workspace", String(64), nullable=False),
        Column("owner", String(64), nullable=False),
    )


rounds = Table(
    "rounds",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("title", Prose, nullable=False),
    Column("sides", String(64), nullable=False),  # names, with spaces between them
    Column("started_at", UtcTime, nullable=False),
    Column("closes_at", UtcTime, nullable=False),
    Column("hidden_at", UtcTime),
    Index("ix_rounds_listed", "workspace", "started_at"),
    Index("ix_rounds_hidden", "hidden_at"),
)

responses = Table(
    "responses",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("round", String(64), ForeignKey("rounds.id", ondelete="CASCADE"), nullable=False),
    Column("side", String(16), nullable=False),
    Column("answers", Prose, nullable=False),  # JSON
    Column("line", Prose, nullable=False),
    Column("key", String(64)),  # SHA-256 of what the answering device holds
    Column("typed", Boolean, nullable=False),
    UniqueConstraint("round", "key"),
    sqlite_with_rowid=False,
)

results = Table(  # what a closed round showed, for good
    "results",
    metadata,
    Column("round", String(64), ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True),
    *_belongs(),
    Column("shown", Prose, nullable=False),  # JSON
)
