"""The tables of the plan, beside those in `tables.py`; owner and workspace stand on every row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Index, String, Table

from coach.adapters.database.tables import Prose, UtcTime, metadata


def _belongs() -> tuple[Column[Any], ...]:
    return (
        Column("id", String(64), primary_key=True),
        Column("workspace", String(64), nullable=False),
        Column("owner", String(64), nullable=False),
    )


def _lived() -> tuple[Column[Any], ...]:
    return Column("made_at", UtcTime, nullable=False), Column("hidden_at", UtcTime)


promises = Table(
    "promises",
    metadata,
    *_belongs(),
    Column("what", Prose, nullable=False),
    Column("sales_owner", Prose, nullable=False),
    Column("marketing_owner", Prose, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("note", String(255), nullable=False),
    Column("meeting", String(255), nullable=False),
    Column("metric", String(255), nullable=False),
    Column("state", String(16), nullable=False),
    Column("history", Prose, nullable=False),  # JSON
    *_lived(),
    Index("ix_promises_listed", "workspace", "made_at"),
    Index("ix_promises_hidden", "hidden_at"),
)

thanks = Table(
    "thanks",
    metadata,
    *_belongs(),
    Column("text", Prose, nullable=False),
    Column("from_side", String(16), nullable=False),
    Column("to_side", String(16), nullable=False),
    Column("to", Prose, nullable=False),
    Column("on", Date, nullable=False),
    *_lived(),
    Index("ix_thanks_listed", "workspace", "on"),
    Index("ix_thanks_hidden", "hidden_at"),
)
