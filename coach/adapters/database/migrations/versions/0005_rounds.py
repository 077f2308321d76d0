"""Keep rounds of the survey, what was answered, and links for people without an account."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; answers and results go with their round."""
    _links()
    _rounds()
    _responses()
    _results()


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _belongs() -> tuple[sa.Column[Any], ...]:
    return tuple(_needed(name, sa.String(64)) for name in ("workspace", "owner"))


def _of_round(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["round"], ["rounds.id"], ondelete="CASCADE", name=f"fk_{table}_round"
    )


def _links() -> None:
    op.create_table(
        "links",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("token", sa.String(64)),
        _needed("purpose", sa.String(16)),
        _needed("subject", sa.String(64)),
        _needed("side", sa.String(16)),
        _needed("expires_at", sa.DateTime()),
        sa.Column("uses_left", sa.Integer()),
        sa.Column("revoked_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("token", name="uq_links_token"),
    )
    op.create_index("ix_links_subject", "links", ["purpose", "subject"])


def _rounds() -> None:
    op.create_table(
        "rounds",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("title", sa.Text()),
        _needed("sides", sa.String(64)),
        _needed("started_at", sa.DateTime()),
        _needed("closes_at", sa.DateTime()),
        sa.Column("hidden_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
    )
    op.create_index("ix_rounds_listed", "rounds", ["workspace", "started_at"])
    op.create_index("ix_rounds_hidden", "rounds", ["hidden_at"])


def _responses() -> None:
    op.create_table(
        "responses",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("round", sa.String(64)),
        _needed("side", sa.String(16)),
        _needed("answers", sa.Text()),
        _needed("line", sa.Text()),
        sa.Column("key", sa.String(64)),
        _needed("typed", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="pk_responses"),
        sa.UniqueConstraint("round", "key", name="uq_responses_round"),
        _of_round("responses"),
        sqlite_with_rowid=False,
    )


def _results() -> None:
    op.create_table(
        "results",
        _needed("round", sa.String(64)),
        *_belongs(),
        _needed("shown", sa.Text()),
        sa.PrimaryKeyConstraint("round", name="pk_results"),
        _of_round("results"),
    )
