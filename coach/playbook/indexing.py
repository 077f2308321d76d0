"""From notes to records to indexes: only what changed is embedded, and searches switch at once.

The records are the truth; both indexes are made from them. Words are searchable within a moment of
the start; vectors follow, and until then every search says that it is by keyword only.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coach.domain.notes import Note, Playbook
from coach.domain.passages import Passage
from coach.errors import CoachError, NoteError, SearchError
from coach.playbook.chunking import names_of, passages_of
from coach.playbook.folders import Folders
from coach.ports import (
    Clock,
    Embedder,
    Indexes,
    IndexRecord,
    KeywordIndex,
    Matrix,
    PassageRecords,
    VectorIndex,
    VectorIndexes,
)

READING = "Reading the notes"
BATCH = 64  # passages embedded between two looks at the progress
MAKING = "The meaning of the notes is still being indexed; until then the search is by keyword."
NONE = "No embedding model is set; the search is by keyword only."


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing is: `name` says what is being done, `done` of `total` passages."""

    name: str
    done: int
    total: int

    @property
    def over(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.done >= self.total


class Indexing:
    """Keeps the indexes in step with the notes. Lives as long as the app; safe from many threads.

    `read` makes the notes searchable by keyword; `embed` then adds the vectors, which takes the
    longer the more has changed; `sync` does both. One runs at a time; `current` never waits.
    """

    def __init__(
        self,
        folders: Folders,
        records: PassageRecords,
        keyword: Callable[[Sequence[Passage]], KeywordIndex],
        vectors: VectorIndexes,
        embedder: Embedder | None,
        clock: Clock,
    ) -> None:
        """`folders` hold the notes' files; `embedder` is `None` where none is wanted."""
        self._folders = folders
        self._records = records
        self._keyword = keyword
        self._vectors = vectors
        self._embedder = embedder
        self._clock = clock
        self._work = threading.Lock()
        self._notes: tuple[Note, ...] | None = None  # what is in the records
        self._content = ""  # what the vectors in use are made of; empty where they have to be made
        self._current = Indexes({}, keyword(()), reason=MAKING if embedder else NONE)
        self._progress = Progress(READING, 0, 1 if embedder else 0)

    @property
    def current(self) -> Indexes:
        """What to search now: one value, whatever is switched meanwhile."""
        return self._current

    @property
    def progress(self) -> Progress:
        """How far the vectors are; `over` where there is nothing to wait for."""
        return self._progress

    def sync(self, playbook: Playbook, report: Callable[[Progress], None] | None = None) -> None:
        """Bring records and indexes up to the notes; `report` is told how far it is.

        Raises:
            StorageError: the records cannot be used; the notes are searchable by keyword.
            SearchError: the embedder failed; likewise.
        """
        self.read(playbook)
        self.embed(report)

    def read(self, playbook: Playbook) -> None:
        """Make the notes searchable by keyword.

        Raises:
            StorageError: the records cannot be used; the notes are searchable all the same.
        """
        with self._work:
            if playbook.notes == self._notes:
                return
            passages = [p for note in playbook.notes for p in self._cut(note)]
            if list(self._current.passages.values()) != passages:
                self._switch_words(passages)
                if self._embedder is not None:
                    self._progress = Progress(READING, 0, len(passages))
            self._records.replace(passages)
            self._notes = playbook.notes

    def embed(self, report: Callable[[Progress], None] | None = None) -> None:
        """Make the vectors that are missing, then search by them too.

        Raises:
            StorageError: the records cannot be used; the search stays by keyword and says why.
            SearchError: the embedder failed; likewise.
        """
        if self._embedder is None:
            return
        with self._work:
            try:
                self._embed(self._embedder, report or _silent)
            except Exception as exc:
                said = exc.message if isinstance(exc, CoachError) else "The indexing broke off."
                reason = f"{said} The search is by keyword only."
                self._current = replace(self._current, vectors=None, embedder=None, reason=reason)
                self._content = ""
                raise
            finally:
                self._progress = Progress(READING, 0, 0)

    def _cut(self, note: Note) -> list[Passage]:
        source = self._text(note.file)
        return [*passages_of(note, source), *names_of(note, source)]

    def _text(self, file: str) -> str:
        try:
            return self._folders.read(file).text
        except NoteError:  # gone since the notes were read: no place to show
            return ""

    def _switch_words(self, passages: Sequence[Passage]) -> None:
        keyword = self._keyword(passages)
        reason = MAKING if self._embedder else NONE
        self._content = ""
        self._current = Indexes({p.id: p for p in passages}, keyword, reason=reason)

    def _embed(self, embedder: Embedder, report: Callable[[Progress], None]) -> None:
        if self._content:
            return
        passages = list(self._current.passages.values())
        content = _content(embedder.name, passages)
        # A model that cannot be loaded has to show now, not at the first question.
        embedder.embed([passages[0].title if passages else "ready"])
        vectors = self._opened(embedder, content)
        if vectors is None:
            rows = self._rows(embedder, passages, report)
            vectors = self._built(embedder, content, [p.id for p in passages], rows)
        self._current = replace(self._current, vectors=vectors, embedder=embedder, reason="")
        self._content = content

    def _opened(self, embedder: Embedder, content: str) -> VectorIndex | None:
        record = self._records.index(embedder.name)
        if record is None or record.content != content:
            return None
        try:
            vectors = self._vectors.open(record)
        except SearchError:  # damaged, foreign, gone, or held by another process: made anew
            return None
        self._vectors.clean(keep=record.name)
        return vectors

    def _built(
        self, embedder: Embedder, content: str, ids: Sequence[str], rows: Matrix
    ) -> VectorIndex:
        name = f"{_slug(embedder.name)}-{content[:16]}"
        record = IndexRecord(name, embedder.name, content, len(ids), self._clock.now())
        vectors = self._vectors.build(record, ids, rows)
        if self._vectors.writes:
            self._records.use_index(record)
            self._vectors.clean(keep=name)
        return vectors

    def _rows(
        self, embedder: Embedder, passages: Sequence[Passage], report: Callable[[Progress], None]
    ) -> Matrix:
        """Return one vector a passage, out of the records or new; the new ones are stored."""
        found = dict(zip(*self._records.vectors(embedder.name), strict=True))
        missing = [passage for passage in passages if passage.id not in found]
        missing.sort(key=lambda passage: len(passage.indexed_text))  # like lengths embed faster
        for start in range(0, len(missing), BATCH):
            self._tell(Progress(READING, start, len(missing)), report)
            part = missing[start : start + BATCH]
            rows = np.asarray(embedder.embed([p.indexed_text for p in part]), dtype=np.float32)
            self._records.add_vectors(embedder.name, [p.id for p in part], rows)
            found.update(zip([p.id for p in part], rows, strict=True))
        if missing:
            self._tell(Progress(READING, len(missing), len(missing)), report)
        if not passages:
            return np.zeros((0, embedder.dimensions), dtype=np.float32)
        return np.stack([found[passage.id] for passage in passages])

    def _tell(self, progress: Progress, report: Callable[[Progress], None]) -> None:
        self._progress = progress
        report(progress)


def _silent(_: Progress) -> None:
    """Tell nobody."""


def _content(embedder: str, passages: Sequence[Passage]) -> str:
    """Hash what the vectors are made of: the same content is the same index."""
    content = hashlib.sha256(embedder.encode())
    for passage in sorted(passages, key=lambda p: p.id):
        content.update(f"\0{passage.id}\0{passage.indexed_text}".encode("utf-8", "replace"))
    return content.hexdigest()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
