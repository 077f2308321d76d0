"""The numbered passages an author writes from, sorted by note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.domain.passages import Hit, Passage

# An example worked with other numbers, as a section and as a sentence of a formula.
_EXAMPLE = re.compile(r"\bworked examples?\b", re.IGNORECASE)
_FOR_EXAMPLE = re.compile(r"\bFor example, .*?\.(?:\s+|\Z)")


@dataclass(frozen=True, slots=True)
class Source:
    """A passage with its number in the answer.

    `score` (0–1) tells how well the search found it beside the best one; 0 for a passage that came
    along with its note.
    """

    n: int
    passage: Passage
    score: float


class Material:
    """The passages of one brief. Lives as long as one answer."""

    def __init__(self, hits: Sequence[Hit], has_result: bool = False) -> None:
        """Number `hits` from 1 in their order.

        With `has_result` the person's own numbers are worked out, and examples with others are left
        out: who reads them after the result takes them for a part of it.
        """
        best = max((hit.score for hit in hits), default=0.0)
        sources = tuple(
            Source(n, hit.passage, _relative(hit, best)) for n, hit in enumerate(hits, 1)
        )
        self.sources = tuple(_without_examples(sources)) if has_result else sources

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes, best hit first."""
        return tuple(dict.fromkeys(source.passage.note for source in self.sources))

    def of(self, note: str) -> tuple[Source, ...]:
        """Return the passages of one note, in their order."""
        return tuple(source for source in self.sources if source.passage.note == note)

    def section(self, note: str, *headings: str) -> tuple[Source, ...]:
        """Return the passages under the first of `headings` that is there."""
        for heading in headings:
            if found := tuple(s for s in self.of(note) if s.passage.heading == heading):
                return found
        return ()


def _without_examples(sources: Sequence[Source]) -> Iterator[Source]:
    for source in sources:
        passage = source.passage
        if not _EXAMPLE.search(passage.heading):
            text = _FOR_EXAMPLE.sub("", passage.text)
            yield replace(source, passage=replace(passage, text=text))


def _relative(hit: Hit, best: float) -> float:
    """Mix the score's share of the best one with the rank: scores of two searches differ."""
    if hit.cosine is None and hit.bm25 is None:
        return 0.0
    part = max(hit.score, 0.0) / best if best > 0 else 0.0
    return (part + 1 / (1 + 0.3 * (hit.rank - 1))) / 2
