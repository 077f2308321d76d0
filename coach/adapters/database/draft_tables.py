"""The table of agendas that nobody has kept yet, beside those in `tables.py`."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from coach.adapters.database.tables import Prose, UtcTime, metadata

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("workspace", String(64), nullable=False),
    Column("owner", String(64), nullable=False),
    Column("title", Prose, nullable=False),
    Column("agenda", Prose, nullable=False),  # JSON, like `brief`
    Column("brief", Prose, nullable=False),
    Column("note", String(255), nullable=False),
    Column("series", String(64), nullable=False),
    Column("touched_at", UtcTime, nullable=False),
    Index("ix_drafts_whose", "workspace", "owner", "touched_at"),
)
