"""Embedded Chroma: each index is built once in a folder of its own and never written again.

Killing a writer breaks a Chroma folder for good, and a second writer loses vectors without a word;
so nothing ever writes to a folder that is in use.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from coach.adapters import chroma_folder
from coach.adapters.exact_vectors import ExactVectors
from coach.errors import SearchError
from coach.ports import IndexRecord, Matrix, VectorIndex

KNOWN = 20  # vectors looked up to prove an index
FOUND = 18  # of them must be found: a graph search may miss one vector in a hundred


class ChromaVectors:
    """One finished collection, open for reading. Lives until another index takes its place."""

    def __init__(self, folder: Path) -> None:
        """Open the collection in `folder`; what fails is raised as Chroma raises it."""
        self._exact = ExactVectors(*chroma_folder.matrix(folder))
        self._client: Any = chroma_folder.client(folder)
        try:
            self._collection = self._client.get_collection(
                chroma_folder.COLLECTION, embedding_function=None
            )
            self.count = self._collection.count()
        except BaseException:  # a panic in Chroma's native part is no `Exception`
            self.close()
            raise

    def nearest(self, vector: Matrix, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their cosines, best first.

        Raises:
            SearchError: the index cannot be read.
        """
        if k <= 0 or not self.count:
            return []
        wanted = [np.asarray(vector, dtype=np.float32)]
        try:
            found = self._collection.query(
                query_embeddings=wanted, n_results=min(k, self.count), include=["distances"]
            )
        except Exception as exc:  # Chroma's native errors share no base of their own
            raise SearchError(f"The search index cannot be read: {exc}.") from exc
        return [
            (id_, 1.0 - float(distance))
            for id_, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> list[float]:
        """Return the exact cosine to each passage, in the order of `ids`; 0 for an unknown id."""
        return self._exact.cosines(vector, ids)

    def vectors(self, ids: Sequence[str]) -> Matrix:
        """Return one row a passage, in the order of `ids`; zeros for an unknown id."""
        return self._exact.vectors(ids)

    def proves_itself(self, count: int) -> bool:
        """Return whether all vectors are there, and known ones are found under their ids."""
        ids = self._exact.ids
        if self.count != count or len(ids) != count:
            return False
        places = sorted({round(i * (count - 1) / (KNOWN - 1)) for i in range(KNOWN)})
        found = 0
        for id_ in (ids[place] for place in places):
            near = self.nearest(self.vectors([id_])[0], 10)
            # Ten copies of one text may hide it; then all that is found must be as near.
            found += any(other == id_ for other, _ in near) or all(c > 0.9999 for _, c in near)
        return found * KNOWN >= FOUND * len(places)

    def close(self) -> None:
        """Let go of the folder; safe more than once."""
        with suppress(Exception):
            self._client.close()


class ChromaIndexes:
    """The `VectorIndexes` of one data folder. Lives as long as the app; safe from many threads.

    The first process to come writes; the others, and one that cannot write there, keep their index
    in memory. `fault` says in a sentence why this one gave up writing, else it is empty.
    """

    def __init__(self, folder: Path) -> None:
        self.fault = ""
        self._folder = folder
        self._guard = threading.RLock()
        # Taken and released in different threads of one process.
        self._lock = FileLock(folder / "writer.lock", timeout=0, thread_local=False)
        self._opened: list[tuple[str, ChromaVectors]] = []
        self._closed = False

    @property
    def writes(self) -> bool:
        """Whether this process is the one that writes here; asking makes it so where it can."""
        with self._guard:
            if self.fault or self._closed:
                return False
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                if not self._lock.is_locked:
                    self._lock.acquire()
            except (Timeout, OSError, NotImplementedError):
                return False
            return True

    def open(self, index: IndexRecord) -> VectorIndex:
        """Open a finished index.

        Raises:
            SearchError: it is not there, damaged, or not the one it says it is; or another process
                holds the folder.
        """
        if not self.writes:
            raise SearchError("Another process holds the search index.")
        with self._guard:
            vectors = open_checked(self._folder / index.name, index)
            self._opened.append((index.name, vectors))
            return vectors

    def build(self, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> VectorIndex:
        """Build an index, have another process check it, and open it.

        Where this process does not write, or cannot, the index is kept in memory.
        """
        if not self.writes or not len(ids):
            return ExactVectors(ids, rows)
        try:
            chroma_folder.build(self._folder / index.name, index, ids, rows)
            return self.open(index)
        except (OSError, SearchError) as exc:
            self.fault = f"The search index could not be written and is kept in memory: {exc}"
            return ExactVectors(ids, rows)

    def clean(self, keep: str) -> None:
        """Delete every finished or unfinished index but the one named `keep`.

        The one used before it stays until the next call: a search may still be reading it.
        """
        if not self.writes:
            return
        with self._guard:
            for _, vectors in self._opened[:-2]:
                vectors.close()
            self._opened = self._opened[-2:]
            in_use = {keep, *(name for name, _ in self._opened)}
            for folder in self._folder.iterdir():
                if folder.is_dir() and folder.name not in in_use:
                    shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of all indexes and of the folder; what is still being built stays in memory."""
        with self._guard:
            self._closed = True
            for _, vectors in self._opened:
                vectors.close()
            self._opened = []
            self._lock.release()


def open_checked(folder: Path, index: IndexRecord) -> ChromaVectors:
    """Open the index in `folder` after a look at its files, and prove it by known vectors.

    Raises:
        SearchError: it is not there, damaged, or not the one it says it is.
    """
    chroma_folder.verify(folder, index)
    try:
        vectors = ChromaVectors(folder)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as exc:  # a panic in Chroma's native part is no `Exception`
        raise SearchError(f"The search index cannot be opened: {exc}.") from exc
    if not vectors.proves_itself(index.count):
        vectors.close()
        raise SearchError("The search index has lost vectors.")
    return vectors
