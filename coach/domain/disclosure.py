"""What of a closed round may be shown, so that nobody's answer can be told from it.

All that is shown of a round, on a page, in a chart or in a file, comes from `Shown` and from
nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from coach.domain.scoring import Picture
from coach.domain.stages import Side

LEAST_ANSWERS = 4  # on each side, for a round; and known ones, for a statement
LEAST_LINES = 5


class Unknown(StrEnum):
    """How many of a side didn't know or left a statement blank, coarsely."""

    FEW = "few"  # under a quarter, perhaps nobody
    SOME = "some"  # a quarter or more
    MANY = "many"  # half or more


@dataclass(frozen=True, slots=True)
class Cell:
    """One side's answers to one statement, to the nearest half step.

    `low` to `high` is where the middle half of the answers lies; all are `None` where fewer than
    four knew. `median` is `None`, too, where (nearly) everybody answered alike: the band is all
    that is shown then. `held`: fewer than three answers differ from an earlier round's, so that
    round's figures stand here and no difference is shown.
    """

    median: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unknown: Unknown
    held: bool = False

    @property
    def value(self) -> Fraction | None:
        """The median, else the middle of the band; `None` where nothing may be shown."""
        if self.median is not None or self.low is None or self.high is None:
            return self.median
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one closed round.

    Where a side is short of four answers `missing` says how many, and the rest is empty
    (`picture` is `None`). `cells` goes by statement id, then by side; `other` is among them only
    from four answers. `picture` is worked out from the cells alone, so its scores are means of
    medians. `lines` are the free lines in no order that tells anything, from five lines on.
    """

    missing: Mapping[Side, int]
    cells: Mapping[str, Mapping[Side, Cell]]
    picture: Picture | None
    lines: tuple[str, ...] = ()
