"""The notes an answer cites, each with all its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.answers import Citation


@dataclass(frozen=True, slots=True)
class CitedNote:
    """A note and its citations in the order of their numbers; never without one."""

    citations: tuple[Citation, ...]

    @property
    def id(self) -> str:
        """The note's id."""
        return self.citations[0].note

    @property
    def title(self) -> str:
        """The title as the reader saw it, and whose note it is."""
        return self.citations[0].label

    @property
    def numbers(self) -> str:
        """The numbers in the text that lead here, as in "1, 3"."""
        return ", ".join(str(citation.n) for citation in self.citations)

    @property
    def headings(self) -> tuple[str, ...]:
        """The sections cited, each once."""
        return tuple(dict.fromkeys(c.heading for c in self.citations if c.heading))


def by_note(citations: Sequence[Citation]) -> tuple[CitedNote, ...]:
    """Gather citations by note; the notes stand in the order they are first cited."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.note, []).append(citation)
    return tuple(CitedNote(tuple(together)) for together in found.values())
