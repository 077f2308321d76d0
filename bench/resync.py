"""How long a sync takes when nothing changed, with 1,000 notes, and when one note changed.

Run: python -m bench.resync [--notes 1000]
The notes are the shipped ones under other names, with a word changed in each. A vector is made by
code, so that the first sync does not take minutes: no time below contains an embedding.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from coach.settings import quiet_libraries

quiet_libraries()

import numpy as np  # noqa: E402 - the telemetry is switched off first

from coach.adapters.chroma import ChromaIndexes  # noqa: E402
from coach.adapters.database.passages import SqlPassages  # noqa: E402
from coach.adapters.database.records import open_records  # noqa: E402
from coach.adapters.keyword import keyword_index  # noqa: E402
from coach.adapters.system import SystemClock  # noqa: E402
from coach.playbook.folders import Folders  # noqa: E402
from coach.playbook.indexing import Indexing  # noqa: E402
from coach.playbook.notes import load_playbook  # noqa: E402
from coach.ports import Vector  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
BAR = 1.0  # seconds
_LINKS = re.compile(r"^(?:links|meeting|metric|mirror):.*\n(?:[ -].*\n)*", re.MULTILINE)


class QuickEmbedder:
    """Random vectors, at once."""

    name, dimensions = "quick", 384

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        seeds = (crc32(text.encode("utf-8", "replace")) for text in texts)
        rows = np.array(
            [np.random.default_rng(seed).normal(size=self.dimensions) for seed in seeds]
        )
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).tolist()


def write_notes(folder: Path, count: int) -> None:
    shipped = [path for path in sorted((ROOT / "knowledge").rglob("*.md")) if path.stem != "README"]
    for i in range(count):
        source = shipped[i % len(shipped)]
        text = source.read_text(encoding="utf-8").replace("summary: ", f"summary: Copy {i}. ", 1)
        text = _LINKS.sub("", text)  # they would lead nowhere among the copies
        (folder / f"{source.stem}-{i}.md").write_text(text, encoding="utf-8")
    sources = (ROOT / "knowledge" / "sources.yaml").read_text(encoding="utf-8")
    (folder / "sources.yaml").write_text(sources, encoding="utf-8")


class Sync:
    """The indexing of one data folder."""

    def __init__(self, data: Path, notes: Path) -> None:
        self._notes = notes
        self._records = open_records(data)
        self._indexes = ChromaIndexes(data / "indexes")
        self._indexing = Indexing(
            Folders(notes),
            SqlPassages(self._records),
            keyword_index,
            self._indexes,
            QuickEmbedder(),
            SystemClock(),
        )

    def run(self) -> tuple[float, float, int]:
        """Read the notes and sync them; return both times and the passages."""
        start = time.perf_counter()
        book = load_playbook(self._notes)
        read = time.perf_counter()
        self._indexing.sync(book)
        return read - start, time.perf_counter() - read, len(self._indexing.current.passages)

    def close(self) -> None:
        self._indexes.close()
        self._records.close()


def told(name: str, figures: tuple[float, float, int], bar: str = "") -> None:
    read, sync, _ = figures
    print(f"{name:44}{read:8.2f}{sync:8.2f}{read + sync:8.2f}   {bar}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--notes", type=int, default=1000)
    options.add_argument("--child", nargs=2)
    chosen = options.parse_args()
    if chosen.child:
        sync = Sync(Path(chosen.child[0]), Path(chosen.child[1]))
        told("again, nothing changed, after a restart", sync.run())
        sync.close()
        return
    with tempfile.TemporaryDirectory() as folder:
        data, notes = Path(folder, "data"), Path(folder, "notes")
        notes.mkdir()
        write_notes(notes, chosen.notes)
        measure(data, notes)


def measure(data: Path, notes: Path) -> None:
    sync = Sync(data, notes)
    first = sync.run()
    count = len(list(notes.glob("*.md")))
    print(f"{f'{count:,} notes, {first[2]:,} passages':44}{'read s':>8}{'sync s':>8}{'both':>8}")
    told("first sync", first)
    told("again, nothing changed", min(sync.run() for _ in range(3)), f"bar {BAR:.0f} s")
    path = next(notes.glob("*.md"))
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    told("again, one note changed", sync.run())
    sync.close()
    command = [sys.executable, "-m", "bench.resync", "--child", str(data), str(notes)]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
