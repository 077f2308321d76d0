"""Runs the migrations on the connection that `migrate` opened; Alembic loads this file."""

from __future__ import annotations

from alembic import context

from coach.adapters.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column by copying its table
)
with context.begin_transaction():
    context.run_migrations()
