"""Keep at which stage a team is; what a round found goes with the round."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "team_stages",
        sa.Column("workspace", sa.String(64), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("round", sa.String(64)),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", name="pk_team_stages"),
        sa.ForeignKeyConstraint(
            ["round"], ["rounds.id"], ondelete="CASCADE", name="fk_team_stages_round"
        ),
    )
