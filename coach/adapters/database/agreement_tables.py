"""The tables of agreements and shared words; owner and workspace stand on every row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Index, String, Table

from coach.adapters.database.tables import Prose, UtcTime, metadata


def _needed(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _belongs() -> tuple[Column[Any], ...]:
    id_ = Column("id", String(64), primary_key=True)
    return id_, _needed("workspace", String(64)), _needed("owner", String(64))


def _lived() -> tuple[Column[Any], ...]:
    return _needed("made_at", UtcTime), Column("hidden_at", UtcTime)


agreements = Table(
    "agreements",
    metadata,
    *_belongs(),
    _needed("agreed_on", Date),
    _needed("terms", Prose),  # JSON
    _needed("months", Prose),  # JSON
    *_lived(),
    Index("ix_agreements_listed", "workspace", "made_at"),
    Index("ix_agreements_hidden", "hidden_at"),
)

shared_words = Table(
    "shared_words",
    metadata,
    *_belongs(),
    _needed("word", String(64)),
    _needed("sales", Prose),  # what each side wrote, empty until it has
    _needed("marketing", Prose),
    _needed("sales_key", String(64)),
    _needed("marketing_key", String(64)),
    _needed("draft", Prose),
    Column("sales_at", UtcTime),  # when each side accepted the draft
    Column("marketing_at", UtcTime),
    _needed("note", String(255)),
    *_lived(),
    Index("ix_shared_words_listed", "workspace", "word"),
    Index("ix_shared_words_hidden", "hidden_at"),
)
