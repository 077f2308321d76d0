"""Passages and vectors in real databases: replaced as one, nothing written without a change."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import func, select

from coach.adapters.database.passages import SqlPassages
from coach.adapters.database.records import FILE, Records
from coach.adapters.database.tables import vectors
from coach.domain.notes import Kind
from coach.domain.passages import Passage
from coach.domain.stages import Stage
from coach.ports import IndexRecord
from tests.fakes import START


def make(name: str, text: str = "", title: str = "Title") -> Passage:
    return Passage(
        id=name,
        note=f"note-{name}",
        kind=Kind.MEETING,
        title=title,
        heading="In short",
        text=text or f"Text of {name}: „ünïcode“ 🙂.",
        file=f"meetings/{name}.md",
        start=10,
        end=20,
        stages=(Stage.DEFINED, Stage.ALIGNED),
        aliases=("weekly", "huddle"),
    )


A, B, C = make("a"), make("b"), make("c")


@pytest.fixture
def store(records: Records) -> SqlPassages:
    return SqlPassages(records)


def give(store: SqlPassages, embedder: str, ids: Sequence[str]) -> None:
    rows = [[float(ord(id_[0])), 0.5, -1.0] for id_ in ids]
    store.add_vectors(embedder, ids, np.array(rows, dtype=np.float32))


def test_passages_come_back_as_they_were_in_reading_order(store: SqlPassages) -> None:
    store.replace([C, A, B])

    assert store.all() == [C, A, B]


def test_passages_not_among_the_new_ones_go_with_their_vectors(
    store: SqlPassages, records: Records
) -> None:
    store.replace([A, B])
    give(store, "minilm", ["a", "b"])

    store.replace([B, C])

    assert store.all() == [B, C]
    assert store.vectors("minilm")[0] == ["b"]
    with records.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(vectors)) == 1


def test_a_passage_that_only_moved_keeps_its_vector(store: SqlPassages) -> None:
    store.replace([A, B])
    give(store, "minilm", ["a", "b"])

    store.replace([B, replace(A, start=99, end=120)])

    assert store.all() == [B, replace(A, start=99, end=120)]
    assert store.vectors("minilm")[0] == ["a", "b"]


def test_a_passage_under_another_title_loses_its_vector(store: SqlPassages) -> None:
    store.replace([A, B])
    give(store, "minilm", ["a", "b"])

    store.replace([replace(A, title="Another"), B])

    assert store.vectors("minilm")[0] == ["b"]


def test_vectors_come_back_bit_for_bit_and_apart_by_embedder(store: SqlPassages) -> None:
    store.replace([A, B])
    rows = np.random.default_rng(1).normal(size=(2, 384)).astype(np.float32)

    store.add_vectors("minilm", ["b", "a"], rows)
    give(store, "openai:small", ["a"])

    ids, found = store.vectors("minilm")
    assert ids == ["a", "b"]
    assert found.dtype == np.float32
    assert (found == rows[::-1]).all()
    assert store.vectors("openai:small")[1].shape == (1, 3)
    assert store.vectors("unknown")[0] == []


def test_a_vector_for_a_passage_that_is_gone_is_left_out(store: SqlPassages) -> None:
    store.replace([A])

    give(store, "minilm", ["a", "gone"])

    assert store.vectors("minilm")[0] == ["a"]


def test_a_vector_given_again_takes_the_place_of_the_first(store: SqlPassages) -> None:
    store.replace([A])
    give(store, "minilm", ["a"])

    store.add_vectors("minilm", ["a"], np.array([[9.0, 9.0, 9.0]], dtype=np.float32))

    assert store.vectors("minilm")[1].tolist() == [[9.0, 9.0, 9.0]]


def test_nothing_is_written_where_nothing_changed(store: SqlPassages, data: Path) -> None:
    store.replace([A, B])
    with closing(sqlite3.connect(data / FILE)) as witness:
        version = "PRAGMA data_version"  # changes with each commit of another connection
        before = witness.execute(version).fetchone()
        store.replace([A, B])
        unchanged = witness.execute(version).fetchone()
        store.replace([A])
        changed = witness.execute(version).fetchone()

    assert unchanged == before
    assert changed != before


def test_an_embedder_has_one_index_and_the_last_one_named(store: SqlPassages) -> None:
    first = IndexRecord("minilm-1", "minilm", "abc", 2, START)
    store.use_index(first)
    store.use_index(IndexRecord("openai-1", "openai:small", "abc", 2, START))

    second = replace(first, name="minilm-2", content="def")
    store.use_index(second)

    assert store.index("minilm") == second
    assert store.index("openai:small") is not None
    assert store.index("unknown") is None


def test_more_passages_than_one_statement_takes_are_stored(store: SqlPassages) -> None:
    many = [make(f"p{i:04}") for i in range(1201)]

    store.replace(many)
    give(store, "minilm", [p.id for p in many])
    store.replace(many[:1])

    assert store.all() == many[:1]
    assert store.vectors("minilm")[0] == ["p0000"]
