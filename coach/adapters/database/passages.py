"""Passages and their vectors in the records: what every index is made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert, select, update

from coach.adapters.database.records import Records
from coach.adapters.database.tables import indexes, passages, storable, vectors
from coach.domain.notes import Kind
from coach.domain.passages import Passage
from coach.domain.stages import Stage
from coach.ports import IndexRecord, Matrix

NOBODY = {"workspace": "", "owner": ""}  # the shipped playbook's
_STORED = np.dtype("<f4")
_AT_ONCE = 500  # parameters of one statement; SQLite takes 32,766, servers like fewer
_SEARCHED = ("title", "heading", "text")  # what a vector is made of


class SqlPassages:
    """The port `PassageRecords`. Lives as long as the app; safe from many threads."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def all(self) -> list[Passage]:
        """Return the passages in reading order."""
        with self._records.reading() as connection:
            return [_passage(row) for row in _rows(connection).values()]

    def replace(self, new: Sequence[Passage]) -> None:
        """Make these the passages; those not among them go, with their vectors.

        Where nothing changed, nothing is written.
        """
        wanted = {p.id: _values(p, position) for position, p in enumerate(new)}
        with self._records.reading() as connection:
            if _rows(connection) == wanted:
                return
        with self._records.writing() as connection:
            stored = _rows(connection)
            for part in _parts([id_ for id_ in stored if id_ not in wanted]):
                connection.execute(delete(passages).where(passages.c.id.in_(part)))
            for part in _parts([id_ for id_ in wanted if _stale(stored.get(id_), wanted[id_])]):
                connection.execute(delete(vectors).where(vectors.c.passage.in_(part)))
            for id_, row in wanted.items():
                if stored.get(id_, row) != row:
                    connection.execute(update(passages).where(passages.c.id == id_).values(row))
            added = [{**row, **NOBODY} for id_, row in wanted.items() if id_ not in stored]
            if added:
                connection.execute(insert(passages), added)

    def vectors(self, embedder: str) -> tuple[list[str], Matrix]:
        """Return the passage ids that have a vector of `embedder`, sorted, and one row each."""
        query = (
            select(vectors.c.passage, vectors.c.vector)
            .where(vectors.c.embedder == embedder, vectors.c.workspace == "")
            .order_by(vectors.c.passage)
        )
        with self._records.reading() as connection:
            found = connection.execute(query).all()
        ids = [id_ for id_, _ in found]
        flat = np.frombuffer(b"".join(vector for _, vector in found), dtype=_STORED)
        return ids, flat.reshape(len(ids), -1 if ids else 0).astype(np.float32, copy=False)

    def add_vectors(self, embedder: str, ids: Sequence[str], rows: Matrix) -> None:
        """Store one vector a passage; ids that are no passage any more are left out."""
        stored = np.ascontiguousarray(rows, dtype=_STORED)
        found = dict(zip(ids, stored, strict=True))
        with self._records.writing() as connection:
            for part in _parts(list(found)):
                there = connection.scalars(select(passages.c.id).where(passages.c.id.in_(part)))
                rows_of = [
                    {"passage": id_, "embedder": embedder, "vector": found[id_].tobytes(), **NOBODY}
                    for id_ in there
                ]
                ours = (vectors.c.embedder == embedder) & vectors.c.passage.in_(part)
                connection.execute(delete(vectors).where(ours))
                if rows_of:
                    connection.execute(insert(vectors), rows_of)

    def index(self, embedder: str) -> IndexRecord | None:
        """Return the index in use for `embedder`, or `None`."""
        query = select(indexes).where(indexes.c.embedder == embedder, indexes.c.active)
        with self._records.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        return IndexRecord(
            row["name"], row["embedder"], row["content"], row["count"], row["built_at"]
        )

    def use_index(self, index: IndexRecord) -> None:
        """Name the index now in use for its embedder; the one before is forgotten."""
        row = {
            "name": index.name,
            "embedder": index.embedder,
            "content": index.content,
            "count": index.count,
            "built_at": index.built_at,
            "active": True,
        }
        before = (indexes.c.embedder == index.embedder) | (indexes.c.name == index.name)
        with self._records.writing() as connection:
            connection.execute(delete(indexes).where(before))
            connection.execute(insert(indexes), {**row, **NOBODY})


def _rows(connection: Connection) -> dict[str, dict[str, Any]]:
    query = select(passages).where(passages.c.workspace == "").order_by(passages.c.position)
    return {
        row["id"]: {name: value for name, value in row.items() if name not in NOBODY}
        for row in connection.execute(query).mappings()
    }


def _values(passage: Passage, position: int) -> dict[str, Any]:
    return {
        "id": passage.id,
        "note": passage.note,
        "kind": passage.kind.value,
        "title": storable(passage.title),
        "heading": storable(passage.heading),
        "text": storable(passage.text),
        "file": passage.file,
        "start": passage.start,
        "end": passage.end,
        "stages": json.dumps([stage.value for stage in passage.stages]),
        "aliases": json.dumps(passage.aliases),
        "position": position,
    }


def _passage(row: Mapping[str, Any]) -> Passage:
    return Passage(
        id=row["id"],
        note=row["note"],
        kind=Kind(row["kind"]),
        title=row["title"],
        heading=row["heading"],
        text=row["text"],
        file=row["file"],
        start=row["start"],
        end=row["end"],
        stages=tuple(Stage(stage) for stage in json.loads(row["stages"])),
        aliases=tuple(json.loads(row["aliases"])),
    )


def _stale(stored: Mapping[str, Any] | None, wanted: Mapping[str, Any]) -> bool:
    return stored is not None and any(stored[name] != wanted[name] for name in _SEARCHED)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
