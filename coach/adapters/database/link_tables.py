"""The table of links, beside those in `tables.py`; owner and workspace stand on every row."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from coach.adapters.database.tables import UtcTime, metadata

links = Table(
    "links",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("workspace", String(64), nullable=False),
    Column("owner", String(64), nullable=False),
    Column("token", String(64), nullable=False, unique=True),  # its SHA-256
    Column("purpose", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("side", String(16), nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("uses_left", Integer),
    Column("revoked_at", UtcTime),
    Index("ix_links_subject", "purpose", "subject"),
)
