"""How near the words of a text are to what is told of each recurring quarrel."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from coach.domain.notes import Conflict
from coach.domain.passages import Passage
from coach.playbook.fusion import Scores
from coach.ports import KeywordIndex
from coach.services.conflicts.runs import Runs

# A text with none of these is seldom about the two teams; more than a few say no more.
BOTH_SIDES = (
    "sales seller salesman salesperson rep marketing marketer campaign lead sdr bdr crm pipeline"
    " cmo cro customer prospect deal quota brand commission"
)
ENOUGH = 4
Keyword = Callable[[Sequence[Passage]], KeywordIndex]


class Wording:
    """BM25 over one text a quarrel: its names, its signals and what is told of it; runs beside it.

    Lives as long as the app; safe from many threads.
    """

    def __init__(
        self, quarrels: Sequence[Conflict], told: Mapping[str, Sequence[str]], keyword: Keyword
    ) -> None:
        self._notes = [note.id for note in quarrels]
        self._index = keyword([_passage(note, told.get(note.id, ())) for note in quarrels])
        self._told = [told.get(note.id, ()) for note in quarrels]
        self._lines = [_lines(note) for note in quarrels]
        self._sides = frozenset(self._index.terms(BOTH_SIDES))

    def scores(self, text: str) -> Scores:
        """Return the score of each quarrel, in their order."""
        return np.asarray(self._index.scores(text, self._notes), dtype=np.float64)

    def runs(self, text: str) -> Scores:
        """Return the score of each quarrel by runs of letters and words, in their order."""
        return self._runs.scores(text)

    @cached_property
    def _runs(self) -> Runs:
        """Learnt with the first quarrel, not at the start: it takes half a second."""
        return Runs(self._told, self._lines)

    def signs(self, text: str) -> tuple[float, ...]:
        """Return what the words say of whether this is a quarrel between the two teams at all."""
        terms = self._index.terms(text)
        if not terms:
            return (0.0,) * 5
        sides = len(self._sides.intersection(terms))
        return (
            max(self._index.shares(text, self._notes), default=0.0),
            min(sides, ENOUGH) / ENOUGH,
            float(sides > 0),
            float(self.scores(text).max(initial=0.0)) / math.sqrt(len(terms)),
            sum(map(self._index.known, terms)) / len(terms),
        )


def _passage(note: Conflict, told: Sequence[str]) -> Passage:
    text = "\n".join((*_lines(note)[1:], *told))
    return Passage(note.id, note.id, note.kind, note.title, "", text, note.file, 0, 0)


def _lines(note: Conflict) -> list[str]:
    return [note.title, *note.aliases, *note.asked, *note.signals]
