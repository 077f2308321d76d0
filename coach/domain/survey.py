"""The two-sided check as frozen values: what both sides are asked apart, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coach.domain.stages import Side, Stage


@dataclass(frozen=True, slots=True)
class Dimension:
    """One part of working together, such as how leads are handed over."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A situation and, for each stage, what one would see in it.

    `quick` marks the one of its dimension that a single person's short check asks.
    """

    id: str
    dimension: str
    text: str
    anchors: Mapping[Stage, str]
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What stands beside something to fill in."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Survey:
    """All that is asked, in order; `dont_know` is a fifth answer to each statement."""

    dimensions: tuple[Dimension, ...]
    statements: tuple[Statement, ...]
    dont_know: Field
    free_line: Field

    def of(self, dimension: str) -> tuple[Statement, ...]:
        """Return the statements of one dimension, in order."""
        return tuple(s for s in self.statements if s.dimension == dimension)

    @property
    def quick(self) -> tuple[Statement, ...]:
        """What a single person's short check asks: one statement a dimension, in order."""
        return tuple(s for s in self.statements if s.quick)


@dataclass(frozen=True, slots=True)
class Response:
    """What one person answered, without a word about who it is.

    `answers` goes by the statement's id: the number of the chosen stage (1 to 4), `None` for "I
    don't know"; a statement left blank is absent. `line` is the free line. `side` is sales,
    marketing or other, never both: it is the link that says so, not the person.
    """

    side: Side
    answers: Mapping[str, int | None]
    line: str = ""
