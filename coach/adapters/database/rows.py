"""Rows read as conversations and turns."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from coach.adapters.database.frozen import answer_from, segments_from
from coach.domain.conversation import Conversation, Feedback, Turn, TurnState, Verdict
from coach.domain.stages import Side, Stage


def conversation_from(row: Row[Any]) -> Conversation:
    """Read a row of `conversations` with the count of its turns as `standing`."""
    return Conversation(row.id, row.title, row.created_at, row.updated_at, row.standing)


def turn_from(row: Row[Any], now: datetime) -> Turn:
    """Read a row of `turns` joined with `feedback`; a lease over at `now` reads as interrupted."""
    state = TurnState(row.state)
    if not state.ended and (row.lease_until is None or row.lease_until <= now):
        state = TurnState.INTERRUPTED
    return Turn(
        id=row.id,
        conversation=row.conversation,
        position=row.position,
        question=row.question,
        stage=Stage(row.stage) if row.stage else None,
        side=Side(row.side) if row.side else None,
        state=state,
        asked_at=row.asked_at,
        text=row.text,
        segments=segments_from(row.segments),
        answer=answer_from(row.answer),
        error=row.error,
        superseded=row.superseded,
        feedback=Feedback(Verdict(row.verdict), row.comment) if row.verdict else None,
    )
