"""The order of passages for one question, from what both searches say and from their notes.

A passage counts by its own two scores and by its note: how far other passages of the note fit too,
how near the question comes to one of the note's names, which are the words people use for it, and
how good the notes are that it is linked with. Where every passage is a note of its own, without
names and links, only its own scores count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from coach.domain.passages import Hit, Passage
from coach.playbook.catalogue import Catalogue
from coach.playbook.fusion import Scores, distinct, fuse, standardised
from coach.ports import Indexes, KeywordIndex, Matrix, VectorIndex

# Passages that each search proposes; more brought nothing on four public sets.
CANDIDATES = 50
# Notes whose names are near the question, by meaning and by words: their passages are looked at.
NAMED = 5
# What a note's agreement counts against the passage's own scores, and over how many passages.
AGREEMENT, AGREEING = 0.3, 4
# What the nearest name of the note adds, and what the words of all its names together.
NAME_SHARE = 0.8
WORD_SHARE = 0.7
# What a linked note adds of the lead it has over the first note beyond the best ones.
LINK_SHARE, BEST_NOTES = 0.3, 10
# In an answer's first pick the best notes have two passages, the others one: the fifth best note
# helps more than a third part of the first, or a second one of the fourth.
BEST, OF_BEST, OF_OTHERS = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with the earlier ones it leans on: `texts` and `weights`, itself first with 1.

    `own` is the vector of the question alone, `vector` with the earlier ones mixed in; both `None`
    without dense search. `near` is what dense search proposes for `vector`, names among it.
    """

    texts: tuple[str, ...]
    weights: tuple[float, ...] = (1.0,)
    dependence: float = 0.0
    best_cosine: float | None = None
    name_cosine: float | None = None
    own: Matrix | None = None
    vector: Matrix | None = None
    near: tuple[tuple[str, float], ...] = ()


def rank(reading: Reading, k: int, indexes: Indexes, catalogue: Catalogue) -> tuple[Hit, ...]:
    """Return the best `k` passages, near-copies left out, no note crowding out the others."""
    passages = _candidates(reading, indexes, catalogue)
    if not passages:
        return ()
    ids = [passage.id for passage in passages]
    keyword = _keyword_scores(reading, ids, indexes.keyword)
    dense = _cosines(reading, ids, indexes.vectors)
    own = standardised(keyword) if dense is None else fuse(dense, keyword)
    notes = [passage.note for passage in passages]
    scores = (1 - AGREEMENT) * own + AGREEMENT * _agreement(own, notes)
    scores += NAME_SHARE * _named(reading, notes, catalogue, indexes.vectors)
    scores += WORD_SHARE * _worded(reading, notes, indexes.keyword)
    scores += LINK_SHARE * _company(scores, notes, catalogue)
    order = _spread(np.argsort(-scores, kind="stable").tolist(), notes)
    best = islice(distinct(passages[place].text for place in order), k)
    return tuple(
        Hit(
            passage=passages[place],
            rank=number,
            score=float(scores[place]),
            cosine=None if dense is None else float(dense[place]),
            bm25=float(keyword[place]),
        )
        for number, place in enumerate((order[turn] for turn in best), 1)
    )


def _candidates(reading: Reading, indexes: Indexes, catalogue: Catalogue) -> list[Passage]:
    """Return the passages worth scoring, without repeats.

    Beside a vector, earlier questions propose nothing by keyword: their words count in the scores,
    and what they would add to the candidates changed no result.
    """
    found = [p for name, _ in reading.near if (p := indexes.passages.get(name)) is not None]
    text = reading.texts[0] if reading.vector is not None else " ".join(reading.texts)
    named = list(dict.fromkeys(p.note for p in found if p.is_name))[:NAMED]
    named += list(indexes.keyword.named(text))[:NAMED]
    proposed = [p for p in found if not p.is_name][:CANDIDATES]
    proposed += [p for note in dict.fromkeys(named) for p in catalogue.passages(note)]
    by_keyword = indexes.keyword.search(text, CANDIDATES)
    proposed += [p for name, _ in by_keyword if (p := indexes.passages.get(name)) is not None]
    return list({passage.id: passage for passage in proposed}.values())


def _keyword_scores(reading: Reading, ids: list[str], keyword: KeywordIndex) -> Scores:
    rows = [keyword.scores(text, ids) for text in reading.texts]
    return np.asarray(reading.weights) @ np.asarray(rows, dtype=np.float64)


def _cosines(reading: Reading, ids: list[str], vectors: VectorIndex | None) -> Scores | None:
    if reading.vector is None or vectors is None:
        return None
    return np.asarray(vectors.cosines(reading.vector, ids), dtype=np.float64)


def _agreement(own: Scores, notes: Sequence[str]) -> Scores:
    """Return for each passage the mean of its note's best; a missing one counts as the worst."""
    by_note: defaultdict[str, list[float]] = defaultdict(list)
    for note, score in zip(notes, own.tolist(), strict=True):
        by_note[note].append(score)
    worst = float(own.min())
    means = {
        note: sum((sorted(scores, reverse=True) + [worst] * AGREEING)[:AGREEING]) / AGREEING
        for note, scores in by_note.items()
    }
    return np.array([means[note] for note in notes])


def _named(
    reading: Reading, notes: Sequence[str], catalogue: Catalogue, vectors: VectorIndex | None
) -> Scores:
    """Return how near the note's nearest name is, standardised over notes; 0 where it has none."""
    owners = [note for note in dict.fromkeys(notes) for _ in catalogue.names(note)]
    if reading.vector is None or vectors is None or not owners:
        return np.zeros(len(notes))
    names = [name for note in dict.fromkeys(owners) for name in catalogue.names(note)]
    nearest: dict[str, float] = {}
    for note, cosine in zip(owners, vectors.cosines(reading.vector, names), strict=True):
        nearest[note] = max(cosine, nearest.get(note, -1.0))
    return _told_apart(nearest, notes)


def _worded(reading: Reading, notes: Sequence[str], keyword: KeywordIndex) -> Scores:
    """Return how the question's words fit the note's names, standardised over notes."""
    found = [keyword.named(text) for text in reading.texts]
    fits = {
        note: sum(w * by.get(note, 0.0) for w, by in zip(reading.weights, found, strict=True))
        for note in dict.fromkeys(notes)
    }
    return _told_apart(fits, notes)


def _told_apart(by_note: Mapping[str, float], notes: Sequence[str]) -> Scores:
    """Return for each passage its note's value, standardised over notes; 0 where it has none."""
    share = dict(zip(by_note, standardised(list(by_note.values())).tolist(), strict=True))
    return np.array([share.get(note, 0.0) for note in notes])


def _company(scores: Scores, notes: Sequence[str], catalogue: Catalogue) -> Scores:
    """Return for each passage the summed lead of the best notes that its note is linked with."""
    best: dict[str, float] = {}
    for note, score in zip(notes, scores.tolist(), strict=True):
        best[note] = max(score, best.get(note, score))
    by_score = sorted(best.values(), reverse=True)
    bar = by_score[min(BEST_NOTES, len(by_score) - 1)]
    leads = {note: score - bar for note, score in best.items() if score > bar}
    added = {note: sum(leads.get(o, 0.0) for o in catalogue.linked(note)) for note in best}
    return np.array([added[note] for note in notes])


def _spread(places: Sequence[int], notes: Sequence[str]) -> list[int]:
    """Put what goes beyond a note's share behind everything else, in order."""
    best = set(islice(dict.fromkeys(notes[place] for place in places), BEST))
    seen: defaultdict[str, int] = defaultdict(int)
    first: list[int] = []
    rest: list[int] = []
    for place in places:
        note = notes[place]
        seen[note] += 1
        share = OF_BEST if note in best else OF_OTHERS
        (first if seen[note] <= share else rest).append(place)
    return first + rest
