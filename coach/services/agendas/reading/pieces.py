"""What stands at one place of a list of people, and how surely it is somebody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from coach.domain.agenda import Attendee
from coach.services.agendas.reading.roles import side_of


class Mark(IntEnum):
    """How surely words are somebody who comes, seen by themselves."""

    NAME = 0  # a bare name: only where people are listed
    TEAM = 1  # `sales`, `content`: a team, or a matter
    ROLE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Who stands at one place of a list; `count` where only a number was given.

    `is_shared`: what was said of the last may hold for the names before. `is_kin`: somebody by
    what they are to another, such as `her team lead`.
    """

    people: tuple[Attendee, ...]
    end: int
    mark: Mark = Mark.ROLE
    count: int = 0
    is_shared: bool = False
    is_kin: bool = False


def attendee(role: str) -> Attendee:
    """Return somebody known by a role or team alone."""
    return Attendee(role, side_of(role))
