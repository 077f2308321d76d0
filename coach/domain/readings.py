"""One side's answers added up, in one pass over any number of people."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from coach.domain.stages import Side
from coach.domain.survey import Response, Survey

# A person's mean of up to 16 answers is a whole number of these parts, so sums stay exact and fast.
_PARTS = math.lcm(*range(1, 17))


@dataclass(frozen=True, slots=True)
class Total:
    """What was answered to one statement: the sum of the answers and how many there are."""

    sum: Fraction | int = 0
    count: int = 0

    @property
    def mean(self) -> Fraction | None:
        """The mean; `None` of nothing."""
        return Fraction(self.sum, self.count) if self.count else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A side as its scores are worked out from; `totals` by statement id.

    `n` people answered, `knowing` of them at least one statement. `spread` is the sum of squares of
    these people's own means about their mean. `unknown` as in a `Score`.
    """

    n: int
    knowing: int
    totals: Mapping[str, Total]
    spread: Fraction
    unknown: int | None

    def over(self, statements: Iterable[str]) -> Fraction | None:
        """Return the mean of all answers to these statements; `None` where there is none."""
        found = [self.totals[of] for of in statements]
        return Total(sum(t.sum for t in found), sum(t.count for t in found)).mean

    @property
    def score(self) -> Fraction | None:
        """The mean of all answers."""
        return self.over(self.totals)

    @property
    def answered(self) -> int:
        """How many statements somebody answered."""
        return sum(total.count > 0 for total in self.totals.values())


def read_sides(responses: Iterable[Response], survey: Survey) -> dict[Side, Reading]:
    """Add up the responses, side by side; a side without any is absent.

    What was answered to a statement that the survey doesn't have is passed over.
    """
    ids = [statement.id for statement in survey.statements]
    added: dict[Side, _Adding] = {}
    for response in responses:
        if (adding := added.get(response.side)) is None:
            adding = added[response.side] = _Adding(ids)
        adding.add(response.answers)
    return {side: adding.reading() for side, adding in added.items()}


class _Adding:
    """Whole numbers only: a round of a hundred thousand takes a second, not a minute."""

    def __init__(self, ids: list[str]) -> None:
        self._sums = dict.fromkeys(ids, 0)
        self._counts = dict.fromkeys(ids, 0)
        self._n = self._knowing = self._means = self._squares = 0

    def add(self, answers: Mapping[str, int | None]) -> None:
        self._n += 1
        total = known = 0
        for of in self._sums:
            if (answer := answers.get(of)) is not None:
                self._sums[of] += answer
                self._counts[of] += 1
                total += answer
                known += 1
        if known:
            mean = total * _PARTS // known
            self._knowing += 1
            self._means += mean
            self._squares += mean * mean

    def reading(self) -> Reading:
        spread = Fraction(0)
        if self._knowing:
            about = self._squares - Fraction(self._means**2, self._knowing)
            spread = about / _PARTS**2
        asked = self._n * len(self._sums)
        return Reading(
            n=self._n,
            knowing=self._knowing,
            totals={of: Total(added, self._counts[of]) for of, added in self._sums.items()},
            spread=spread,
            unknown=asked - sum(self._counts.values()),
        )
