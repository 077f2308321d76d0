"""A search started on real Chroma and SQLite is right, whatever is in the data folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.adapters.chroma import ChromaVectors
from coach.adapters.minilm import MiniLM
from coach.playbook.indexing import Indexing
from coach.ports import Embedder
from coach.settings import ROOT
from tests.integration.search_index import searching_process
from tests.integration.search_index.damages import damage_graph, put_file_in_place
from tests.integration.search_index.searching_process import VOCABULARY, best, open_search
from tests.search_fakes import WordEmbedder

Start = Callable[..., Indexing]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the search on a data folder as an app does; `stop` on the result ends it."""
    ends: list[Callable[[], None]] = []

    def start(embedder: Embedder | None = None, data: Path = tmp_path / "data") -> Indexing:
        indexing, records, indexes = open_search(data, embedder)
        ends.extend((indexes.close, records.close))
        return indexing

    yield start
    for end in ends:
        end()


def stop(indexing: Indexing) -> None:
    indexing._vectors.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("damage", [damage_graph, put_file_in_place])
def test_a_start_on_a_damaged_folder_mends_it_from_the_records(
    start: Start, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    first = start()
    stop(first)
    damage(next(p for p in (tmp_path / "data" / "indexes").iterdir() if p.is_dir()))
    embedder = WordEmbedder(VOCABULARY)

    again = start(embedder)

    assert isinstance(again.current.vectors, ChromaVectors)
    assert best(again, "word17") == "n17"
    assert sum(len(batch) for batch in embedder.batches) == 2  # the trial and the question


def test_a_second_process_searches_from_the_records_and_touches_nothing(
    start: Start, tmp_path: Path
) -> None:
    first = start()

    told = subprocess.run(
        [sys.executable, "-m", searching_process.__name__, str(tmp_path / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert told.stdout.split() == ["ExactVectors", "n17"], told.stderr
    assert best(first, "word3") == "n3"


def test_another_embedder_gets_its_own_index_and_searches_go_on(start: Start) -> None:
    first = start()
    stop(first)

    other = start(WordEmbedder([*VOCABULARY, "more"], name="openai:other"))

    assert best(other, "word5") == "n5"


def test_the_real_model_finds_by_meaning_in_a_real_index(start: Start, tmp_path: Path) -> None:
    indexing = start(MiniLM(tmp_path / "models"))

    assert best(indexing, "Title 12: word12") == "n12"


def test_searches_are_right_after_a_kill_in_the_middle_of_a_sync() -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "crash_sync.py"), "--rounds", "3", "--seed", "7"],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert "right after 3 of 3" in told.stdout
