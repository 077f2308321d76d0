"""The tables of meetings, beside those in `tables.py`; owner and workspace stand on every row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from coach.adapters.database.tables import Prose, UtcTime, metadata


def _belongs() -> tuple[Column[Any], Column[Any]]:
    return (
        Column("workspace", String(64), nullable=False),
        Column("owner", String(64), nullable=False),
    )


def _part_of(table: str, name: str) -> Column[Any]:
    return Column(
        name, String(64), ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True
    )


series = Table(
    "series",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    Column("title", Prose, nullable=False),
    Column("uid", String(128), nullable=False),
    Column("purpose", Prose, nullable=False),
    Column("repeat", String(16), nullable=False),
    Column("people", Prose, nullable=False),  # JSON
    Column("zone", String(64), nullable=False),
    Column("starts_at", UtcTime),
    Column("sequence", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("hidden_at", UtcTime),
    Index("ix_series_hidden", "hidden_at"),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    _part_of("series", "series"),
    Column("title", Prose, nullable=False),
    Column("agenda", Prose, nullable=False),  # JSON, like `notes` and `parked`
    Column("words", Prose, nullable=False),  # of the agenda, for the search
    Column("state", String(16), nullable=False),
    Column("starts_at", UtcTime),
    Column("occurs_at", UtcTime),
    Column("sequence", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("held_at", UtcTime),
    Column("item", Integer),
    Column("item_since", UtcTime),
    Column("touched_at", UtcTime),
    Column("notes", Prose, nullable=False),
    Column("parked", Prose, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("hidden_at", UtcTime),
    Index("ix_meetings_listed", "workspace", "state", "starts_at"),
    Index("ix_meetings_hidden", "hidden_at"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    _part_of("meetings", "meeting"),
    Column("position", Integer, nullable=False),
    Column("question", Prose, nullable=False),
    Column("text", Prose, nullable=False),
    Column("decided_on", Date, nullable=False),
)

actions = Table(
    "actions",
    metadata,
    Column("id", String(64), primary_key=True),
    *_belongs(),
    _part_of("series", "series"),
    # What is open outlives the meeting in which it was promised.
    Column("meeting", String(64), ForeignKey("meetings.id", ondelete="SET NULL"), index=True),
    Column("position", Integer, nullable=False),
    Column("text", Prose, nullable=False),
    Column("promised_by", Prose, nullable=False),
    Column("side", String(16), nullable=False),
    Column("due", Date),
    Column("since", Date),
    Column("made_at", UtcTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("closed_by", String(64), nullable=False),
    Column("closed_at", UtcTime),
    Column("version", Integer, nullable=False),
)
