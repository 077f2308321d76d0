"""An answer being written and checked: the author, the repair of a lost lead, the take-over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coach.domain.answers import Brief, Check, Citation, Finish, Repair, Segment, standing
from coach.errors import AuthorError
from coach.ports import Author, Draft
from coach.services.grounding import Grounding, Verification
from coach.services.numbering import in_reading_order

_WHOLE = re.compile(r"[.!?:\])”\"*|]\s*$")
TAKEN_OVER = "\n\nThe model stopped here. From the playbook:\n\n"


class Writing:
    """One answer: iterate for all segments so far, then read `citations`, `finish`, `warnings`.

    Lives as long as one question. Where the model fails or nothing it wrote holds, `fallback`
    answers in its place and a warning says so. `cancel` may be called from any thread.
    """

    def __init__(
        self, brief: Brief, author: Author, fallback: Author, grounding: Grounding
    ) -> None:
        self._brief = brief
        self._author, self._fallback = author, fallback
        self._grounding = grounding
        self._draft: Draft | None = None
        self.cancelled = False
        self.segments: tuple[Segment, ...] = ()
        self.citations: tuple[Citation, ...] = ()
        self.finish = Finish(author.name)
        self.warnings: list[str] = []

    def cancel(self) -> None:
        """Stop writing; what stands is the answer."""
        self.cancelled = True
        if self._draft is not None:
            self._draft.cancel()

    def __iter__(self) -> Iterator[tuple[Segment, ...]]:
        """Yield all segments so far each time a piece has come."""
        if self._author is self._fallback:
            yield from self._by_playbook()
            return
        try:
            yield from self._by_model()
            if not self.cancelled:
                yield from self._repair_lead()
        except AuthorError as exc:
            if not self.cancelled:
                self.warnings.append(f"{exc.message} The playbook answers instead.")
                yield from self._take_over()
            return
        if not self.cancelled and not _readable(self.segments):
            self.warnings.append("Nothing the model wrote held against the sources.")
            yield from self._take_over()

    def _by_model(self) -> Iterator[tuple[Segment, ...]]:
        """Stream the model's text through the verifier, after what was kept of an earlier try."""
        checked = self._grounding.verification(self._brief)
        if self._brief.question.so_far:
            checked.feed(self._brief.question.so_far)
        try:
            for _ in self._feed(self._brief, checked):
                self.segments = checked.segments
                yield self.segments
        finally:
            self._close(checked, ())
        yield self.segments

    def _by_playbook(self, before: tuple[Segment, ...] = ()) -> Iterator[tuple[Segment, ...]]:
        """Let the playbook answer, after what stands already.

        It writes at once, so its sources can be counted in the order they are read; not after a
        model's text, whose marks count otherwise.
        """
        draft = self._fallback.answer(self._brief)
        text, hits = "".join(draft), self._brief.hits
        if not before:
            text, hits = in_reading_order(text, hits)
        checked = self._grounding.verification(replace(self._brief, hits=hits))
        for line in text.splitlines(keepends=True):
            if self.cancelled:
                break
            checked.feed(line)
            self.segments = before + checked.segments
            yield self.segments
        self.finish = replace(draft.finish, hidden=self.finish.hidden)
        self._close(checked, before)
        yield self.segments

    def _close(self, checked: Verification, before: tuple[Segment, ...]) -> None:
        checked.end()
        self.segments = before + checked.segments
        self._cite(checked)

    def _feed(self, brief: Brief, checked: Verification) -> Iterator[None]:
        self._draft = self._author.answer(brief)
        if self.cancelled:
            self._draft.cancel()
        for piece in self._draft:
            checked.feed(piece)
            yield
        self.finish = self._draft.finish
        if self.finish.warning:
            self.warnings.append(self.finish.warning)

    def _repair_lead(self) -> Iterator[tuple[Segment, ...]]:
        """Ask once for another first sentence where the first one was struck."""
        if not self.segments or self.segments[0].check is not Check.STRUCK:
            return
        lead, rest = self.segments[0], self.segments[1:]
        whole = self.finish
        repair = Repair(lead.text.strip(), lead.reason, standing(rest).strip())
        checked = self._grounding.verification(self._brief)
        for _ in self._feed(replace(self._brief, repair=repair), checked):
            yield (lead, *checked.segments, *rest)
        checked.feed(" " if rest else "")
        checked.end()
        self.finish = whole
        self.segments = (lead, *checked.segments, *rest)
        self._cite(checked)
        yield self.segments

    def _take_over(self) -> Iterator[tuple[Segment, ...]]:
        before = self.segments
        if before and not _WHOLE.search(before[-1].text):
            before = before[:-1]  # a sentence that was cut says something else
        if _readable(before):
            before += (Segment(TAKEN_OVER, Check.KEPT),)
        yield from self._by_playbook(before)

    def _cite(self, checked: Verification) -> None:
        known = {citation.n: citation for citation in (*self.citations, *checked.citations)}
        self.citations = tuple(known[n] for n in sorted(known))


def _readable(segments: tuple[Segment, ...]) -> bool:
    """Whether anything stands that a person can use."""
    return any(s.check in (Check.KEPT, Check.MARKED) and s.text.strip() for s in segments)
