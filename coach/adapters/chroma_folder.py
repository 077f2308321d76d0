"""A Chroma index on disk: written once, proved by another process, recognised by its hashes.

A folder holds the collection, the vectors once more as a matrix that can be mapped (for exact
cosines), and a manifest with the hash of every file that opening leaves alone. It is built beside
its place and moved there when it is done: a kill leaves an unfinished folder at most.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

import coach
from coach.errors import SearchError
from coach.ports import IndexRecord, Matrix

COLLECTION = "passages"
UNFINISHED = ".building-"
CHECK_SECONDS = 300
_MANIFEST, _VECTORS, _IDS = "manifest.json", "vectors.npy", "ids.json"
_SQLITE = "chroma.sqlite3"  # opening a collection touches it, so it has no fixed hash


def build(target: Path, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> None:
    """Build the index at `target`; what stood there before goes.

    Raises:
        OSError: the folder cannot be written.
        SearchError: Chroma failed, or the finished index did not pass the check.
    """
    fresh = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=target.parent))
    try:
        rows = np.ascontiguousarray(rows, dtype=np.float32)
        np.save(fresh / _VECTORS, rows, allow_pickle=False)
        (fresh / _IDS).write_text(json.dumps(list(ids)), encoding="utf-8")
        _fill(fresh, index, ids, rows)
        manifest = {"content": index.content, "count": len(ids), "files": _hashes(fresh)}
        (fresh / _MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
        _prove(fresh, index)
        if target.is_file() or target.is_symlink():
            target.unlink()
        shutil.rmtree(target, ignore_errors=True)
        os.rename(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def verify(folder: Path, index: IndexRecord) -> None:
    """Check that `folder` holds this very index, byte for byte.

    Damaged files can crash the process that opens them, so they are looked at first.

    Raises:
        SearchError: it is not there, damaged, or another one.
    """
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        same = manifest["content"] == index.content and manifest["count"] == index.count
        whole = same and manifest["files"] == _hashes(folder)
        with closing(sqlite3.connect(f"{(folder / _SQLITE).as_uri()}?mode=ro", uri=True)) as file:
            whole = whole and file.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except (OSError, ValueError, KeyError, TypeError, sqlite3.Error) as exc:
        raise SearchError(f"The search index cannot be read: {exc}.") from exc
    if not same:
        raise SearchError("The search index is another one.")
    if not whole:
        raise SearchError("The search index is damaged.")


def client(folder: Path) -> Any:
    """Open Chroma on `folder`; it has to be closed."""
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(str(folder), settings=settings)


def matrix(folder: Path) -> tuple[list[str], Matrix]:
    """Return the ids and their vectors, mapped from the file."""
    ids = json.loads((folder / _IDS).read_text(encoding="utf-8"))
    return ids, np.load(folder / _VECTORS, mmap_mode="r", allow_pickle=False)


def _fill(folder: Path, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> None:
    chroma = client(folder)
    try:
        collection = chroma.create_collection(
            COLLECTION,
            embedding_function=None,
            metadata={"embedder": index.embedder, "content": index.content},
            configuration={
                "hnsw": {
                    "space": "cosine",
                    # All vectors go to the graph's files, and in one go: what is left in Chroma's
                    # log is replayed at each start and makes every query three times as slow.
                    "sync_threshold": len(ids),
                }
            },
        )
        step = chroma.get_max_batch_size()
        for start in range(0, len(ids), step):
            part = slice(start, start + step)
            collection.add(ids=list(ids[part]), embeddings=rows[part])
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as exc:  # a panic in Chroma's native part is no `Exception`
        raise SearchError(f"The search index cannot be built: {exc}.") from exc
    finally:
        chroma.close()


def _hashes(folder: Path) -> dict[str, str]:
    hashes = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != _MANIFEST and not name.startswith(_SQLITE):
            with path.open("rb") as stream:
                hashes[name] = hashlib.file_digest(stream, "sha256").hexdigest()
    return hashes


def _prove(folder: Path, index: IndexRecord) -> None:
    """Let a process of its own open the index: a crash in there is not ours."""
    command = [sys.executable, "-m", "coach.adapters.chroma_check"]
    facts = [str(folder), index.name, index.embedder, index.content, str(index.count)]
    try:
        run = subprocess.run(
            [*command, *facts],
            cwd=Path(coach.__file__).parent.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=CHECK_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        raise SearchError("The check of the search index did not end.") from exc
    if run.returncode != 0:
        reason = (run.stderr.strip().splitlines() or [f"it ended with {run.returncode}"])[-1]
        raise SearchError(f"The check of the search index failed: {reason}")
