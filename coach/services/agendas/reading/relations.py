"""What a list of people says of one through another: `Petra and Sven from sales`, `her boss`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading.pieces import Mark, Piece
from coach.services.agendas.reading.roles import ROLE, side_of

# What is said of all the names before: `Malik and Ewa, both sales`.
_ALL = lazy_pattern(
    rf",? ?[(–-]? ?(?:both|all(?: three| four| five| of them)?|beide|alle|tous(?: les deux)?|ambos"
    rf"|entrambi|beiden?)(?: (?:from|in|of|vom|aus|de|du|van|the"
    rf"|our))* (?P<role>{ROLE})(?![\w-])\)?",
    re.IGNORECASE,
)
_AND = lazy_pattern(r",? ?(?:and|&|\+|und|et|y)(?= )", re.IGNORECASE)


def said_of_all(text: str, end: int) -> bool:
    """Whether `both sales` or the like follows, said of all names before."""
    return _ALL.match(text, end) is not None


def related(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces of a list, each person with the side that another's words give."""
    done: list[Piece] = []
    for piece in _of_one_team(text, pieces):
        if piece.is_shared and done and _AND.match(text, done[-1].end):
            _share(done, piece)
        done.append(_with_side(piece, done[-1]) if piece.is_kin and done else piece)
    return done


def _of_one_team(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return bare names with the team that follows them, said of all of them."""
    found = _ALL.match(text, pieces[-1].end) if pieces else None
    if found is None or any(piece.mark is not Mark.NAME for piece in pieces):
        return pieces
    side = side_of(found["role"])
    sided = [
        replace(piece, mark=Mark.ROLE, people=tuple(replace(p, side=side) for p in piece.people))
        for piece in pieces
    ]
    return [*sided[:-1], replace(sided[-1], end=found.end())]


def _share(before: list[Piece], last: Piece) -> None:
    """Give the bare names straight before the team of the last."""
    team = last.people[-1]
    for place in reversed(range(len(before))):
        piece = before[place]
        if (
            piece.mark is not Mark.NAME
            or piece.is_kin
            or any(p.role or p.side is not Side.OTHER for p in piece.people)
        ):
            return
        people = (replace(p, side=team.side, role=team.role) for p in piece.people)
        before[place] = replace(piece, people=tuple(people))


def _with_side(piece: Piece, before: Piece) -> Piece:
    side = before.people[-1].side if before.people else Side.OTHER
    return replace(piece, people=tuple(replace(person, side=side) for person in piece.people))
