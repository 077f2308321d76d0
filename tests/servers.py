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

    def answers(self) -> bool:
        """Whether it takes questions now."""
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2) as said,
        ):
            return b"true" in said.read()
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until a server there takes questions, a minute at most."""
    server, deadline = CoachServer(port), time.monotonic() + 60
    while not server.answers():
        assert time.monotonic() < deadline, "the server does not answer"
        time.sleep(0.1)


def environment(data: Path, **settings: str) -> dict[str, str]:
    """This process's environment with no settings of the coach but these."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COACH_", "OPENAI_"))}
    return kept | {"COACH_DATA": str(data), "COACH_MODEL": "none"} | settings


@contextlib.contextmanager
def running_coach(data: Path, **settings: str) -> Iterator[CoachServer]:
    """Run `coach serve` until the block ends."""
    port = free_port()
    data.mkdir(parents=True, exist_ok=True)
    with (data.parent / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*COACH, "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment(data, **settings),
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(port)
        yield CoachServer(port)
    finally:
        process.terminate()
        process.wait(20)
