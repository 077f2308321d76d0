"""A text that fits on one page, to be shown, printed and sent in several forms."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.stages import Side


@dataclass(frozen=True, slots=True)
class Point:
    """A line, and what is said of it; with an `owner` it is theirs to do."""

    text: str
    details: tuple[str, ...] = ()
    owner: str = ""
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """The whole page: `lead` says it in a sentence, `facts` are small lines under it."""

    title: str
    lead: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]
