"""A real Chroma index: right, and refused or kept in memory where its folder is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.chroma import ChromaIndexes, ChromaVectors
from coach.adapters.exact_vectors import ExactVectors
from coach.errors import SearchError
from coach.ports import IndexRecord, Matrix
from tests.integration.search_index.damages import DAMAGES

INDEX = IndexRecord("words-1", "words", "abc", 300, datetime(2026, 11, 23, tzinfo=UTC))
IDS = [f"id{i:03}" for i in range(INDEX.count)]


def unit_rows(count: int) -> Matrix:
    rows = np.random.default_rng(1).normal(size=(count, 32)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


ROWS = unit_rows(INDEX.count)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one finished index, closed; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("built")
    indexes = ChromaIndexes(folder)
    assert isinstance(indexes.build(INDEX, IDS, ROWS), ChromaVectors)
    indexes.close()
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "indexes"))


@pytest.fixture
def indexes(folder: Path) -> Iterator[ChromaIndexes]:
    indexes = ChromaIndexes(folder)
    yield indexes
    indexes.close()


def test_nearest_neighbours_are_those_of_an_exact_search(indexes: ChromaIndexes) -> None:
    index = indexes.open(INDEX)
    exact = ExactVectors(IDS, ROWS)

    for wanted in unit_rows(20):
        found, right = index.nearest(wanted, 10), exact.nearest(wanted, 10)
        assert [id_ for id_, _ in found] == [id_ for id_, _ in right]
        assert [c for _, c in found] == pytest.approx([c for _, c in right], abs=1e-5)


def test_cosines_are_exact_and_unknown_ids_have_none(indexes: ChromaIndexes) -> None:
    index = indexes.open(INDEX)

    cosines = index.cosines(ROWS[7], ["id009", "unknown", "id007"])

    assert cosines == pytest.approx([float(ROWS[9] @ ROWS[7]), 0, 1], abs=1e-6)
    assert index.vectors(["unknown", "id007"]) == pytest.approx(np.stack([ROWS[7] * 0, ROWS[7]]))
    assert index.nearest(ROWS[7], 0) == []


def test_opening_and_searching_changes_no_file_of_the_graph(
    folder: Path, indexes: ChromaIndexes
) -> None:
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.suffix in (".bin", ".pickle")}

    indexes.open(INDEX).nearest(ROWS[0], 10)
    indexes.close()

    assert before
    assert before == {p: p.read_bytes() for p in before}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_refused_before_chroma_reads_it(
    folder: Path, indexes: ChromaIndexes, damage: Callable[[Path], None]
) -> None:
    damage(folder / INDEX.name)

    with pytest.raises(SearchError):
        indexes.open(INDEX)


def test_unfinished_and_forgotten_folders_are_cleaned_away(
    folder: Path, indexes: ChromaIndexes
) -> None:
    (folder / ".building-x").mkdir()
    (folder / "older-index").mkdir()

    indexes.clean(keep=INDEX.name)

    assert sorted(p.name for p in folder.iterdir()) == [INDEX.name, "writer.lock"]


def test_a_folder_that_cannot_be_written_leaves_the_index_in_memory(tmp_path: Path) -> None:
    (tmp_path / "indexes").write_text("in the way", encoding="utf-8")
    indexes = ChromaIndexes(tmp_path / "indexes")

    index = indexes.build(INDEX, IDS, ROWS)

    assert not indexes.writes
    assert index.nearest(ROWS[3], 1)[0][0] == "id003"


def test_after_closing_another_process_may_write_and_this_one_keeps_to_memory(
    folder: Path,
) -> None:
    first, second = ChromaIndexes(folder), ChromaIndexes(folder)
    assert first.writes
    assert not second.writes

    first.close()

    assert second.writes
    assert not first.writes
    assert isinstance(first.build(INDEX, IDS, ROWS), ExactVectors)
    second.close()


def test_an_index_that_fails_its_check_is_not_kept(tmp_path: Path) -> None:
    indexes = ChromaIndexes(tmp_path)
    torn = IndexRecord(INDEX.name, "words", "abc", INDEX.count + 1, INDEX.built_at)

    index = indexes.build(torn, IDS, ROWS)
    indexes.close()

    assert isinstance(index, ExactVectors)
    assert "kept in memory" in indexes.fault
    assert not [p for p in tmp_path.iterdir() if p.is_dir()]
