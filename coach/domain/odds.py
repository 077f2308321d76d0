"""From a score to the four stages: how likely each is, by a stated rule.

A side whose `n` people know something about `k` statements has the mean `m` of all their answers.
Each person's own mean lies off the side's true one, `S` being the sum of squares of those means
about theirs; and sixteen statements are a sample of all that could be asked. So the mean's variance
is

    v = (1 + S) / (n (n + 3)) + 1 / (4 k)

The first part is the variance of a mean of `n` people, where four more people of deviation one half
are counted in: few answers can't tell how far people lie apart, and four who agree by chance must
not look sure. The second is that of a mean of `k` statements of deviation one half. Stage `c` (1 to
4) then explains the answers as well as a normal curve says:

    w(c) = exp(-(m - c)² / 2v), brought to sum 1

Both sides answer about one and the same relationship. Eight times in ten they are taken to stand at
the same stage, else each at any, which comes to

    share of c, sales = w(c, sales) × (w(c, marketing) + 1/16), brought to sum 1

and likewise for marketing: where the sides agree a little, each makes the other surer; where they
plainly see different stages, each keeps its own. The team's share is the plain mean of the two.

The shape is textbook: a mean with a shrunken variance, a likelihood for each of four stages that
are equally likely beforehand, one prior for the two sides. The deviation of one half is how far
people of one team were expected to differ before anything was simulated; eight in ten was chosen
among .75, .8 and .9 on simulated teams, none of which is among those that are reported.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

from coach.domain.readings import Reading
from coach.domain.scoring import Distribution
from coach.domain.stages import Stage

_COUNTED_IN = 4  # people of the deviation below, as if they had answered too
_DEVIATION = Fraction(1, 2)
_SAME = 0.8  # how often both sides are taken to stand at the same stage
_APART = (1 - _SAME) / _SAME / len(Stage)
_FINENESS = 1000  # shares are told in thousandths: more would only look exact


def alone(reading: Reading) -> Distribution:
    """Return how likely each stage is by one side's answers only."""
    return _told(_weights(reading))


def together(sales: Reading, marketing: Reading) -> tuple[Distribution, Distribution]:
    """Return how likely each stage is for sales and for marketing, each in the other's light."""
    by_sales, by_marketing = _weights(sales), _weights(marketing)
    return (
        _told({c: w * (by_marketing[c] + _APART) for c, w in by_sales.items()}),
        _told({c: w * (by_sales[c] + _APART) for c, w in by_marketing.items()}),
    )


def mean_of(first: Distribution, second: Distribution) -> Distribution:
    """Return the equal-weight mean."""
    return {stage: (first[stage] + second[stage]) / 2 for stage in Stage}


def expected_spread(n: int) -> Fraction:
    """Return the spread that `n` people are taken to have where their own means are not told."""
    return (n - 1) * _DEVIATION**2


def _weights(reading: Reading) -> dict[Stage, float]:
    score = reading.score
    if score is None:  # nobody knows: each stage is as likely as the other
        return dict.fromkeys(Stage, 1 / len(Stage))
    n = reading.knowing
    pooled = (_COUNTED_IN * _DEVIATION**2 + reading.spread) / (n + _COUNTED_IN - 1)
    variance = pooled / n + _DEVIATION**2 / reading.answered
    off = {stage: float((score - stage.number) ** 2 / (2 * variance)) for stage in Stage}
    nearest = min(off.values())  # taken off all of them, so that not every weight rounds to 0
    weights = {stage: math.exp(nearest - off[stage]) for stage in Stage}
    whole = sum(weights.values())
    return {stage: weight / whole for stage, weight in weights.items()}


def _told(weights: Mapping[Stage, float]) -> Distribution:
    """Return shares in thousandths that sum to 1 exactly: the largest remainders are rounded up."""
    whole = sum(weights.values())
    parts = {stage: _FINENESS * weight / whole for stage, weight in weights.items()}
    floors = {stage: math.floor(part) for stage, part in parts.items()}
    left = _FINENESS - sum(floors.values())
    up = sorted(Stage, key=lambda stage: floors[stage] - parts[stage])[:left]
    return {stage: Fraction(floors[stage] + (stage in up), _FINENESS) for stage in Stage}
