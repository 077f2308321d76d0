"""Keep meetings, their series, and what was decided and promised in them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; decisions go with their meeting, actions with their series."""
    _series()
    _meetings()
    _decisions()
    _actions()


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _belongs() -> tuple[sa.Column[Any], ...]:
    return tuple(_needed(name, sa.String(64)) for name in ("id", "workspace", "owner"))


def _series() -> None:
    op.create_table(
        "series",
        *_belongs(),
        _needed("title", sa.Text()),
        _needed("uid", sa.String(128)),
        _needed("purpose", sa.Text()),
        _needed("repeat", sa.String(16)),
        _needed("people", sa.Text()),
        _needed("zone", sa.String(64)),
        sa.Column("starts_at", sa.DateTime()),
        _needed("sequence", sa.Integer()),
        _needed("cancelled", sa.Boolean()),
        sa.Column("hidden_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
    )
    op.create_index("ix_series_hidden", "series", ["hidden_at"])


def _meetings() -> None:
    op.create_table(
        "meetings",
        *_belongs(),
        _needed("series", sa.String(64)),
        _needed("title", sa.Text()),
        _needed("agenda", sa.Text()),
        _needed("words", sa.Text()),
        _needed("state", sa.String(16)),
        sa.Column("starts_at", sa.DateTime()),
        sa.Column("occurs_at", sa.DateTime()),
        _needed("sequence", sa.Integer()),
        _needed("version", sa.Integer()),
        sa.Column("held_at", sa.DateTime()),
        sa.Column("item", sa.Integer()),
        sa.Column("item_since", sa.DateTime()),
        sa.Column("touched_at", sa.DateTime()),
        _needed("notes", sa.Text()),
        _needed("parked", sa.Text()),
        _needed("created_at", sa.DateTime()),
        sa.Column("hidden_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sa.ForeignKeyConstraint(
            ["series"], ["series.id"], ondelete="CASCADE", name="fk_meetings_series"
        ),
    )
    op.create_index("ix_meetings_series", "meetings", ["series"])
    op.create_index("ix_meetings_listed", "meetings", ["workspace", "state", "starts_at"])
    op.create_index("ix_meetings_hidden", "meetings", ["hidden_at"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        *_belongs(),
        _needed("meeting", sa.String(64)),
        _needed("position", sa.Integer()),
        _needed("question", sa.Text()),
        _needed("text", sa.Text()),
        _needed("decided_on", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], ondelete="CASCADE", name="fk_decisions_meeting"
        ),
    )
    op.create_index("ix_decisions_meeting", "decisions", ["meeting"])


def _actions() -> None:
    op.create_table(
        "actions",
        *_belongs(),
        _needed("series", sa.String(64)),
        sa.Column("meeting", sa.String(64)),
        _needed("position", sa.Integer()),
        _needed("text", sa.Text()),
        _needed("promised_by", sa.Text()),
        _needed("side", sa.String(16)),
        sa.Column("due", sa.Date()),
        sa.Column("since", sa.Date()),
        _needed("made_at", sa.DateTime()),
        _needed("state", sa.String(16)),
        _needed("closed_by", sa.String(64)),
        sa.Column("closed_at", sa.DateTime()),
        _needed("version", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.ForeignKeyConstraint(
            ["series"], ["series.id"], ondelete="CASCADE", name="fk_actions_series"
        ),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], ondelete="SET NULL", name="fk_actions_meeting"
        ),
    )
    op.create_index("ix_actions_series", "actions", ["series"])
    op.create_index("ix_actions_meeting", "actions", ["meeting"])
