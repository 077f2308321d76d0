"""Which passages and which other names belong to which note, and which notes go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from coach.domain.notes import Note
from coach.domain.passages import Passage

Links = Mapping[str, frozenset[str]]


def links_of(notes: Iterable[Note]) -> Links:
    """Return for each note those it names and those that name it, meeting and metric included."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    for note in notes:
        fields = (getattr(note, "meeting", None), getattr(note, "metric", None))
        for other in {*note.links, *filter(None, fields)} - {note.id}:
            links[note.id].add(other)
            links[other].add(note.id)
    return {note: frozenset(others) for note, others in links.items()}


class Catalogue:
    """Sorts passages by note. Never changes; made once for a set of passages."""

    def __init__(self, passages: Iterable[Passage], links: Links | None = None) -> None:
        self._links = links or {}
        self._passages: defaultdict[str, list[Passage]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for passage in passages:
            if passage.is_name:
                self._names[passage.note].append(passage.id)
            else:
                self._passages[passage.note].append(passage)

    @property
    def has_names(self) -> bool:
        """Whether any note has another name."""
        return bool(self._names)

    def passages(self, note: str) -> list[Passage]:
        """Return what can be shown of a note, in reading order; empty for an unknown note."""
        return list(self._passages.get(note, ()))

    def names(self, note: str) -> list[str]:
        """Return the ids of the passages that are only another name of the note."""
        return self._names.get(note, [])

    def linked(self, note: str) -> frozenset[str]:
        """Return the notes that go with this one, whichever of the two names the other."""
        return self._links.get(note, frozenset())
