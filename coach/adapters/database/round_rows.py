"""Rows read as rounds and answers, and these as what rows hold."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row

from coach.domain.rounds import Round
from coach.domain.stages import Side
from coach.domain.survey import Response


def round_values(new: Round) -> dict[str, Any]:
    """Return what a row of `rounds` holds, without whose it is."""
    return {
        "id": new.id,
        "title": new.title,
        "sides": " ".join(side.value for side in new.sides),
        "started_at": new.started_at,
        "closes_at": new.closes_at,
    }


def round_from(row: Row[Any]) -> Round:
    """Read a row of `rounds`."""
    return Round(
        id=row.id,
        title=row.title,
        owner=row.owner,
        sides=tuple(Side(side) for side in row.sides.split()),
        started_at=row.started_at,
        closes_at=row.closes_at,
    )


def response_values(response: Response) -> dict[str, Any]:
    """Return what a row of `responses` holds of the answer itself."""
    return {
        "side": response.side.value,
        "answers": json.dumps(dict(response.answers), separators=(",", ":")),
        "line": response.line,
    }


def response_from(row: Row[Any]) -> Response:
    """Read a row of `responses`."""
    return Response(side=Side(row.side), answers=json.loads(row.answers), line=row.line)
