"""From a question to passages: two searches, one order, and how well the playbook covers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.errors import SearchError
from coach.playbook.catalogue import Catalogue, Links
from coach.playbook.followups import Leaning
from coach.playbook.question_vectors import QuestionVectors
from coach.playbook.ranking import CANDIDATES, Reading, rank
from coach.ports import Clock, Embedder, Indexes, KeywordIndex, Matrix, VectorIndex


class PassageSearch:
    """Finds passages by words and by meaning. Lives as long as the app; safe from many threads.

    `indexes` gives what to search at the moment; one question reads one of them, whatever is built
    meanwhile. Where vectors are missing, or the embedder fails, it searches by keyword alone and
    says so in `Findings.mode`. `links` tells which notes go together; `vectors` are shared with
    whoever else reads the question.
    """

    def __init__(
        self,
        indexes: Callable[[], Indexes],
        clock: Clock,
        links: Links | None = None,
        leaning: Leaning | None = None,
        vectors: QuestionVectors | None = None,
    ) -> None:
        self._indexes = indexes
        self._links = links
        self._clock = clock
        self._leaning = leaning or Leaning()
        self._vectors = vectors or QuestionVectors()
        self._sorted: tuple[Mapping[str, Passage], Catalogue] = ({}, Catalogue(()))

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        """Return up to `k` passages for `text`, read with the earlier questions (oldest first).

        Raises:
            SearchError: there are no passages to search.
        """
        started = self._clock.monotonic()
        indexes = self._indexes()
        if not indexes.passages:
            raise SearchError("There are no passages to search yet.")
        try:
            findings = self._find(text, history, k, indexes)
        except SearchError:
            by_keyword = replace(indexes, vectors=None, embedder=None)
            findings = self._find(text, history, k, by_keyword)
        return replace(findings, seconds=self._clock.monotonic() - started)

    def passages(self, note: str) -> Sequence[Passage]:
        """Return the passages of one note in reading order; empty for an unknown note."""
        return self._catalogue(self._indexes()).passages(note)

    def _find(self, text: str, history: Sequence[str], k: int, indexes: Indexes) -> Findings:
        terms = indexes.keyword.terms(text)
        catalogue = self._catalogue(indexes)
        reading = self._read(text, history, len(terms), indexes, catalogue)
        hits = rank(reading, k, indexes, catalogue)
        return Findings(
            hits=hits,
            coverage=_coverage(text, terms, reading, hits, indexes.keyword),
            mode="keyword" if reading.vector is None else "hybrid",
            search_text=text,
            vector=None if reading.own is None else tuple(reading.own.tolist()),
        )

    def _catalogue(self, indexes: Indexes) -> Catalogue:
        passages, catalogue = self._sorted
        if passages is not indexes.passages:
            catalogue = Catalogue(indexes.passages.values(), self._links)
            self._sorted = (indexes.passages, catalogue)
        return catalogue

    def _read(
        self,
        text: str,
        history: Sequence[str],
        terms: int,
        indexes: Indexes,
        catalogue: Catalogue,
    ) -> Reading:
        """Weigh the earlier questions, and mix their vectors into the question's own."""
        earlier = [past for past in reversed(history) if past.strip()]
        reading = Reading(texts=(text,))
        if indexes.vectors is not None and indexes.embedder is not None:
            # Names stand among the vectors: half of what is near may be names.
            proposals = CANDIDATES * (2 if catalogue.has_names else 1)
            reading = self._by_meaning(text, proposals, indexes, indexes.vectors, indexes.embedder)
        if not earlier:
            return reading
        dependence = self._leaning.dependence(terms, reading.best_cosine)
        weights = self._leaning.weights(dependence, len(earlier))
        reading = replace(
            reading,
            texts=(text, *earlier[: len(weights)]),
            weights=(1.0, *weights),
            dependence=dependence,
        )
        if indexes.vectors is None or indexes.embedder is None or not weights:
            return reading
        rows = self._vectors.of(reading.texts, indexes.embedder)
        mixed = _unit(np.asarray(reading.weights, dtype=np.float32) @ rows)
        near = indexes.vectors.nearest(mixed, len(reading.near))
        return replace(reading, vector=mixed, near=tuple(near))

    def _by_meaning(
        self, text: str, proposals: int, indexes: Indexes, vectors: VectorIndex, embedder: Embedder
    ) -> Reading:
        own = self._vectors.of([text], embedder)[0]
        near = vectors.nearest(own, proposals)
        best: dict[bool, float] = {}
        for name, cosine in near:
            best.setdefault(_is_name(indexes.passages.get(name)), cosine)
        return Reading(
            texts=(text,),
            best_cosine=best.get(False, 0.0),
            name_cosine=best.get(True, 0.0),
            own=own,
            vector=own,
            near=tuple(near),
        )


def _is_name(passage: Passage | None) -> bool:
    return passage is not None and passage.is_name


def _coverage(
    text: str, terms: Sequence[str], reading: Reading, hits: Sequence[Hit], keyword: KeywordIndex
) -> Coverage:
    """Measure the question alone: what an earlier one was about says nothing of this one."""
    known = sum(map(keyword.known, terms)) / len(terms) if terms else 0.0
    shares = keyword.shares(text, [hit.passage.id for hit in hits])
    return Coverage(
        best_cosine=reading.best_cosine,
        term_share=max(shares, default=0.0),
        known_terms=known,
        dependence=reading.dependence,
        name_cosine=reading.name_cosine,
        name_words=max(keyword.named(text).values(), default=0.0),
    )


def _unit(vector: Matrix) -> Matrix:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector
