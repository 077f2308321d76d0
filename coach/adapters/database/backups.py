"""Copies of the records: made before a migration, or kept aside because they are damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

KEPT_FOR = timedelta(days=14)
"""Deleted conversations may live on in copies for this long."""

_FOLDERS = ("backups", "kept-aside")


def back_up(file: Path, folder: Path, revision: str, now: datetime) -> Path:
    """Copy a SQLite file in use to `folder/backups`, named by revision and time; return where.

    The copy appears under its name only when it is whole.

    Raises:
        OSError, sqlite3.Error: it cannot be written.
    """
    target = _place(folder / "backups", f"{file.stem}-{revision}-{_stamp(now)}{file.suffix}")
    part = target.with_name(target.name + ".part")
    source, copy = sqlite3.connect(file), sqlite3.connect(part)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    part.replace(target)
    return target


def keep_aside(file: Path, folder: Path, now: datetime) -> Path:
    """Move a damaged SQLite file and its log to `folder/kept-aside`; return where it is.

    Raises:
        OSError: it cannot be moved.
    """
    target = _place(folder / "kept-aside", f"{file.stem}-{_stamp(now)}{file.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = file.with_name(file.name + ending)
        if part.exists():
            moved = target.with_name(target.name + ending)
            part.rename(moved)
            os.utime(moved, (now.timestamp(), now.timestamp()))  # its days count from here
    return target


def copies(folder: Path, older_than: datetime | None = None) -> list[Path]:
    """Return the backups and kept-aside files in `folder`, oldest first.

    With `older_than`, only those made before then.
    """
    limit = older_than.timestamp() if older_than else float("inf")
    dated = [
        (path.stat().st_mtime, path)
        for name in _FOLDERS
        if (folder / name).is_dir()
        for path in (folder / name).iterdir()
    ]
    return [path for made, path in sorted(dated) if made < limit]


def purge_copies(folder: Path, now: datetime) -> list[Path]:
    """Delete the copies whose days are over; return what they were.

    Raises:
        OSError: one cannot be deleted.
    """
    old = copies(folder, now - KEPT_FOR)
    for path in old:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return old


def _stamp(now: datetime) -> str:
    return now.strftime("%Y%m%dT%H%M%S.%fZ")


def _place(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name
