"""Embedding, the indexes, and the search over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from coach.domain.passages import Findings, Passage

Vector = Sequence[float]
# One row a passage, or one vector: what the search works on inside.
Matrix: TypeAlias = NDArray[np.float32]


class Embedder(Protocol):
    """Turns text into unit vectors. Lives as long as the app; safe from many threads."""

    @property
    def name(self) -> str:
        """Names model and version: vectors of two names are never mixed."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of every vector."""
        ...

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """Return one L2-normalised vector a text, in order.

        Raises:
            SearchError: the model cannot be loaded or reached.
        """
        ...


class PassageIndex(Protocol):
    """Finds passages. Lives as long as the app; safe from many threads."""

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        """Return up to `k` passages for `text`, read with the earlier questions (oldest first).

        Raises:
            SearchError: neither search works.
        """
        ...

    def passages(self, note: str) -> Sequence[Passage]:
        """Return the passages of one note in reading order; empty for an unknown note."""
        ...


class KeywordIndex(Protocol):
    """BM25 over a fixed set of passages; safe from many threads.

    Never changes: other passages get another index. A *term* is a stemmed word that is no stop
    word; text of any language goes in, unknown terms count nothing in the scores.
    """

    def terms(self, text: str) -> list[str]:
        """Return the distinct terms of `text`, in the order they appear."""
        ...

    def search(self, text: str, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their scores above 0, best first."""
        ...

    def scores(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return the score of each passage, in the order of `ids`; 0 for an unknown id."""
        ...

    def idf(self, term: str) -> float:
        """Return how telling a term is, ln(1 + (N - n + .5) / (n + .5)); highest where n is 0."""
        ...

    def known(self, term: str) -> bool:
        """Return whether any passage holds the term."""
        ...

    def shares(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return for each passage the idf-weighted share (0-1) of the text's terms in it."""
        ...

    def named(self, text: str) -> Mapping[str, float]:
        """Return the score above 0 of each note by its names, all names of a note as one text."""
        ...


class VectorIndex(Protocol):
    """Nearest neighbours over a fixed set of unit vectors; safe from many threads."""

    def nearest(self, vector: Matrix, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their cosines, best first.

        Raises:
            SearchError: the index cannot be read.
        """
        ...

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> list[float]:
        """Return the exact cosine to each passage, in the order of `ids`; 0 for an unknown id."""
        ...

    def vectors(self, ids: Sequence[str]) -> Matrix:
        """Return one row a passage, in the order of `ids`; zeros for an unknown id."""
        ...


@dataclass(frozen=True, slots=True)
class Indexes:
    """All that one search reads, made of the same passages and switched as one.

    `vectors` and `embedder` are `None` together: while the vectors are being made, or where there
    is no embedder. `reason` then says why, in a sentence for the reader.
    """

    passages: Mapping[str, Passage]
    keyword: KeywordIndex
    vectors: VectorIndex | None = None
    embedder: Embedder | None = None
    reason: str = ""
