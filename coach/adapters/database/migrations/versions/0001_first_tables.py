"""Make the first tables.

The columns are written out here and not taken from `tables.py`: a migration stays what it was
when the tables move on.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create conversations, model endpoints and the playbook's index."""
    _conversations()
    _turns()
    _endpoints()
    _playbook()


def _belongs() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return _needed("workspace", sa.String(64)), _needed("owner", sa.String(64))


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _conversations() -> None:
    op.create_table(
        "conversations",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("title", sa.Text()),
        _needed("created_at", sa.DateTime()),
        _needed("updated_at", sa.DateTime()),
        sa.Column("hidden_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index(
        "ix_conversations_listed", "conversations", ["workspace", "owner", "updated_at"]
    )
    op.create_index("ix_conversations_hidden", "conversations", ["hidden_at"])


def _turns() -> None:
    op.create_table(
        "turns",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("conversation", sa.String(64)),
        _needed("position", sa.Integer()),
        _needed("question", sa.Text()),
        sa.Column("stage", sa.String(16)),
        sa.Column("side", sa.String(16)),
        _needed("state", sa.String(16)),
        _needed("asked_at", sa.DateTime()),
        _needed("worker", sa.String(64)),
        sa.Column("lease_until", sa.DateTime()),
        _needed("cancel_requested", sa.Boolean()),
        _needed("text", sa.Text()),
        _needed("segments", sa.Text()),
        sa.Column("answer", sa.Text()),
        _needed("error", sa.Text()),
        _needed("superseded", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.id"],
            ondelete="CASCADE",
            name="fk_turns_conversation",
        ),
        sa.UniqueConstraint("conversation", "position", name="uq_turns_conversation"),
    )
    op.create_table(
        "feedback",
        _needed("turn", sa.String(64)),
        *_belongs(),
        _needed("verdict", sa.String(16)),
        _needed("comment", sa.Text()),
        _needed("given_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("turn", "owner", name="pk_feedback"),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], ondelete="CASCADE", name="fk_feedback_turn"
        ),
    )


def _endpoints() -> None:
    op.create_table(
        "consents",
        *_belongs(),
        _needed("host", sa.String(255)),
        _needed("model", sa.String(255)),
        _needed("given_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("workspace", "host", "model", name="pk_consents"),
    )
    op.create_table(
        "endpoints",
        *_belongs(),
        _needed("base_url", sa.String(500)),
        _needed("model", sa.String(255)),
        _needed("abilities", sa.Text()),
        _needed("learned_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("base_url", "model", name="pk_endpoints"),
    )


def _playbook() -> None:
    op.create_table(
        "passages",
        _needed("id", sa.String(64)),
        *_belongs(),
        _needed("note", sa.String(255)),
        _needed("kind", sa.String(32)),
        _needed("title", sa.Text()),
        _needed("heading", sa.Text()),
        _needed("text", sa.Text()),
        _needed("file", sa.String(500)),
        _needed("start", sa.Integer()),
        _needed("end", sa.Integer()),
        _needed("stages", sa.Text()),
        _needed("aliases", sa.Text()),
        _needed("position", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_passages"),
    )
    op.create_index("ix_passages_note", "passages", ["note", "position"])
    op.create_table(
        "vectors",
        _needed("passage", sa.String(64)),
        _needed("embedder", sa.String(255)),
        *_belongs(),
        _needed("vector", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("passage", "embedder", name="pk_vectors"),
        sa.ForeignKeyConstraint(
            ["passage"], ["passages.id"], ondelete="CASCADE", name="fk_vectors_passage"
        ),
    )
    op.create_table(
        "indexes",
        _needed("name", sa.String(255)),
        *_belongs(),
        _needed("embedder", sa.String(255)),
        _needed("content", sa.String(64)),
        _needed("count", sa.Integer()),
        _needed("built_at", sa.DateTime()),
        _needed("active", sa.Boolean()),
        sa.PrimaryKeyConstraint("name", name="pk_indexes"),
    )
    op.create_index("ix_indexes_embedder", "indexes", ["embedder", "active"])
