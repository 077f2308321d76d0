"""Real Chroma and SQLite: searches are right, whatever is found in the data folder."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from coach.adapters.chroma import ChromaIndexes, ChromaVectors
from coach.adapters.database.passages import SqlPassages
from coach.adapters.database.records import open_records
from coach.adapters.exact_vectors import ExactVectors
from coach.adapters.keyword import keyword_index
from coach.adapters.minilm import MiniLM
from coach.adapters.system import SystemClock
from coach.domain.notes import Kind, Note, Playbook
from coach.errors import SearchError
from coach.playbook.folders import Folders
from coach.playbook.indexing import Indexing
from coach.ports import Embedder, IndexRecord, Matrix
from tests.search_fakes import WordEmbedder

ROOT = Path(__file__).parents[2]
WORDS = [f"word{i}" for i in range(30)]
VOCABULARY = [*WORDS, "title", *(str(i) for i in range(30))]
BOOK = Playbook(
    notes=tuple(
        Note(id=f"n{i}", kind=Kind.PRACTICE, title=f"Title {i}", summary=f"{word}.", file="n.md")
        for i, word in enumerate(WORDS)
    ),
    sources=(),
)
INDEX = IndexRecord("words-1", "words", "abc", 300, datetime(2026, 11, 23, tzinfo=UTC))
IDS = [f"id{i:03}" for i in range(INDEX.count)]

Start = Callable[..., Indexing]


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


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the search on a data folder as an app does; `stop` on the result ends it."""
    ends: list[Callable[[], None]] = []

    def start(embedder: Embedder | None = None, data: Path = tmp_path / "data") -> Indexing:
        records, indexes = open_records(data), ChromaIndexes(data / "indexes")
        ends.extend((indexes.close, records.close))
        made = Indexing(
            Folders(data),
            SqlPassages(records),
            keyword_index,
            indexes,
            embedder or WordEmbedder(VOCABULARY),
            SystemClock(),
        )
        made.sync(BOOK)
        return made

    yield start
    for end in ends:
        end()


def best(indexing: Indexing, text: str) -> str:
    current = indexing.current
    assert current.vectors is not None
    assert current.embedder is not None
    vector = np.asarray(current.embedder.embed([text])[0], dtype=np.float32)
    return current.passages[current.vectors.nearest(vector, 1)[0][0]].note


def stop(indexing: Indexing) -> None:
    indexing._vectors.close()  # type: ignore[attr-defined]


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


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_refused_before_chroma_reads_it(
    folder: Path, indexes: ChromaIndexes, damage: Callable[[Path], None]
) -> None:
    damage(folder / INDEX.name)

    with pytest.raises(SearchError):
        indexes.open(INDEX)


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


def test_unfinished_and_forgotten_folders_are_cleaned_away(
    folder: Path, indexes: ChromaIndexes
) -> None:
    (folder / ".building-x").mkdir()
    (folder / "older-index").mkdir()

    indexes.clean(keep=INDEX.name)

    assert sorted(p.name for p in folder.iterdir()) == [INDEX.name, "writer.lock"]


def test_a_second_process_searches_from_the_records_and_touches_nothing(
    start: Start, tmp_path: Path
) -> None:
    first = start()
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from tests.integration.test_search_index import second_process\n"
        "second_process(Path(sys.argv[2]))\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", script, str(ROOT), str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert told.stdout.split() == ["ExactVectors", "n17"], told.stderr
    assert best(first, "word3") == "n3"


def second_process(data: Path) -> None:
    records, indexes = open_records(data), ChromaIndexes(data / "indexes")
    embedder = WordEmbedder(VOCABULARY)
    indexing = Indexing(
        Folders(data), SqlPassages(records), keyword_index, indexes, embedder, SystemClock()
    )
    indexing.sync(BOOK)
    sys.stdout.write(f"{type(indexing.current.vectors).__name__} {best(indexing, 'word17')}\n")
    records.close()


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
