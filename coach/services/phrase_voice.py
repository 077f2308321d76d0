"""Reads the wording of a text for boundaries: a linear head over its words and letter groups.

Every run of one to three words and of two to five letters of a word counts, whatever the language;
where a text is not English its English glosses count beside it. Runs are hashed into a fixed number
of places, so the head is one row of numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from coach.playbook.page_rules import Phrases

LONGEST = 6_000  # characters that are read
PLAIN = -2.0  # the logit of a rather plain text, said where there is no head
WORDS = (1, 2, 3)
LETTERS = (2, 3, 4, 5)
LONGEST_KEPT = 40  # letters of a word whose groups are kept: a longer one is no word
_WORD = re.compile(r"\w\w+")


def places(texts: Sequence[str], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of all runs of `texts` and their values, a vector of length 1.

    A run that comes n times has 1 + ln n before the vector is scaled.
    """
    counts: Counter[int] = Counter()
    for text in texts:
        lower = text.lower()
        counts.update(_words(lower, size))
        for word in lower.split():
            letters = _letters if len(word) <= LONGEST_KEPT else _letters.__wrapped__
            counts.update(letters(word, size))
    often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
    values = 1 + np.log(often)
    length = float(np.linalg.norm(values)) or 1.0
    return np.fromiter(counts, dtype=np.int64, count=len(counts)), values / length


class PhraseVoice:
    """The head over runs, fitted by `scripts/fit_boundary_phrases.py`.

    Lives as long as the app; safe from many threads.
    """

    def __init__(self, phrases: Phrases | None) -> None:
        self._weights = np.array(phrases.weights if phrases else (), dtype=np.float32)
        self._bias = phrases.bias if phrases else 0.0

    def hear(self, text: str, gloss: str = "") -> float:
        """Return the logit that `text` needs a stop; `PLAIN` where there is no head."""
        if not len(self._weights):
            return PLAIN
        texts = [part[:LONGEST] for part in (text, gloss) if part]
        at, values = places(texts, len(self._weights))
        return float(self._weights[at] @ values) + self._bias


def _words(text: str, size: int) -> Iterator[int]:
    words = _WORD.findall(text)
    for n in WORDS:
        for at in range(len(words) - n + 1):
            yield crc32(" ".join(words[at : at + n]).encode()) % size


@lru_cache(maxsize=20_000)
def _letters(word: str, size: int) -> tuple[int, ...]:
    """Return the places of a word's groups of letters: a page has the same words many times."""
    padded = f" {word} "
    groups = (padded[at : at + n] for n in LETTERS for at in range(max(1, len(padded) - n + 1)))
    return tuple(crc32(f"#{group}".encode()) % size for group in groups)
