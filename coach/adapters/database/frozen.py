"""Frozen values as JSON text, and back to equal ones."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from coach.adapters.database.frozen_meetings import in_zone
from coach.domain.answers import Answer, Segment


def freeze(value: Answer | tuple[Segment, ...]) -> str:
    """Return `value` as JSON; letters stay letters, so that a search of the bytes finds them."""
    adapter: TypeAdapter[Any] = _answers() if isinstance(value, Answer) else _segments()
    return json.dumps(
        adapter.dump_python(value, mode="json"), ensure_ascii=False, separators=(",", ":")
    )


def answer_from(text: str | None) -> Answer | None:
    """Restore an answer; `None` for none, and for one of a shape this version cannot read."""
    if text is None:
        return None
    try:
        answer = _answers().validate_json(text)
    except ValidationError:
        return None  # the turn still has its text
    if (agenda := answer.agenda) is None:
        return answer
    return replace(answer, agenda=replace(agenda, start=in_zone(agenda.start, agenda.zone)))


def segments_from(text: str) -> tuple[Segment, ...]:
    """Restore segments; empty where this version cannot read them."""
    try:
        return _segments().validate_json(text)
    except ValidationError:
        return ()


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


@cache
def _segments() -> TypeAdapter[tuple[Segment, ...]]:
    return TypeAdapter(tuple[Segment, ...])
