"""Keep who has seen a question that the coach could not answer, and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; an entry goes with its turn."""
    op.create_table(
        "seen_gaps",
        sa.Column("turn", sa.String(64), nullable=False),
        sa.Column("workspace", sa.String(64), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_seen_gaps"),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], ondelete="CASCADE", name="fk_seen_gaps_turn"
        ),
    )
