"""Fakes of the inner search ports: vectors are bags of words, keyword scores count idf."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from coach.domain.notes import Kind
from coach.domain.passages import Passage
from coach.errors import SearchError
from coach.ports import Indexes, Matrix, Vector

_STOPWORDS = "a the is it and what how of to do we for in"
STOPWORDS = frozenset(_STOPWORDS.split())


def make_passage(name: str, text: str, note: str = "", aliases: Sequence[str] = ()) -> Passage:
    note = note or name
    return Passage(
        name, note, Kind.PRACTICE, note, "", text, f"{note}.md", 0, len(text), (), tuple(aliases)
    )


@dataclass
class WordEmbedder:
    """One dimension a word of its vocabulary; remembers every batch it was asked for."""

    words: Sequence[str]
    name: str = "words"
    broken: bool = False
    batches: list[list[str]] = field(default_factory=list)

    @property
    def dimensions(self) -> int:
        return len(self.words)

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self.broken:
            raise SearchError("The embedder cannot be reached.")
        self.batches.append(list(texts))
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Vector:
        found = re.findall(r"\w+", text.lower())
        row = np.array([found.count(word) for word in self.words], dtype=np.float32)
        length = float(np.linalg.norm(row))
        return (row / length if length else row).tolist()


class FakeKeywordIndex:
    """Adds the idf of each shared word; remembers what was searched for."""

    def __init__(self, texts: dict[str, str], names: dict[str, str] | None = None) -> None:
        """`names` holds all names of each note in one text."""
        self._words = {name: set(self.terms(text)) for name, text in texts.items()}
        self._names = {note: set(self.terms(text)) for note, text in (names or {}).items()}
        self.searches: list[str] = []

    def terms(self, text: str) -> list[str]:
        words = re.findall(r"\w+", text.lower())
        return list(dict.fromkeys(word for word in words if word not in STOPWORDS))

    def search(self, text: str, k: int) -> list[tuple[str, float]]:
        self.searches.append(text)
        scores = zip(self._words, self.scores(text, list(self._words)), strict=True)
        found = [(name, score) for name, score in scores if score > 0]
        return sorted(found, key=lambda pair: -pair[1])[:k]

    def scores(self, text: str, ids: Sequence[str]) -> list[float]:
        terms = self.terms(text)
        return [
            sum(self.idf(term) for term in terms if term in self._words.get(name, ()))
            for name in ids
        ]

    def idf(self, term: str) -> float:
        count, holding = len(self._words), sum(term in words for words in self._words.values())
        return math.log(1 + (count - holding + 0.5) / (holding + 0.5))

    def known(self, term: str) -> bool:
        return any(term in words for words in self._words.values())

    def shares(self, text: str, ids: Sequence[str]) -> list[float]:
        whole = sum(map(self.idf, self.terms(text)))
        return [score / whole if whole else 0.0 for score in self.scores(text, ids)]

    def named(self, text: str) -> dict[str, float]:
        fits = {note: len(words & set(self.terms(text))) for note, words in self._names.items()}
        return {note: float(n) for note, n in sorted(fits.items(), key=lambda f: -f[1]) if n}


class FakeVectorIndex:
    """Exact cosines over a few rows."""

    def __init__(self, rows: dict[str, Matrix]) -> None:
        self._rows = rows

    def nearest(self, vector: Matrix, k: int) -> list[tuple[str, float]]:
        scores = [(name, float(row @ vector)) for name, row in self._rows.items()]
        return sorted(scores, key=lambda pair: -pair[1])[:k]

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> list[float]:
        return [float(self._rows[name] @ vector) if name in self._rows else 0.0 for name in ids]

    def vectors(self, ids: Sequence[str]) -> Matrix:
        return np.stack([self._rows[name] for name in ids])


def make_indexes(passages: Sequence[Passage], *, dense: bool = True) -> Indexes:
    """Index passages by the fakes above; without `dense` there are no vectors."""
    texts = {passage.id: passage.indexed_text for passage in passages}
    found = {word for text in texts.values() for word in re.findall(r"\w+", text.lower())}
    embedder = WordEmbedder(sorted(found))
    by_id = {passage.id: passage for passage in passages}
    shown = {name: text for name, text in texts.items() if not by_id[name].is_name}
    names: dict[str, str] = {}
    for passage in passages:
        if passage.is_name:
            names[passage.note] = f"{names.get(passage.note, '')} {passage.text}"
    keyword = FakeKeywordIndex(shown, names)
    if not dense:
        return Indexes(by_id, keyword)
    rows = np.asarray(embedder.embed(list(texts.values())), dtype=np.float32)
    embedder.batches.clear()
    vectors = FakeVectorIndex(dict(zip(texts, rows, strict=True)))
    return Indexes(by_id, keyword, vectors, embedder)
