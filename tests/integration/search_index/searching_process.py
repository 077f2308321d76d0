"""A search of notes of one word each, started as an app does it; alone, in a second process."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from coach.adapters.chroma import ChromaIndexes
from coach.adapters.database.passages import SqlPassages
from coach.adapters.database.records import Records, open_records
from coach.adapters.keyword import keyword_index
from coach.adapters.system import SystemClock
from coach.domain.notes import Kind, Note, Playbook
from coach.playbook.folders import Folders
from coach.playbook.indexing import Indexing
from coach.ports import Embedder
from tests.search_fakes import WordEmbedder

WORDS = [f"word{i}" for i in range(30)]
VOCABULARY = [*WORDS, "title", *(str(i) for i in range(30))]
BOOK = Playbook(
    notes=tuple(
        Note(id=f"n{i}", kind=Kind.PRACTICE, title=f"Title {i}", summary=f"{word}.", file="n.md")
        for i, word in enumerate(WORDS)
    ),
    sources=(),
)


def best(indexing: Indexing, text: str) -> str:
    current = indexing.current
    assert current.vectors is not None
    assert current.embedder is not None
    vector = np.asarray(current.embedder.embed([text])[0], dtype=np.float32)
    return current.passages[current.vectors.nearest(vector, 1)[0][0]].note


def open_search(
    data: Path, embedder: Embedder | None = None
) -> tuple[Indexing, Records, ChromaIndexes]:
    """Search the notes on a data folder; the caller closes the records and the indexes."""
    records, indexes = open_records(data), ChromaIndexes(data / "indexes")
    indexing = Indexing(
        Folders(data),
        SqlPassages(records),
        keyword_index,
        indexes,
        embedder or WordEmbedder(VOCABULARY),
        SystemClock(),
    )
    indexing.sync(BOOK)
    return indexing, records, indexes


def main(data: Path) -> None:
    indexing, records, _ = open_search(data)
    sys.stdout.write(f"{type(indexing.current.vectors).__name__} {best(indexing, 'word17')}\n")
    records.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
