"""What a list of people says of one through another: `Petra and Sven from sales`, `her boss`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.stages import Side
from coach.services.agendas.reading.persons import Mark, Piece

_AND = re.compile(r",? ?(?:and|&|\+|und|et|y)(?= )", re.IGNORECASE)


def related(text: str, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces of a list, each person with the side that another's words give."""
    done: list[Piece] = []
    for piece in pieces:
        if piece.is_shared and done and _AND.match(text, done[-1].end):
            _share(done, piece)
        done.append(_with_side(piece, done[-1]) if piece.is_kin and done else piece)
    return done


def _share(before: list[Piece], last: Piece) -> None:
    """Give the bare names straight before the team of the last."""
    team = last.people[-1]
    for place in reversed(range(len(before))):
        piece = before[place]
        if piece.mark is not Mark.NAME or piece.is_kin or any(p.role for p in piece.people):
            return
        people = (replace(p, side=team.side, role=team.role) for p in piece.people)
        before[place] = replace(piece, people=tuple(people))


def _with_side(piece: Piece, before: Piece) -> Piece:
    side = before.people[-1].side if before.people else Side.OTHER
    return replace(piece, people=tuple(replace(person, side=side) for person in piece.people))
