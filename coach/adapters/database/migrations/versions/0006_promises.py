"""Keep what both sides promised each other, and their thank-yous."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _promises()
    _thanks()


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _belongs() -> tuple[sa.Column[Any], ...]:
    return tuple(_needed(name, sa.String(64)) for name in ("id", "workspace", "owner"))


def _lived() -> tuple[sa.Column[Any], ...]:
    return _needed("made_at", sa.DateTime()), sa.Column("hidden_at", sa.DateTime())


def _promises() -> None:
    op.create_table(
        "promises",
        *_belongs(),
        *(_needed(name, sa.Text()) for name in ("what", "sales_owner", "marketing_owner")),
        *(_needed(name, sa.Date()) for name in ("started_on", "due_on")),
        *(_needed(name, sa.String(255)) for name in ("note", "meeting", "metric")),
        _needed("state", sa.String(16)),
        _needed("history", sa.Text()),
        *_lived(),
        sa.PrimaryKeyConstraint("id", name="pk_promises"),
    )
    op.create_index("ix_promises_listed", "promises", ["workspace", "made_at"])
    op.create_index("ix_promises_hidden", "promises", ["hidden_at"])


def _thanks() -> None:
    op.create_table(
        "thanks",
        *_belongs(),
        _needed("text", sa.Text()),
        *(_needed(name, sa.String(16)) for name in ("from_side", "to_side")),
        _needed("to", sa.Text()),
        _needed("on", sa.Date()),
        *_lived(),
        sa.PrimaryKeyConstraint("id", name="pk_thanks"),
    )
    op.create_index("ix_thanks_listed", "thanks", ["workspace", "on"])
    op.create_index("ix_thanks_hidden", "thanks", ["hidden_at"])
