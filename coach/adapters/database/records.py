"""The records: one SQLite file in the data folder, or a database server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock
from filelock import Timeout as LockTimeout
from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from coach.adapters.database.backups import back_up, keep_aside
from coach.adapters.database.engine import (
    PATIENCE,
    empty_log,
    make_engine,
    sound,
    sqlite_url,
    start_log,
)
from coach.adapters.database.faults import faults
from coach.adapters.database.migration import EMPTY, behind, migrate, revision_of
from coach.errors import StorageError, StorageLocked

FILE = "records.db"


class Records:
    """An open database. Lives as long as the app; safe from many threads and processes.

    `file` is the SQLite file, `None` on a server; `warnings` are plain sentences on what happened
    while it was opened; `unwiped` says that bytes of deleted rows still wait in the log.
    """

    def __init__(
        self, engine: Engine, file: Path | None = None, patience: float = PATIENCE
    ) -> None:
        self.engine = engine
        self.file = file
        self.warnings: tuple[str, ...] = ()
        self.unwiped = False
        self._writer = engine.execution_options(writes=True)
        self._patience = patience
        # SQLite lets one writer in and makes the others poll; threads of one process queue here
        # instead, which wakes them at once.
        self._turnstile = threading.Lock() if file else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for one reading transaction.

        Raises:
            StorageError: the records cannot be used.
        """
        with faults(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection for one writing transaction, committed at the end; never nested.

        Raises:
            StorageError: the records cannot be used; nothing of the transaction is stored.
        """
        with faults(), self._alone(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._turnstile is None:
            yield
        elif self._turnstile.acquire(timeout=self._patience):
            try:
                yield
            finally:
                self._turnstile.release()
        else:
            raise StorageLocked("The records are busy; nothing was stored.")

    def revision(self) -> str:
        """Return the migration the records are at."""
        with self.reading() as connection:
            return revision_of(connection)

    def migrate(self) -> None:
        """Bring the tables to this version's; all of it is stored or nothing.

        Raises:
            StorageError: the records cannot be used or changed.
        """
        altering = self._writer.execution_options(alters=True)
        with faults(), altering.begin() as connection:
            migrate(connection)
        self.close()  # connections made from here on keep foreign keys again

    def wipe(self) -> None:
        """Leave no byte of deleted rows in the files.

        Rows are overwritten where they stood when they are deleted; what is left is the log.

        Raises:
            StorageLocked: another process is reading the log; nothing is lost, wipe again later.
        """
        if self.file is None:
            return
        self.unwiped = True
        with faults(), self._alone():
            self.unwiped = not empty_log(self.engine)
            if self.unwiped:
                raise StorageLocked("What was deleted is still in the log of the records.")

    def close(self) -> None:
        """Give back all connections; the records can be opened again."""
        self.engine.dispose()


def open_records(
    folder: Path,
    url: str = "",
    patience: float = PATIENCE,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Records:
    """Open the records, brought to this version's tables; the folder is made where it is missing.

    Without `url` they are a SQLite file in `folder`. A damaged file is moved to `kept-aside` in
    `folder` and a new one started: `warnings` say so. A backup is made before a migration.

    Args:
        folder: the data folder.
        url: an SQLAlchemy address, empty for the file.
        patience: seconds to wait for another process.
        now: the time for the names of copies.

    Raises:
        StorageLocked: another process holds them for longer than `patience`.
        StorageFull: no space, or a folder that cannot be written.
        StorageError: a newer version wrote them, or the address makes no sense; left untouched.
    """
    with faults():
        folder.mkdir(parents=True, exist_ok=True)
        records = Records(*_engine(folder, url, patience), patience)
        try:
            with FileLock(folder / "records.lock", timeout=patience):
                _make_ready(records, folder, patience, now)
        except LockTimeout as exc:
            records.close()
            raise StorageLocked("Another start of the coach is opening the records.") from exc
        except BaseException:
            records.close()
            raise
    return records


def _engine(folder: Path, url: str, patience: float) -> tuple[Engine, Path | None]:
    if not url:
        file = folder / FILE
        return make_engine(sqlite_url(file), patience), file
    try:
        address = make_url(url)
        engine = make_engine(address, patience)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as exc:
        raise StorageError(
            "The address in `COACH_DATABASE` names no database this installation can use.",
            "Correct it or install the driver; empty, the records are a file in `COACH_DATA`.",
        ) from exc
    on_disk = address.get_backend_name() == "sqlite"
    return engine, Path(address.database or FILE) if on_disk else None


def _make_ready(
    records: Records, folder: Path, patience: float, now: Callable[[], datetime]
) -> None:
    if records.file and not sound(records.file, patience):
        kept = keep_aside(records.file, folder, now())
        records.warnings = (
            f"The records were damaged. The old file is kept as {kept}; new ones were started.",
        )
    revision = records.revision()
    if not behind(revision):
        with suppress(StorageError):  # on a full disk the records can still be read
            records.wipe()  # a process that was killed may have left what it deleted
        return
    if records.file and revision == EMPTY:
        start_log(records.engine)
    elif records.file:
        back_up(records.file, folder, revision, now())
    records.migrate()
