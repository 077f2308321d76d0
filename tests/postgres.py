"""A PostgreSQL server of the tests' own, in a temporary folder: no port, no account, no sync."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL

from coach.adapters.database.records import open_records

MISSING = "PostgreSQL is missing: sudo apt install postgresql"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
_LETTERS = ("--locale=C.UTF-8", "--no-sync")  # `lower` has to know more than ASCII
_FILLED = "filled"  # the database with our tables that all others are copied from


@dataclass
class Server:
    """A running server; `socket` is the folder of its socket."""

    socket: Path
    user: str
    _numbers: count[int] = field(default_factory=count)

    def address(self, database: str) -> str:
        """Return the address of a database as `COACH_DATABASE` takes it."""
        url = URL.create(
            "postgresql+psycopg",
            self.user,
            database=database,
            query={"host": str(self.socket)},
        )
        return url.render_as_string(hide_password=False)

    @contextmanager
    def database(self) -> Iterator[str]:
        """Give the address of a database with empty tables of this version."""
        name = f"records_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {_FILLED}")
        yield self.address(name)
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        """Run a statement on the server as a whole."""
        where = f"host={self.socket} user={self.user} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def running() -> Iterator[Server]:
    """Give a server that ends, and leaves nothing behind, with the block."""
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    runs_as = user if os.getuid() == 0 else None  # the server refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: a socket's path has 107 bytes
    try:
        shutil.chown(folder, user)
        data = str(folder / "data")
        settings = (f"-c{setting}" for setting in (*_FAST, f"unix_socket_directories={folder}"))
        quietly = {"cwd": folder, "user": runs_as, "stdout": subprocess.DEVNULL}
        subprocess.run(
            [_program("initdb"), "-D", data, "-U", user, "-A", "trust", "-E", "UTF8", *_LETTERS],
            check=True,
            **quietly,
        )
        process = subprocess.Popen(
            [_program("postgres"), "-D", data, *settings], stderr=subprocess.DEVNULL, **quietly
        )
        try:
            server = Server(folder, user)
            _wait(server, process)
            server.run(f"CREATE DATABASE {_FILLED}")
            open_records(folder / "copies", server.address(_FILLED)).close()
            yield server
        finally:
            process.terminate()
            process.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    ready = [_program("pg_isready"), "-q", "-t", "1", "-h", str(server.socket), "-d", "postgres"]
    for _ in range(300):
        assert process.poll() is None, "PostgreSQL did not start"
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise AssertionError("PostgreSQL took too long to start")


def _program(name: str) -> str:
    """Return where a program of the server is; Debian keeps them off the path."""
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(beside[-1]) if beside else shutil.which(name)
    assert found, MISSING
    return found
