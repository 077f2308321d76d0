"""What a round's answers come to, exactly: scores, gaps between the sides, dimension profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from coach.domain.stages import Stage

Distribution = Mapping[Stage, Fraction]  # each of the four stages; sums to 1


@dataclass(frozen=True, slots=True)
class Score:
    """How one side, or the team, sees it: 1 for Undefined to 4 for Integrated.

    `n` people answered. `score` is the mean of all answered statements, `None` where nobody knew
    any; `unknown` counts "don't know" and blanks, and is `None` where it must not be told exactly.
    """

    n: int
    score: Fraction | None
    unknown: int | None
    distribution: Distribution


@dataclass(frozen=True, slots=True)
class Gap:
    """The two sides' means on one thing, a statement's id or a dimension's key."""

    of: str
    sales: Fraction | None
    marketing: Fraction | None

    @property
    def gap(self) -> Fraction | None:
        """Marketing less sales, signed; `None` where one side knows nothing of it."""
        if self.sales is None or self.marketing is None:
            return None
        return self.marketing - self.sales


@dataclass(frozen=True, slots=True)
class Picture:
    """Both sides' answers side by side.

    `gaps` by statement, the largest first whichever its sign, those without one last;
    `dimensions` in the survey's order. The team's score and distribution are the equal-weight means
    of the two sides', however many answered on each. `other` is shown apart and counts in neither.
    """

    sales: Score
    marketing: Score
    team: Score
    gaps: tuple[Gap, ...]
    dimensions: tuple[Gap, ...]
    other: Score | None = None
