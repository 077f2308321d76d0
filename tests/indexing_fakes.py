"""Fakes of what indexing writes to: records and vector indexes in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from coach.domain.passages import Passage
from coach.errors import SearchError, StorageError
from coach.ports import IndexRecord, Matrix
from tests.search_fakes import FakeVectorIndex


@dataclass
class MemoryPassages:
    """`PassageRecords` in memory; `broken` fails every call."""

    passages: dict[str, Passage] = field(default_factory=dict)
    rows: dict[tuple[str, str], Matrix] = field(default_factory=dict)
    indexes: dict[str, IndexRecord] = field(default_factory=dict)
    broken: bool = False

    def _use(self) -> None:
        if self.broken:
            raise StorageError("The records cannot be used.")

    def all(self) -> list[Passage]:
        self._use()
        return list(self.passages.values())

    def replace(self, passages: Sequence[Passage]) -> None:
        self._use()
        self.passages = {passage.id: passage for passage in passages}
        self.rows = {key: row for key, row in self.rows.items() if key[1] in self.passages}

    def vectors(self, embedder: str) -> tuple[list[str], Matrix]:
        self._use()
        ids = sorted(id_ for name, id_ in self.rows if name == embedder)
        rows = [self.rows[embedder, id_] for id_ in ids]
        return ids, np.array(rows, dtype=np.float32)

    def add_vectors(self, embedder: str, ids: Sequence[str], rows: Matrix) -> None:
        self._use()
        self.rows |= {
            (embedder, id_): row for id_, row in zip(ids, rows, strict=True) if id_ in self.passages
        }

    def index(self, embedder: str) -> IndexRecord | None:
        self._use()
        return self.indexes.get(embedder)

    def use_index(self, index: IndexRecord) -> None:
        self._use()
        self.indexes[index.embedder] = index


@dataclass
class MemoryIndexes:
    """`VectorIndexes` in memory; remembers what was built and opened, loses what it is told to."""

    writes: bool = True
    kept: dict[str, FakeVectorIndex] = field(default_factory=dict)
    built: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def open(self, index: IndexRecord) -> FakeVectorIndex:
        if index.name not in self.kept:
            raise SearchError("The search index cannot be read.")
        self.opened.append(index.name)
        return self.kept[index.name]

    def build(self, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> FakeVectorIndex:
        made = FakeVectorIndex(dict(zip(ids, rows, strict=True)))
        self.built.append(index.name)
        if self.writes:
            self.kept[index.name] = made
        return made

    def clean(self, keep: str) -> None:
        self.kept = {name: index for name, index in self.kept.items() if name == keep}
