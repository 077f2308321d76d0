"""Keep an agenda that nobody has kept yet aside, so that a reload finds it as it was left."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    ids = ("id", "workspace", "owner")
    op.create_table(
        "drafts",
        *(sa.Column(name, sa.String(64), nullable=False) for name in ids),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "agenda", "brief")),
        sa.Column("note", sa.String(255), nullable=False),
        sa.Column("series", sa.String(64), nullable=False),
        sa.Column("touched_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_whose", "drafts", ["workspace", "owner", "touched_at"])
