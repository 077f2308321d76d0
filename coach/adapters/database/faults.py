"""Foreign errors of databases and disks, turned into our own once, at the edge."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from coach.errors import StorageCorrupt, StorageError, StorageFull, StorageLocked

_LOCKED = "Another program is using the records and did not let go of them."
_FULL = "There is no space left for the records; what was stored before is still there."
_READ_ONLY = "The records cannot be written: their folder or file is read-only."
_CORRUPT = "The records cannot be read: their file is damaged."
_DISK = "The disk failed while the records were used."

_SQLITE = {
    sqlite3.SQLITE_BUSY: (StorageLocked, _LOCKED),
    sqlite3.SQLITE_LOCKED: (StorageLocked, _LOCKED),
    sqlite3.SQLITE_FULL: (StorageFull, _FULL),
    sqlite3.SQLITE_READONLY: (StorageFull, _READ_ONLY),
    sqlite3.SQLITE_PERM: (StorageFull, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (StorageFull, _READ_ONLY),
    sqlite3.SQLITE_CORRUPT: (StorageCorrupt, _CORRUPT),
    sqlite3.SQLITE_NOTADB: (StorageCorrupt, _CORRUPT),
    sqlite3.SQLITE_IOERR: (StorageError, _DISK),
}
_SQLITE_EXACT = {sqlite3.SQLITE_IOERR_SHMSIZE: (StorageFull, _FULL)}
_SQLSTATES = {  # of PostgreSQL
    "53100": (StorageFull, _FULL),
    "25006": (StorageFull, _READ_ONLY),
    "55P03": (StorageLocked, _LOCKED),
}
_ERRNOS = {
    errno.ENOSPC: (StorageFull, _FULL),
    errno.EDQUOT: (StorageFull, _FULL),
    errno.EROFS: (StorageFull, _READ_ONLY),
    errno.EACCES: (StorageFull, _READ_ONLY),
    errno.EPERM: (StorageFull, _READ_ONLY),
}


@contextmanager
def faults() -> Iterator[None]:
    """Raise a `StorageError` in place of any error of the database or the disk."""
    try:
        yield
    except PoolTimeout as exc:
        raise StorageLocked(_LOCKED) from exc
    except (SQLAlchemyError, sqlite3.Error) as exc:
        raise from_database(exc) from exc
    except OSError as exc:
        kind, sentence = _ERRNOS.get(exc.errno or 0, (StorageError, _DISK))
        raise kind(sentence) from exc


def from_database(error: SQLAlchemyError | sqlite3.Error) -> StorageError:
    """Return the error of ours that says what `error` means to a person."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", 0)
    known = (
        _SQLITE_EXACT.get(code)
        or _SQLITE.get(code & 0xFF)  # the low byte is the kind, the rest its detail
        or _SQLSTATES.get(getattr(origin, "sqlstate", "") or "")
    )
    if known:
        kind, sentence = known
        return kind(sentence)
    return StorageError(f"The records could not be used ({type(origin).__name__}).")
