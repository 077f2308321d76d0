"""Let each person of a workspace agree for themselves; what was given stays its giver's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew with the person in its key, and put its rows back."""
    columns = {name: sa.String(length) for name, length in _COLUMNS.items()}
    old = sa.table("consents", *_typed(columns), sa.column("given_at", sa.DateTime()))
    rows = [dict(row) for row in op.get_bind().execute(sa.select(old)).mappings()]
    op.drop_table("consents")
    new = op.create_table(
        "consents",
        *(sa.Column(name, kind, nullable=False) for name, kind in columns.items()),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "owner", "host", "model", name="pk_consents"),
    )
    op.bulk_insert(new, rows)


_COLUMNS = {"workspace": 64, "owner": 64, "host": 255, "model": 255}


def _typed(columns: dict[str, sa.String]) -> list[sa.ColumnClause[str]]:
    return [sa.column(name, kind) for name, kind in columns.items()]
