"""Rows read as promises and thank-yous, and these as what rows hold."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row

from coach.domain.promises import Before, Promise, PromiseState
from coach.domain.stages import Side
from coach.domain.thanks import ThankYou


def promise_values(promise: Promise) -> dict[str, Any]:
    """Return what a row of `promises` holds, without whose it is."""
    history = _histories().dump_python(promise.history, mode="json")
    return {
        "id": promise.id,
        "what": promise.what,
        "sales_owner": promise.sales_owner,
        "marketing_owner": promise.marketing_owner,
        "started_on": promise.started_on,
        "due_on": promise.due_on,
        "note": promise.note,
        "meeting": promise.meeting,
        "metric": promise.metric,
        "state": promise.state.value,
        "history": json.dumps(history, ensure_ascii=False, separators=(",", ":")),
    }


def promise_from(row: Row[Any]) -> Promise:
    """Read a row of `promises`; a history of a shape this version cannot read is left out."""
    try:
        history = _histories().validate_json(row.history)
    except ValidationError:
        history = ()
    return Promise(
        id=row.id,
        what=row.what,
        sales_owner=row.sales_owner,
        marketing_owner=row.marketing_owner,
        started_on=row.started_on,
        due_on=row.due_on,
        note=row.note,
        meeting=row.meeting,
        metric=row.metric,
        state=PromiseState(row.state),
        history=history,
    )


def thanks_values(thanks: ThankYou) -> dict[str, Any]:
    """Return what a row of `thanks` holds, without whose it is."""
    return {
        "id": thanks.id,
        "text": thanks.text,
        "from_side": thanks.from_side.value,
        "to_side": thanks.to_side.value,
        "to": thanks.to,
        "on": thanks.on,
    }


def thanks_from(row: Row[Any]) -> ThankYou:
    """Read a row of `thanks`."""
    sides = Side(row.from_side), Side(row.to_side)
    return ThankYou(
        id=row.id, text=row.text, from_side=sides[0], to_side=sides[1], on=row.on, to=row.to
    )


@cache
def _histories() -> TypeAdapter[tuple[Before, ...]]:
    return TypeAdapter(tuple[Before, ...])
