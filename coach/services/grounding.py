"""Checks an answer while it is written: citations, support by the passages, figures."""

from __future__ import annotations

from coach.domain.answers import Brief, Check, Citation, Segment
from coach.domain.passages import Hit
from coach.ports import Embedder
from coach.services.checking.marks import cited
from coach.services.checking.sentences import Sentences
from coach.services.checking.sources import Sources
from coach.services.checking.verdicts import Judge


class Grounding:
    """Makes a verification for each answer. Lives as long as the app; safe from many threads.

    Without an embedder sentences are held against their passages by their words alone.
    """

    def __init__(self, embedder: Embedder | None) -> None:
        self._embedder = embedder
        self._sources = Sources()

    def verification(self, brief: Brief) -> Verification:
        """Start checking an answer to `brief`."""
        return Verification(brief, Judge(brief, self._sources, self._embedder))


class Verification:
    """One answer being checked: feed it pieces, read `segments` and `citations` at any time.

    Lives as long as one draft; used by one thread. What comes out does not depend on how the text
    was cut into pieces.
    """

    def __init__(self, brief: Brief, judge: Judge) -> None:
        self._hits = brief.hits
        self._judge = judge
        self._sentences = Sentences()
        self._checked: list[Segment] = []

    def feed(self, piece: str) -> None:
        """Add a piece of text; each sentence that it ends is checked at once."""
        self._sentences.feed(piece)
        self._check()

    def end(self) -> None:
        """Close the text: the open sentence is checked too."""
        self._sentences.end()
        self._check()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All so far in order; the open last sentence is `CHECKING`. Together: what was fed."""
        rest = self._sentences.rest
        open_one = (Segment(rest, Check.CHECKING),) if rest else ()
        return (*self._checked, *open_one)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """One for each passage that kept or marked text names."""
        standing = [s.text for s in self._checked if s.check in (Check.KEPT, Check.MARKED)]
        numbers = sorted({n for text in standing for n in cited(text)})
        return tuple(_cite(n, self._hits[n - 1]) for n in numbers if 0 < n <= len(self._hits))

    def _check(self) -> None:
        for text in self._sentences.done[len(self._checked) :]:
            verdict = self._judge.verdict(text)
            self._checked.append(Segment(text, verdict.check, verdict.reason))


def _cite(n: int, hit: Hit) -> Citation:
    passage = hit.passage
    return Citation(
        n=n,
        note=passage.note,
        title=passage.title,
        heading=passage.heading,
        quote=passage.text,
        file=passage.file,
        start=passage.start,
        end=passage.end,
    )
