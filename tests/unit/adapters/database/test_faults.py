from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from coach.adapters.database.faults import faults
from coach.errors import CoachError, StorageCorrupt, StorageError, StorageFull, StorageLocked


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("words nobody should read")
    error.sqlite_errorcode = code
    return error


class ServerError(Exception):
    def __init__(self, sqlstate: str) -> None:
        super().__init__("words nobody should read")
        self.sqlstate = sqlstate


def wrapped(origin: Exception) -> OperationalError:
    return OperationalError("SELECT secret", {}, origin)


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), StorageLocked),
        (wrapped(sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT)), StorageLocked),
        (wrapped(sqlite_error(sqlite3.SQLITE_FULL)), StorageFull),
        (wrapped(sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY)), StorageFull),
        (wrapped(sqlite_error(sqlite3.SQLITE_CANTOPEN)), StorageFull),
        (wrapped(sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE)), StorageFull),
        (wrapped(sqlite_error(sqlite3.SQLITE_IOERR_READ)), StorageError),
        (wrapped(sqlite_error(sqlite3.SQLITE_CORRUPT)), StorageCorrupt),
        (wrapped(sqlite_error(sqlite3.SQLITE_NOTADB)), StorageCorrupt),
        (wrapped(ServerError("53100")), StorageFull),
        (wrapped(ServerError("55P03")), StorageLocked),
        (wrapped(ServerError("08006")), StorageError),
        (PoolTimeout("queue"), StorageLocked),
        (OSError(errno.ENOSPC, "full"), StorageFull),
        (OSError(errno.EROFS, "read-only"), StorageFull),
        (OSError(errno.EIO, "broken"), StorageError),
    ],
)
def test_foreign_errors_become_one_plain_sentence_of_ours(
    foreign: Exception, ours: type[StorageError]
) -> None:
    with pytest.raises(StorageError) as caught, faults():
        raise foreign
    assert type(caught.value) is ours
    assert "secret" not in caught.value.message
    assert "nobody" not in caught.value.message
    assert caught.value.__cause__ is foreign


def test_errors_of_ours_pass_unchanged() -> None:
    error = CoachError("ours")
    with pytest.raises(CoachError) as caught, faults():
        raise error
    assert caught.value is error
