"""One side's answers to one statement, as coarsely as they may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

LEAST_KNOWN = 4  # answers to a statement besides "don't know"
_HALF = Fraction(1, 2)
_LOWEST, _HIGHEST = Fraction(1), Fraction(4)
Answers = Sequence[int | None]  # of one side to one statement, everybody's; `None`: unknown


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

    def as_held(self) -> Cell:
        """Return it as a later round shows it."""
        return replace(self, held=True)


def cell_of(answers: Answers) -> Cell:
    """Return what may be shown of these answers of at least four people.

    The band leaves out a quarter of the known answers at each end, and always one. So where it
    comes to a single anchor, all may have answered alike, or all but one: this is not told apart,
    the median is left out and the band reaches half a step to both sides.
    """
    known = sorted(answer for answer in answers if answer is not None)
    unknown = _unknown(len(answers) - len(known), len(answers))
    if len(known) < LEAST_KNOWN:
        return Cell(None, None, None, unknown)
    out = len(known) // 4
    low, high = Fraction(known[out]), Fraction(known[-1 - out])
    if low == high:
        return Cell(None, max(_LOWEST, low - _HALF), min(_HIGHEST, high + _HALF), unknown)
    middle = len(known) // 2
    median = Fraction(known[middle] + known[-1 - middle], 2)
    return Cell(median, low, high, unknown)


def differing(before: Answers, after: Answers) -> int:
    """Return how many people at least must have come, gone or changed between the two."""
    first, second = Counter(before), Counter(after)
    return max((first - second).total(), (second - first).total())


def _unknown(unknown: int, asked: int) -> Unknown:
    if 2 * unknown >= asked:
        return Unknown.MANY
    return Unknown.SOME if 4 * unknown >= asked else Unknown.FEW
