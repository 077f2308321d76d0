"""Ways in which the folder of an index comes to harm."""

from __future__ import annotations

import json
import shutil
from pathlib import Path


def damage_graph(folder: Path) -> None:
    file = next(folder.rglob("data_level0.bin"))
    file.write_bytes(file.read_bytes()[:5000])


def damage_sqlite(folder: Path) -> None:
    file = next(folder.rglob("chroma.sqlite3"))
    file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:])


def lose_segment(folder: Path) -> None:
    shutil.rmtree(next(folder.rglob("data_level0.bin")).parent)


def lose_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def put_foreign_index(folder: Path) -> None:
    manifest = folder / "manifest.json"
    foreign = {**json.loads(manifest.read_text(encoding="utf-8")), "content": "another"}
    manifest.write_text(json.dumps(foreign), encoding="utf-8")


def put_file_in_place(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder", encoding="utf-8")


DAMAGES = [
    damage_graph,
    damage_sqlite,
    lose_segment,
    lose_manifest,
    put_foreign_index,
    put_file_in_place,
    shutil.rmtree,
]
