"""Whose turn it is to write: a worker holds a turn while its name stands there."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, bindparam, update

from coach.adapters.database.tables import turns
from coach.domain.conversation import TurnState


def held_by(turn: object, worker: object) -> ColumnElement[bool]:
    """Whether `worker` writes `turn`: whoever claims a turn puts its own name there."""
    return and_(
        turns.c.id == turn, turns.c.worker == worker, turns.c.state == TurnState.RUNNING.value
    )


# Built once, because it runs each second for each answer that grows. Executed with `its`, the turn,
# `its_worker`, and the columns to set, it gives whether a stop was asked for; no row: not its turn.
GROW = (
    update(turns)
    .where(held_by(bindparam("its"), bindparam("its_worker")))
    .returning(turns.c.cancel_requested)
)
