"""Kills a sync with SIGKILL at random moments and checks every search after each restart.

Run: python bench/crash_sync.py [--rounds 50] [--seed 1]
Each round changes notes, lets a process of its own sync them, and kills it somewhere between its
first and last instruction. Then the sync is run anew, as a restart does, and each passage must be
found by its words and by its vector, in a Chroma folder that passed its check.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.adapters.chroma import ChromaIndexes, ChromaVectors  # noqa: E402 - after the path
from coach.adapters.database.passages import SqlPassages  # noqa: E402
from coach.adapters.database.records import open_records  # noqa: E402
from coach.adapters.keyword import keyword_index  # noqa: E402
from coach.adapters.system import SystemClock  # noqa: E402
from coach.playbook.chunking import names_of, passages_of  # noqa: E402
from coach.playbook.folders import Folders  # noqa: E402
from coach.playbook.indexing import Indexing  # noqa: E402
from coach.playbook.notes import load_playbook  # noqa: E402
from coach.ports import Vector  # noqa: E402

NOTES = 60
NOTE = """---
kind: practice
title: Practice {i}
summary: Word{i} in edition{edition} says what both sides do.
---

## In short

Practice{i} of edition{edition} in one line.

## This week

- **Both heads, by Friday:** try practice{i} as edition{edition} says.

## Watch

Never mix practice{i} with any other edition than edition{edition}.
"""


class HashEmbedder:
    """A random but fixed unit vector a text, at about the pace of a model."""

    name = "hash-1"
    dimensions = 64

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        time.sleep(0.002 * len(texts))
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Vector:
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        row = np.random.default_rng(seed).normal(size=self.dimensions)
        return (row / np.linalg.norm(row)).tolist()


def write_notes(folder: Path, edition: int, chance: random.Random, share: float) -> None:
    for i in range(NOTES):
        if chance.random() < share:
            file = folder / f"practice-{i}.md"
            file.write_text(NOTE.format(i=i, edition=edition), encoding="utf-8")


def sync(data: Path, notes: Path) -> tuple[Indexing, ChromaIndexes]:
    records = open_records(data)
    indexes = ChromaIndexes(data / "indexes")
    indexing = Indexing(
        Folders(notes), SqlPassages(records), keyword_index, indexes, HashEmbedder(), SystemClock()
    )
    indexing.sync(load_playbook(notes))
    records.close()
    return indexing, indexes


def faults(data: Path, notes: Path) -> list[str]:
    """Sync as a restart does and return what a search then gets wrong."""
    indexing, indexes = sync(data, notes)
    book = load_playbook(notes)
    current, wrong = indexing.current, []
    if not isinstance(current.vectors, ChromaVectors):
        wrong.append(f"no Chroma index: {indexes.fault or current.reason}")
    texts = {note.id: (notes / note.file).read_text(encoding="utf-8") for note in book.notes}
    expected = [
        passage
        for note in book.notes
        for cut in (passages_of, names_of)
        for passage in cut(note, texts[note.id])
    ]
    if len(book.notes) != NOTES or list(current.passages.values()) != expected:
        wrong.append(f"{len(current.passages)} passages, not the {len(expected)} of the notes")
    rows = HashEmbedder().embed([p.indexed_text for p in current.passages.values()])
    for passage, row in zip(current.passages.values(), rows, strict=True):
        if current.vectors is not None:
            best, cosine = current.vectors.nearest(np.asarray(row, dtype=np.float32), 1)[0]
            if best != passage.id or cosine < 0.999:
                wrong.append(f"{passage.note} {passage.heading}: vector finds {best} {cosine:.3f}")
        by_words = [id_ for id_, _ in current.keyword.search(passage.text, 8)]
        if not passage.is_name and passage.id not in by_words:
            wrong.append(f"{passage.note} {passage.heading}: not found by its words")
    left = [p.name for p in (data / "indexes").iterdir() if p.name.startswith(".building")]
    indexes.close()
    return wrong + [f"left over: {name}" for name in left]


def killed_sync(data: Path, notes: Path, after: float) -> bool:
    """Start a sync in a process of its own and kill it; return whether it was still running."""
    command = [sys.executable, __file__, "--child", str(data), str(notes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()  # its imports are done
        time.sleep(after)
        running = child.poll() is None
        child.send_signal(signal.SIGKILL)
    return running


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--child", nargs=2)
    chosen = options.parse_args()
    if chosen.child:
        print("ready", flush=True)
        sync(Path(chosen.child[0]), Path(chosen.child[1]))[1].close()
        return 0
    return run(chosen.rounds, random.Random(chosen.seed))


def run(rounds: int, chance: random.Random) -> int:
    good = killed = late = 0
    with tempfile.TemporaryDirectory() as folder:
        data, notes = Path(folder, "data"), Path(folder, "notes")
        notes.mkdir()
        write_notes(notes, 0, chance, 1.0)
        start = time.monotonic()
        faults(data, notes)
        lasts = time.monotonic() - start
        while killed < rounds:
            write_notes(notes, killed + late + 1, chance, 0.3)
            if not killed_sync(data, notes, chance.uniform(0, lasts)):
                late += 1
                lasts *= 0.9  # it was over already: no kill in the middle, another try
                continue
            killed += 1
            wrong = faults(data, notes)
            good += not wrong
            for fault in wrong[:5]:
                print(f"kill {killed}: {fault}", flush=True)
    print(f"{killed} syncs killed in the middle: searches right after {good} of {killed}")
    return 0 if good == rounds else 1


if __name__ == "__main__":
    sys.exit(main())
