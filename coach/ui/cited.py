"""The notes and meetings an answer cites, each with all its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.answers import Citation


@dataclass(frozen=True, slots=True)
class CitedNote:
    """A note, or a meeting, and its citations in the order of their numbers; never without one."""

    citations: tuple[Citation, ...]

    @property
    def id(self) -> str:
        """The note's id, empty for a meeting."""
        return self.citations[0].note

    @property
    def meeting(self) -> str:
        """The meeting's id, empty for a note and where the meeting was deleted."""
        return self.citations[0].meeting

    @property
    def is_kept(self) -> bool:
        """Whether it is a meeting."""
        return self.citations[0].is_kept

    @property
    def title(self) -> str:
        """The title as the reader saw it, and whose note or of which day it is."""
        first = self.citations[0]
        return f"{first.title}, {first.heading}" if first.is_kept else first.label

    @property
    def numbers(self) -> str:
        """The numbers in the text that lead here, as in "1, 3"."""
        return ", ".join(str(citation.n) for citation in self.citations)

    @property
    def headings(self) -> tuple[str, ...]:
        """The sections cited, each once."""
        return tuple(dict.fromkeys(c.heading for c in self.citations if c.heading))


def by_note(citations: Sequence[Citation]) -> tuple[CitedNote, ...]:
    """Gather citations by note or meeting, in the order they are first cited."""
    found: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations:
        found.setdefault(_source(citation), []).append(citation)
    return tuple(CitedNote(tuple(together)) for together in found.values())


def _source(citation: Citation) -> tuple[str, ...]:
    if citation.is_kept:
        return (citation.meeting, citation.title, citation.heading)
    return (citation.note,)
