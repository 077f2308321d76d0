"""How near a text is to each quarrel by its runs of letters and words: complement naive Bayes.

Of each quarrel is asked how unlike all the others a text is, which does better on few, short
texts than to ask how like this one it is. Runs are hashed into a fixed number of places.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from coach.playbook.fusion import Scores

SIZE = 2**16
LETTERS = (3, 4, 5)
SMOOTH = 0.05  # of the weight of a run that no other quarrel has
LINE = 0.4  # what a line of a note counts; a told text is 1
_STRIPPED = ".,;:!?…\"'“”‘’()[]<>«»"


class Runs:
    """Learns from `told` and `lines`, a sequence of texts a quarrel in their order.

    Lives as long as the app; safe from many threads.
    """

    def __init__(self, told: Sequence[Sequence[str]], lines: Sequence[Sequence[str]]) -> None:
        groups = [
            [*((_counted(text), 1.0) for text in mine), *((_counted(text), LINE) for text in named)]
            for mine, named in zip(told, lines, strict=True)
        ]
        every = [counts for group in groups for counts, _ in group]
        held = Counter(place for counts in every for place in counts)
        self._rarity = np.full(SIZE, 1 + math.log(1 + len(every)))
        places = np.fromiter(held, dtype=np.int64, count=len(held))
        often = np.fromiter(held.values(), dtype=np.float64, count=len(held))
        self._rarity[places] = 1 + np.log((1 + len(every)) / (1 + often))
        sums = np.zeros((len(groups), SIZE))
        for row, group in zip(sums, groups, strict=True):
            for counts, worth in group:
                at, values = self._row(counts)
                row[at] += worth * values
        others = sums.sum(axis=0) - sums + SMOOTH
        unlike = -np.log(others / others.sum(axis=1, keepdims=True))
        self._weights = (unlike - unlike.mean(axis=0)).astype(np.float32)

    def scores(self, text: str) -> Scores:
        """Return the score of each quarrel, in their order."""
        at, values = self._row(_counted(text))
        scores: Scores = (self._weights[:, at] @ values).astype(np.float64)
        return scores

    def _row(self, counts: Counter[int]) -> tuple[np.ndarray, np.ndarray]:
        """Return places and values of a text, a vector of length 1."""
        at = np.fromiter(counts, dtype=np.int64, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
        values = (1 + np.log(often)) * self._rarity[at]
        return at, values / (float(np.linalg.norm(values)) or 1.0)


def _counted(text: str) -> Counter[int]:
    """Return how often each run comes, by its place."""
    words = [word for raw in text.lower().split() if (word := raw.strip(_STRIPPED))]
    counts: Counter[int] = Counter()
    for word, often in Counter(words).items():
        for place in _letters(word):
            counts[place] += often
    counts.update(_place(f"# {one} {two}") for one, two in pairwise(words))
    return counts


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[int, ...]:
    """Return the places of a word and of the groups of letters in it."""
    padded = f" {word[:40]} "
    groups = [padded[at : at + n] for n in LETTERS for at in range(max(1, len(padded) - n + 1))]
    return tuple(map(_place, (*groups, f"# {word}")))


def _place(run: str) -> int:
    return crc32(run.encode()) % SIZE
