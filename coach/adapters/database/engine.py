"""Database engines, and all that is particular to SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

PATIENCE = 10.0
"""Seconds to wait for another process before the records count as locked."""


def sqlite_url(file: Path) -> URL:
    """Return the address of a SQLite file."""
    return URL.create("sqlite", database=str(file))


def make_engine(url: str | URL, patience: float = PATIENCE) -> Engine:
    """Return an engine for `url`; nothing is opened yet. Lives as long as the app."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, pool_size=8, max_overflow=24)
    engine = create_engine(
        address,
        connect_args={"timeout": patience, "check_same_thread": False},
        pool_size=8,
        max_overflow=24,
        pool_timeout=patience,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # The driver would open transactions by rules of its own; `_begin` does it instead.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    # With a write-ahead log, NORMAL keeps every commit through the death of the process and may
    # lose the last ones, never the file, when the power fails.
    connection.execute("PRAGMA synchronous=NORMAL")
    # SQLite's own `lower` knows ASCII only: a search for "über" has to find "Über".
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(value: str | None) -> str | None:
    return None if value is None else value.lower()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another one wrote in
    # between; asking for the write lock at the start waits for it instead.
    options = connection.get_execution_options()
    if options.get("alters"):
        # To change a table, SQLite drops it and renames a copy: with foreign keys on, the drop
        # would delete what refers to it.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def start_log(engine: Engine) -> None:
    """Switch the file to a write-ahead log: readers never wait for the writer."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def empty_log(engine: Engine, patience: float = 1.0) -> bool:
    """Move the write-ahead log into the file and cut it to nothing.

    Returns false where another transaction still reads the log after `patience` seconds; nobody
    can write meanwhile, so it is short.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        connection.invalidate()  # its patience is not that of the others


def references_hold(connection: Connection) -> bool:
    """Return whether every row that refers to another finds it; on servers they always do."""
    if connection.dialect.name != "sqlite":
        return True
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def sound(file: Path, patience: float = PATIENCE) -> bool:
    """Return whether SQLite can read all pages of `file`; a missing or empty file is sound.

    Raises:
        sqlite3.Error: it cannot be opened or is locked, which says nothing about its content.
    """
    if not file.exists():
        return True
    connection = sqlite3.connect(file, timeout=patience)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as exc:
        if exc.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return False
        raise
    finally:
        connection.close()
