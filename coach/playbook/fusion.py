"""Two searches into one order: standardised scores, added; copies of a passage taken out.

Scores are brought to mean 0 and deviation 1 over the candidates both searches were asked about,
then added, meaning weighing a little more than words. Fused scores order candidates of one
question and mean nothing else: coverage reads raw scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

# Share of the dense score; .5 to .7 differ by less than their interval on four public sets.
DENSE_SHARE = 0.6
# Two passages with at least this share of their distinct words in common are one (Jaccard).
SAME_WORDS = 0.9
_WORD = re.compile(r"\w+")
Scores = NDArray[np.float64]


def standardised(scores: Sequence[float] | Scores) -> Scores:
    """Return the scores with mean 0 and deviation 1; all 0 where they do not differ."""
    values = np.asarray(scores, dtype=np.float64)
    if not values.size:
        return values
    away: Scores = values - values.mean()
    deviation = float(away.std())
    # Scores that differ by rounding alone are equal: dividing by their deviation would order noise.
    if deviation <= 1e-9 * max(1.0, float(np.abs(values).max())):
        return np.zeros_like(values)
    return np.divide(away, deviation)


def fuse(dense: Scores, keyword: Scores, dense_share: float = DENSE_SHARE) -> Scores:
    """Return one score a candidate from the exact scores that both searches give it."""
    return dense_share * standardised(dense) + (1 - dense_share) * standardised(keyword)


def distinct(texts: Iterable[str]) -> Iterator[int]:
    """Yield the places of the texts that are no near-copy of an earlier one, lazily, in order."""
    kept: list[frozenset[str]] = []
    for place, text in enumerate(texts):
        words = frozenset(_WORD.findall(text.lower()))
        if not any(_same(words, other) for other in kept):
            kept.append(words)
            yield place


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= SAME_WORDS * (len(one) + len(other) - shared)
