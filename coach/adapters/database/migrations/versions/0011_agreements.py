"""Keep what both sides owe each other for leads, and the words that mean the same to both."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _agreements()
    _shared_words()


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _belongs() -> tuple[sa.Column[Any], ...]:
    return tuple(_needed(name, sa.String(64)) for name in ("id", "workspace", "owner"))


def _lived() -> tuple[sa.Column[Any], ...]:
    return _needed("made_at", sa.DateTime()), sa.Column("hidden_at", sa.DateTime())


def _agreements() -> None:
    op.create_table(
        "agreements",
        *_belongs(),
        _needed("agreed_on", sa.Date()),
        *(_needed(name, sa.Text()) for name in ("terms", "months")),
        *_lived(),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
    )
    op.create_index("ix_agreements_listed", "agreements", ["workspace", "made_at"])
    op.create_index("ix_agreements_hidden", "agreements", ["hidden_at"])


def _shared_words() -> None:
    op.create_table(
        "shared_words",
        *_belongs(),
        _needed("word", sa.String(64)),
        *(_needed(name, sa.Text()) for name in ("sales", "marketing")),
        *(_needed(name, sa.String(64)) for name in ("sales_key", "marketing_key")),
        _needed("draft", sa.Text()),
        *(sa.Column(name, sa.DateTime()) for name in ("sales_at", "marketing_at")),
        _needed("note", sa.String(255)),
        *_lived(),
        sa.PrimaryKeyConstraint("id", name="pk_shared_words"),
    )
    op.create_index("ix_shared_words_listed", "shared_words", ["workspace", "word"])
    op.create_index("ix_shared_words_hidden", "shared_words", ["hidden_at"])
