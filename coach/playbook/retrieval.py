"""From a question to passages: two searches, one order, and how well the playbook covers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.errors import SearchError
from coach.playbook.followups import Leaning
from coach.playbook.fusion import Scores, distinct, fuse, standardised
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Clock, Indexes, KeywordIndex, Matrix, VectorIndex

# Passages that each search proposes; more brought nothing on four public sets.
CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question with the earlier ones it leans on: `texts` and `weights`, itself first with 1.

    `own` is the vector of the question alone, `vector` with the earlier ones mixed in; both `None`
    without dense search.
    """

    texts: tuple[str, ...]
    weights: tuple[float, ...]
    dependence: float = 0.0
    best_cosine: float | None = None
    own: Matrix | None = None
    vector: Matrix | None = None


class PassageSearch:
    """Finds passages by words and by meaning. Lives as long as the app; safe from many threads.

    `indexes` gives what to search at the moment; one question reads one of them, whatever is built
    meanwhile. Where vectors are missing, or the embedder fails, it searches by keyword alone and
    says so in `Findings.mode`.
    """

    def __init__(
        self, indexes: Callable[[], Indexes], clock: Clock, leaning: Leaning | None = None
    ) -> None:
        self._indexes = indexes
        self._clock = clock
        self._leaning = leaning or Leaning()
        self._vectors = QuestionVectors()

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
        return [p for p in self._indexes().passages.values() if p.note == note]

    def _find(self, text: str, history: Sequence[str], k: int, indexes: Indexes) -> Findings:
        terms = indexes.keyword.terms(text)
        reading = self._read(text, history, len(terms), indexes)
        hits = _ranked(reading, k, indexes)
        coverage = _coverage(text, terms, reading, hits, indexes.keyword)
        return Findings(
            hits=hits,
            coverage=coverage,
            mode="keyword" if reading.vector is None else "hybrid",
            search_text=text,
            vector=None if reading.own is None else tuple(reading.own.tolist()),
        )

    def _read(self, text: str, history: Sequence[str], terms: int, indexes: Indexes) -> _Reading:
        """Weigh the earlier questions, and mix their vectors into the question's own."""
        earlier = [past for past in reversed(history) if past.strip()]
        own, best = None, None
        if indexes.vectors is not None and indexes.embedder is not None:
            own = self._vectors.of([text], indexes.embedder)[0]
            best = max((cosine for _, cosine in indexes.vectors.nearest(own, 1)), default=0.0)
        dependence = self._leaning.dependence(terms, best) if earlier else 0.0
        weights = self._leaning.weights(dependence, len(earlier))
        reading = _Reading(
            texts=(text, *earlier[: len(weights)]),
            weights=(1.0, *weights),
            dependence=dependence,
            best_cosine=best,
            own=own,
            vector=own,
        )
        if own is None or indexes.embedder is None or not weights:
            return reading
        mixed = np.asarray(reading.weights) @ self._vectors.of(reading.texts, indexes.embedder)
        return replace(reading, vector=_unit(mixed.astype(np.float32)))


def _ranked(reading: _Reading, k: int, indexes: Indexes) -> tuple[Hit, ...]:
    """Order what either search proposes by the exact scores of both; leave out near-copies."""
    candidates = _candidates(reading, indexes)
    if not candidates:
        return ()
    keyword = _keyword_scores(reading, candidates, indexes.keyword)
    dense = _cosines(reading, candidates, indexes.vectors)
    fused = standardised(keyword) if dense is None else fuse(dense, keyword)
    order = np.argsort(-fused, kind="stable").tolist()
    found = [indexes.passages[candidates[place]] for place in order]
    hits: list[Hit] = []
    for rank in distinct(passage.text for passage in found):
        place = order[rank]
        hits.append(
            Hit(
                passage=found[rank],
                rank=len(hits) + 1,
                score=float(fused[place]),
                cosine=None if dense is None else float(dense[place]),
                bm25=float(keyword[place]),
            )
        )
        if len(hits) == k:
            break
    return tuple(hits)


def _candidates(reading: _Reading, indexes: Indexes) -> list[str]:
    """Return what is worth scoring, without repeats.

    Earlier questions propose nothing by keyword: their words count in the scores, and what they
    would add to the candidates changed no result.
    """
    proposed = indexes.keyword.search(reading.texts[0], CANDIDATES)
    if reading.vector is not None and indexes.vectors is not None:
        proposed = indexes.vectors.nearest(reading.vector, CANDIDATES) + proposed
    elif len(reading.texts) > 1:
        proposed = proposed + indexes.keyword.search(" ".join(reading.texts), CANDIDATES)
    return [
        name for name in dict.fromkeys(name for name, _ in proposed) if name in indexes.passages
    ]


def _keyword_scores(reading: _Reading, ids: list[str], keyword: KeywordIndex) -> Scores:
    rows = [keyword.scores(text, ids) for text in reading.texts]
    return np.asarray(reading.weights) @ np.asarray(rows, dtype=np.float64)


def _cosines(reading: _Reading, ids: list[str], vectors: VectorIndex | None) -> Scores | None:
    if reading.vector is None or vectors is None:
        return None
    return np.asarray(vectors.cosines(reading.vector, ids), dtype=np.float64)


def _coverage(
    text: str, terms: Sequence[str], reading: _Reading, hits: Sequence[Hit], keyword: KeywordIndex
) -> Coverage:
    """Measure the question alone: what an earlier one was about says nothing of this one."""
    known = sum(map(keyword.known, terms)) / len(terms) if terms else 0.0
    shares = keyword.shares(text, [hit.passage.id for hit in hits])
    return Coverage(
        best_cosine=reading.best_cosine,
        term_share=max(shares, default=0.0),
        known_terms=known,
        dependence=reading.dependence,
    )


def _unit(vector: Matrix) -> Matrix:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector
