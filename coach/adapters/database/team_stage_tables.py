"""The table of what stage a team is at, beside those in `tables.py`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from coach.adapters.database.tables import UtcTime, metadata

team_stages = Table(
    "team_stages",
    metadata,
    Column("workspace", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("verdict", String(64), nullable=False),  # stages, with spaces between them
    Column("origin", String(16), nullable=False),
    Column("round", String(64), ForeignKey("rounds.id", ondelete="CASCADE")),
    Column("found_at", UtcTime, nullable=False),
)
