"""Keep the quarrels that people choose to keep, and what the other sides write of them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _cases()
    _exchanges()


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _cases() -> None:
    op.create_table(
        "cases",
        *(_needed(name, sa.String(64)) for name in ("id", "workspace", "owner")),
        *(_needed(name, sa.Text()) for name in ("title", "text")),
        sa.Column("side", sa.String(16)),
        *(_needed(name, sa.String(255)) for name in ("note", "pattern")),
        *(_needed(name, sa.Text()) for name in ("analysis", "follow_ups", "debriefs")),
        sa.Column("told", sa.String(16)),
        sa.Column("due_on", sa.Date()),
        _needed("kept_at", sa.DateTime()),
        sa.Column("hidden_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_index("ix_cases_listed", "cases", ["workspace", "owner", "kept_at"])
    op.create_index("ix_cases_hidden", "cases", ["hidden_at"])


def _exchanges() -> None:
    op.create_table(
        "exchanges",
        *(_needed(name, sa.String(64)) for name in ("case", "workspace", "owner")),
        _needed("side", sa.String(16)),
        *(_needed(name, sa.Text()) for name in ("by", "subject")),
        *(_needed(name, sa.DateTime()) for name in ("asked_at", "expires_at")),
        sa.Column("theirs", sa.Text()),
        sa.Column("key", sa.String(64)),
        *(_needed(name, sa.Boolean()) for name in ("asker_agrees", "other_agrees")),
        sa.Column("ended", sa.String(16)),
        sa.Column("joint", sa.Text()),
        sa.PrimaryKeyConstraint("case", name="pk_exchanges"),
        sa.ForeignKeyConstraint(
            ["case"], ["cases.id"], ondelete="CASCADE", name="fk_exchanges_case"
        ),
    )
