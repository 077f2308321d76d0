"""What the benchmarks share: percentiles, tables, the machine's load, and a running server."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

ROOT = Path(__file__).resolve().parent.parent
NOTES_INDEXED = ROOT / "artifacts" / "bench" / "data"  # a data folder with the notes' index
COACH = (sys.executable, "-c", "from coach.cli import main; main()")
MIB = 1024 * 1024


def percentile(values: Sequence[float], share: float) -> float:
    """Return the `share` quantile (0 to 1), between two values by straight line."""
    return float(np.quantile(values, share))


def machine() -> str:
    """Say how busy the machine is: a figure without it means little."""
    minute, five, _ = os.getloadavg()
    return f"{os.cpu_count()} cores, load average {minute:.1f} (1 min), {five:.1f} (5 min)"


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows under their column names, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in (columns, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    lines = (
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    )
    return "\n".join(line.rstrip() for line in lines)


def verdict(value: float, bar: float) -> str:
    """Say whether `value` keeps to a bar that is not to be passed."""
    return "ok" if value <= bar else "MISSED"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data: Path, **settings: str) -> dict[str, str]:
    """Return this process's environment with no settings of the coach but these."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COACH_", "OPENAI_"))}
    return kept | {"COACH_DATA": str(data), "COACH_MODEL": "none"} | settings


@contextmanager
def data_folder() -> Iterator[Path]:
    """Yield a data folder in which the shipped notes are indexed already; deleted afterwards."""
    command, env = [*COACH, "index"], environment(NOTES_INDEXED)
    subprocess.run(command, check=True, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(NOTES_INDEXED, data)
        yield data


@dataclass
class Running:
    """A process with an address."""

    port: int
    process: psutil.Process

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Return its resident memory in MiB, children included."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(process.memory_info().rss for process in family) / MIB

    def cpu_seconds(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)


@contextmanager
def running(command: Sequence[str], port: int, env: dict[str, str], log: Path) -> Iterator[Running]:
    """Run a process until the block ends; what it says goes to `log`."""
    with log.open("ab") as out:
        child = subprocess.Popen(list(command), cwd=ROOT, env=env, stdout=out, stderr=out)
    try:
        yield Running(port, psutil.Process(child.pid))
    finally:
        child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(10)
        child.kill()
        child.wait()


@contextmanager
def coach_server(data: Path, **settings: str) -> Iterator[Running]:
    """Run the coach's own server on a free port, its services built, until the block ends."""
    port = free_port()
    command = [*COACH, "serve", "--port", str(port)]
    log = data.parent / "server.log"
    with running(command, port, environment(data, **settings), log) as server:
        _wait(f"{server.url}/healthz", '"ready":true', log)
        yield server


@contextmanager
def model_endpoint(
    folder: Path, *, first: float = 0.3, rate: float = 50, words: int = 200
) -> Iterator[Running]:
    """Run the scripted model server: `words` words an answer, `rate` a second after `first`."""
    port = free_port()
    given = f"--port {port} --first {first} --rate {rate} --words {words}".split()
    command = [sys.executable, "-m", "tests.scripted_endpoint", *given]
    log = folder / "endpoint.log"
    with running(command, port, dict(os.environ), log) as endpoint:
        _wait(f"{endpoint.url}/v1/models", "scripted", log)
        yield endpoint


def model_settings(endpoint: Running) -> dict[str, str]:
    """Return the settings with which the coach asks that model server."""
    url = f"{endpoint.url}/v1"
    return {"COACH_MODEL": "scripted", "COACH_BASE_URL": url, "COACH_API_KEY": "none"}


def prefer(server: Running) -> None:
    """Give a server, all its threads, the first claim on the cores, where the user may."""
    with suppress(PermissionError):
        for thread in server.process.threads():
            os.setpriority(os.PRIO_PROCESS, thread.id, -10)


def _wait(url: str, text: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
            said = json.dumps(json.load(answer), separators=(",", ":"))
            if text in said:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{url} never said {text}: {log.read_text('utf-8', 'replace')[-2000:]}")
