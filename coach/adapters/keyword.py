"""BM25 over passages in memory.

Scores as in Lucene: idf · tf / (tf + k1 · (1 - b + b · length / mean length)), with
idf = ln(1 + (N - n + .5) / (n + .5)) (Robertson and Zaragoza 2009). They hang on nothing but term
and passage, so they are computed once; a query adds up the lists of its terms.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from coach.adapters.words import Words
from coach.domain.passages import Passage
from coach.ports import Matrix

K1, B = 1.5, 0.75

Rows = NDArray[np.int32]


class Bm25:
    """BM25 over a fixed set of texts. Lives until they change."""

    def __init__(
        self,
        ids: Sequence[str],
        texts: Iterable[str],
        words: Words | None = None,
        k1: float = K1,
        b: float = B,
    ) -> None:
        """Index one text for each id; `words` can be shared between indexes."""
        self._words = words or Words()
        # One question is asked for its terms, scores and shares in turn: cut it up once.
        self._cut = lru_cache(maxsize=32)(lambda text: tuple(self._words.terms(text)))
        self._ids = list(ids)
        self._row = {id_: row for row, id_ in enumerate(self._ids)}
        vocabulary = _Vocabulary(self._words)
        numbered = [vocabulary.numbers(text) for text in texts]
        self._number = vocabulary.terms
        self._starts, self._rows, counts = _postings(numbered, len(self._number))
        self._weights = self._weigh(counts, [len(numbers) for numbers in numbered], k1, b)

    def terms(self, text: str) -> list[str]:
        """Return the distinct terms of `text`, in the order they appear."""
        return list(dict.fromkeys(self._cut(text)))

    def search(self, text: str, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their scores above 0, best first."""
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for rows, weights in self._lists(text):
            scores[rows] += weights
        if k <= 0 or not self._ids:
            return []
        best = np.arange(len(scores))
        if k < len(scores):
            best = np.argpartition(scores, len(scores) - k)[-k:]
        # Equal scores stand in the order of the passages, so that a search always gives the same.
        best = best[np.lexsort((best, -scores[best]))]
        return [(self._ids[row], float(scores[row])) for row in best if scores[row] > 0]

    def scores(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return the score of each passage, in the order of `ids`; 0 for an unknown id."""
        wanted = self._wanted(ids)
        scores = np.zeros(len(wanted), dtype=np.float64)
        for rows, weights in self._lists(text):
            places, held = _places(rows, wanted)
            scores += np.where(held, weights[places], 0)
        return list(scores.tolist())

    def idf(self, term: str) -> float:
        """Return how telling a term is; highest for a term that no passage holds."""
        number = self._number.get(term)
        holding = 0 if number is None else int(self._starts[number + 1] - self._starts[number])
        return math.log1p((len(self._ids) - holding + 0.5) / (holding + 0.5))

    def known(self, term: str) -> bool:
        """Return whether any passage holds the term."""
        return term in self._number

    def shares(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return for each passage the idf-weighted share (0-1) of the text's terms in it."""
        wanted = self._wanted(ids)
        shares = np.zeros(len(wanted), dtype=np.float64)
        total = 0.0
        for term in self.terms(text):
            idf = self.idf(term)
            total += idf
            if term in self._number:
                shares += np.where(_places(self._list(term)[0], wanted)[1], idf, 0)
        return list((shares / total).tolist()) if total else [0.0] * len(wanted)

    def _wanted(self, ids: Sequence[str]) -> Rows:
        return np.array([self._row.get(id_, -1) for id_ in ids], dtype=np.int32)

    def _lists(self, text: str) -> list[tuple[Rows, Matrix]]:
        return [self._list(term) for term in self.terms(text) if term in self._number]

    def _list(self, term: str) -> tuple[Rows, Matrix]:
        number = self._number[term]
        part = slice(self._starts[number], self._starts[number + 1])
        return self._rows[part], self._weights[part]

    def _weigh(self, counts: Matrix, lengths: Sequence[int], k1: float, b: float) -> Matrix:
        holding = np.diff(self._starts)
        idf = np.log1p((len(self._ids) - holding + 0.5) / (holding + 0.5))
        length = np.asarray(lengths, dtype=np.float64)
        length /= max(float(length.mean()) if len(lengths) else 1.0, 1e-9)
        damping = (k1 * (1 - b + b * length)).astype(np.float32)[self._rows]
        weights: Matrix = np.repeat(idf.astype(np.float32), holding) * counts / (counts + damping)
        return weights


class _Vocabulary(dict[str, int]):
    """Gives each word the number of its term, -1 where it has none."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.terms: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        stem = self._words.stem(word)
        self[word] = self.terms.setdefault(stem, len(self.terms)) if stem else -1
        return self[word]

    def numbers(self, text: str) -> Rows:
        numbers = np.array([self[word] for word in self._words.words(text)], dtype=np.int32)
        return numbers[numbers >= 0]


def _postings(numbered: Sequence[Rows], terms: int) -> tuple[NDArray[np.int64], Rows, Matrix]:
    """Return where each term's list starts, the rows in it (ascending) and the counts there."""
    if not numbered:
        return np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32)
    size = len(numbered)
    rows = np.repeat(np.arange(size), [len(numbers) for numbers in numbered])
    keys, counts = np.unique(np.concatenate(numbered) * np.int64(size) + rows, return_counts=True)
    starts = np.searchsorted(keys, np.arange(terms + 1) * np.int64(size))
    return starts, (keys % size).astype(np.int32), counts.astype(np.float32)


def _places(rows: Rows, wanted: Rows) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return where each wanted row stands in the list, and whether it does."""
    places = np.minimum(np.searchsorted(rows, wanted), len(rows) - 1)
    return places, rows[places] == wanted


class PassageWords(Bm25):
    """BM25 over what can be shown, and apart over the names of the notes.

    A name of three words, indexed as a passage, would outdo all that can be shown; all names of a
    note together are a text that people's words are found in.
    """

    def __init__(self, passages: Sequence[Passage], words: Words) -> None:
        shown = [passage for passage in passages if not passage.is_name]
        super().__init__([p.id for p in shown], (p.indexed_text for p in shown), words)
        names: defaultdict[str, list[str]] = defaultdict(list)
        for passage in passages:
            if passage.is_name:
                names[passage.note].append(passage.text)
        self._names = Bm25(list(names), map("\n".join, names.values()), words)
        # Candidates, order and coverage of one question ask in turn: search the names once.
        self._found = lru_cache(maxsize=32)(lambda text: dict(self._names.search(text, len(names))))

    def named(self, text: str) -> Mapping[str, float]:
        """Return the score above 0 of each note by its names, all names of a note as one text."""
        return self._found(text)


def keyword_index(passages: Sequence[Passage], words: Words | None = None) -> PassageWords:
    """Index passages and names; `words` can be shared between indexes."""
    return PassageWords(passages, words or Words())
