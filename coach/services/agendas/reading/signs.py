"""By which signs a list in a text is one of people: a role in it, names that are known, counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading.persons import ORGANISER
from coach.services.agendas.reading.pieces import Mark, Piece
from coach.services.agendas.reading.roles import is_person, is_role, singular
from coach.services.agendas.reading.small_names import is_small_name
from coach.services.names.given import GIVEN

_ALONE = lazy_pattern(
    r"\b(?:just|only|nur|solo|sólo|seulement|soltanto|alleen|tylko|bara) ", re.IGNORECASE
)


def are_given(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether nothing but names is listed, of which most are known: `Nadia, Oleg and Tim`."""
    names = [p.name for piece in pieces for p in piece.people if p.name != ORGANISER]
    known = [name for name in names if name.split()[0].casefold() in GIVEN or is_small_name(name)]
    if any(is_role(name) for name in names):
        return False
    fewest = (
        1 if _ALONE.search(text, max(0, at - 12), pieces[0].end) or len(pieces) > len(names) else 2
    )
    return len(names) >= fewest and len(known) * 2 >= len(names) > 0


def is_named(piece: Piece) -> bool:
    """Whether somebody is named with a role, or each of several counted."""
    names = [person.name for person in piece.people if person.name != ORGANISER]
    return piece.mark is Mark.ROLE and not all(is_role(name) for name in names)


def are_counted(pieces: Sequence[Piece]) -> bool:
    """Whether of all there is only a number."""
    return all(piece.count for piece in pieces)


def _is_of_team(piece: Piece) -> bool:
    """Whether somebody is named with a team: `Ana de ventas`, of which one alone may be a thing."""
    return all(has_role(piece) and not is_role(person.name) for person in piece.people)


def is_known(piece: Piece) -> bool:
    """Whether it is one person, not only `our reps` who must do something."""
    return len(piece.people) == 1 and all(
        not is_role(p.name) or (singular(p.name) == p.name and is_person(p.name))
        for p in piece.people
    )


def has_role(piece: Piece) -> bool:
    """Whether of each a role or a side is said."""
    return all(person.role or person.side is not Side.OTHER for person in piece.people)


def are_people(pieces: Sequence[Piece]) -> bool:
    """Whether a list that nothing opens is one of people: a role in it, or both sides."""
    others = [p for piece in pieces for p in piece.people if p.name != ORGANISER]
    if others and any(piece.mark is Mark.ROLE and piece.people for piece in pieces):
        return True
    if are_counted(pieces) or (len(pieces) > 1 and all(map(_is_of_team, pieces))):
        return True
    sides = {person.side for piece in pieces for person in piece.people}
    return sides >= {Side.SALES, Side.MARKETING} and all(p.mark is Mark.TEAM for p in pieces)
