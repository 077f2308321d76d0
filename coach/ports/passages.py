"""Where passages and their vectors are kept, and the indexes made from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coach.domain.passages import Passage
from coach.ports.search import Matrix, VectorIndex


@dataclass(frozen=True, slots=True)
class IndexRecord:
    """A finished vector index: `content` is the hash of embedder, passages and vectors it holds."""

    name: str
    embedder: str
    content: str
    count: int
    built_at: datetime


class PassageRecords(Protocol):
    """The truth for passages and their vectors; indexes are made from it and can be thrown away.

    Each call is one transaction. Every method raises a `StorageError` where the records cannot be
    used.
    """

    def all(self) -> list[Passage]:
        """Return the passages in reading order."""
        ...

    def replace(self, passages: Sequence[Passage]) -> None:
        """Make these the passages; those not among them go, with their vectors."""
        ...

    def vectors(self, embedder: str) -> tuple[list[str], Matrix]:
        """Return the passage ids that have a vector of `embedder`, sorted, and one row each."""
        ...

    def add_vectors(self, embedder: str, ids: Sequence[str], rows: Matrix) -> None:
        """Store one vector a passage; ids that are no passage any more are left out."""
        ...

    def index(self, embedder: str) -> IndexRecord | None:
        """Return the index in use for `embedder`, or `None`."""
        ...

    def use_index(self, index: IndexRecord) -> None:
        """Name the index now in use for its embedder; the one before is forgotten."""
        ...


class VectorIndexes(Protocol):
    """Builds vector indexes under a name each and opens them again; one process writes."""

    @property
    def writes(self) -> bool:
        """Whether this process keeps what it builds; else its indexes live in memory."""
        ...

    def open(self, index: IndexRecord) -> VectorIndex:
        """Open a finished index.

        Raises:
            SearchError: it is not there, damaged, or not the one it says it is.
        """
        ...

    def build(self, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> VectorIndex:
        """Build an index, check it and open it; in memory where this process does not write."""
        ...

    def clean(self, keep: str) -> None:
        """Delete every finished or unfinished index but the one named `keep`.

        The one used before it may stay until the next call: a search may still be reading it.
        """
        ...
