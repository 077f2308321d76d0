"""Runs the coach's own server as a process, for tests."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach.settings import ROOT

COACH = (sys.executable, "-c", "from coach.cli import main; main()")


@dataclass(frozen=True)
class CoachServer:
    """A running server."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answers(self) -> bool:
        """Whether it takes questions now."""
        with contextlib.suppress(OSError), self._health() as said:
            return b"true" in said.read()
        return False

    def _health(self) -> contextlib.AbstractContextManager[object]:
        return urllib.request.urlopen(f"{self.url}/healthz", timeout=2)  # type: ignore[no-any-return]


def environment(data: Path, **settings: str) -> dict[str, str]:
    """This process's environment with no settings of the coach but these."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COACH_", "OPENAI_"))}
    return kept | {"COACH_DATA": str(data), "COACH_MODEL": "none"} | settings


@contextlib.contextmanager
def running_coach(data: Path, **settings: str) -> Iterator[CoachServer]:
    """Run `coach serve` until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    data.mkdir(parents=True, exist_ok=True)
    with (data.parent / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*COACH, "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment(data, **settings),
            stdout=log,
            stderr=log,
        )
    server = CoachServer(port, process.pid)
    try:
        deadline = time.monotonic() + 60
        while not server.answers():
            assert process.poll() is None, (data.parent / "server.log").read_text()
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)
        yield server
    finally:
        process.terminate()
        process.wait(20)
