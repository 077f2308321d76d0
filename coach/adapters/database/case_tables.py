"""The tables of kept quarrels, beside those in `tables.py`; owner and workspace stand on every row.

A row of `exchanges` is the asker's but for `theirs`, which no query for the asker's eyes gives out.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table

from coach.adapters.database.tables import Prose, UtcTime, metadata


def _belongs() -> tuple[Column[Any], Column[Any]]:
    return (
        Column("workspace", String(64), nullable=False),
        Column("owner", String(64), nullable=False),
    )


cases = Table(
    "cases",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("title", Prose, nullable=False),
    Column("text", Prose, nullable=False),
    Column("side", String(16)),
    Column("note", String(255), nullable=False),
    Column("pattern", String(255), nullable=False),
    Column("analysis", Prose, nullable=False),  # JSON
    Column("follow_ups", Prose, nullable=False),  # JSON
    Column("debriefs", Prose, nullable=False),  # JSON
    Column("told", String(16)),
    Column("due_on", Date),
    Column("kept_at", UtcTime, nullable=False),
    Column("hidden_at", UtcTime),
    Index("ix_cases_listed", "workspace", "owner", "kept_at"),
    Index("ix_cases_hidden", "hidden_at"),
)

exchanges = Table(
    "exchanges",
    metadata,
    Column("case", String(64), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    *_belongs(),
    Column("side", String(16), nullable=False),
    Column("by", Prose, nullable=False),
    Column("subject", Prose, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("theirs", Prose),  # JSON
    Column("key", String(64)),  # SHA-256 of what the other side's device holds
    Column("asker_agrees", Boolean, nullable=False),
    Column("other_agrees", Boolean, nullable=False),
    Column("ended", String(16)),
    Column("joint", Prose),  # JSON
)
