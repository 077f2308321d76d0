"""How good a ranking is, and whether one ranking is really better than another."""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

RESAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference with its 95 % interval from a paired bootstrap."""

    mean: float
    low: float
    high: float

    @property
    def half_width(self) -> float:
        """Half the interval: what resampling alone moves the difference by."""
        return (self.high - self.low) / 2


def ndcg(ranking: Sequence[str], gains: Mapping[str, float], k: int) -> float:
    """Return nDCG@`k` (0–1) with linear gains: sum of gain / log2(place + 1) over the ideal one.

    As trec_eval's `ndcg_cut`; Järvelin and Kekäläinen (2002). An id that stands twice counts once;
    0 where nothing is relevant.
    """
    ideal = sorted((gain for gain in gains.values() if gain > 0), reverse=True)[:k]
    best = _discounted(ideal)
    distinct = list(dict.fromkeys(ranking))[:k]
    return _discounted([gains.get(item, 0.0) for item in distinct]) / best if best else 0.0


def recall(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Return the share (0–1) of `relevant` among the first `k`; 0 where nothing is relevant."""
    wanted = set(relevant)
    return len(wanted & set(ranking[:k])) / len(wanted) if wanted else 0.0


def reciprocal_rank(ranking: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 / the place of the first relevant one; 0 where there is none."""
    places = (place for place, item in enumerate(ranking, 1) if item in relevant)
    return 1 / next(places, math.inf)


def paired_bootstrap(
    ours: Sequence[float], theirs: Sequence[float], seed: int, resamples: int = RESAMPLES
) -> Difference:
    """Return the mean of ours − theirs over the same questions, with its 95 % interval.

    Questions are drawn with replacement, both scores of one together; Efron's percentile interval.
    The same `seed` gives the same interval.

    Raises:
        ValueError: the two differ in length, or there are no questions.
    """
    deltas = [our - their for our, their in zip(ours, theirs, strict=True)]
    if not deltas:
        raise ValueError("no questions to compare")
    draw = random.Random(seed)
    count = len(deltas)
    means = sorted(sum(draw.choices(deltas, k=count)) / count for _ in range(resamples))
    low, high = means[int(0.025 * resamples)], means[math.ceil(0.975 * resamples) - 1]
    return Difference(mean=sum(deltas) / count, low=low, high=high)


def gap_closed(low: float, ours: float, high: float) -> float:
    """Return the share of the way from `low` to `high` that `ours` has come; 0 without a gap."""
    return (ours - low) / (high - low) if high > low else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))
