"""Which passages and which other names belong to which note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from coach.domain.passages import Passage


class Catalogue:
    """Sorts passages by note. Never changes; made once for a set of passages."""

    def __init__(self, passages: Iterable[Passage]) -> None:
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
