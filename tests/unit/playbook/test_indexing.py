"""The indexes follow the notes: at once by keyword, soon by meaning, never half."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from coach.domain.notes import Kind, Note, Playbook
from coach.errors import SearchError, StorageError
from coach.playbook.folders import Folders
from coach.playbook.indexing import BATCH, Indexing, Progress
from coach.ports import KeywordIndex
from tests.fakes import FakeClock
from tests.indexing_fakes import MemoryIndexes, MemoryPassages
from tests.search_fakes import FakeKeywordIndex, WordEmbedder

WORDS = ("thanks", "leads", "meeting", "price")


def playbook(*summaries: str) -> Playbook:
    notes = [
        Note(id=f"note-{i}", kind=Kind.PRACTICE, title=f"N{i}", summary=text, file=f"n{i}.md")
        for i, text in enumerate(summaries)
    ]
    return Playbook(notes=tuple(notes), sources=())


@dataclass
class World:
    """An indexing over fakes; `restart` makes another one over the same records."""

    embedder: WordEmbedder | None = field(default_factory=lambda: WordEmbedder(WORDS))
    records: MemoryPassages = field(default_factory=MemoryPassages)
    vectors: MemoryIndexes = field(default_factory=MemoryIndexes)

    def restart(self) -> Indexing:
        return Indexing(
            Folders(Path("nowhere")),
            self.records,
            _keyword,
            self.vectors,
            self.embedder,
            FakeClock(),
        )

    def embedded(self) -> list[str]:
        """The texts embedded, without the first of each run that only tries the model."""
        assert self.embedder is not None
        return [text for batch in self.embedder.batches for text in batch if "\n" in text]


def _keyword(passages) -> KeywordIndex:
    return FakeKeywordIndex({p.id: p.indexed_text for p in passages})


@pytest.fixture
def world() -> World:
    return World()


def test_notes_are_found_by_keyword_before_any_vector_is_made(world: World) -> None:
    indexing = world.restart()

    indexing.read(playbook("Say thanks in public.", "Call leads soon."))

    assert len(indexing.current.keyword.search("leads", 5)) == 1
    assert indexing.current.vectors is None
    assert "by keyword" in indexing.current.reason
    assert not indexing.progress.over
    assert world.embedder is not None
    assert world.embedder.batches == []


def test_after_embedding_the_search_is_by_meaning_too(world: World) -> None:
    indexing = world.restart()

    indexing.sync(playbook("Say thanks in public.", "Call leads soon."))

    current = indexing.current
    assert current.vectors is not None
    assert current.embedder is world.embedder
    assert current.reason == ""
    assert indexing.progress.over
    best = current.vectors.nearest(current.embedder.embed(["leads"])[0], 1)[0][0]
    assert current.passages[best].note == "note-1"


def test_a_sync_with_nothing_changed_embeds_nothing_and_builds_nothing(world: World) -> None:
    book = playbook("Say thanks.", "Call leads.")
    world.restart().sync(book)
    world.embedder.batches.clear()
    built = list(world.vectors.built)

    world.restart().sync(book)

    assert world.embedded() == []
    assert world.vectors.built == built
    assert world.vectors.opened == built


def test_only_what_changed_is_embedded(world: World) -> None:
    world.restart().sync(playbook("Say thanks.", "Call leads."))
    world.embedder.batches.clear()

    world.restart().sync(playbook("Say thanks.", "Call leads today."))

    assert world.embedded() == ["N1. Summary\nCall leads today."]


def test_a_deleted_note_is_found_no_more(world: World) -> None:
    indexing = world.restart()
    indexing.sync(playbook("Say thanks.", "Call leads."))

    indexing.sync(playbook("Say thanks."))

    assert indexing.current.keyword.search("leads", 5) == []
    assert {p.note for p in indexing.current.passages.values()} == {"note-0"}
    assert len(world.records.all()) == len(world.records.rows) == len(indexing.current.passages)
    assert list(world.vectors.kept) == [world.vectors.built[-1]]


def test_another_embedder_gets_vectors_and_an_index_of_its_own(world: World) -> None:
    book = playbook("Say thanks.", "Call leads.")
    world.restart().sync(book)
    world.embedder = WordEmbedder(WORDS, name="openai:other")

    indexing = world.restart()
    indexing.sync(book)

    assert len(world.embedded()) == 2
    assert world.vectors.built[0].startswith("words-")
    assert world.vectors.built[1].startswith("openai-other-")
    assert {name for name, _ in world.records.rows} == {"words", "openai:other"}
    assert indexing.current.embedder is world.embedder


def test_a_damaged_index_is_built_again_from_the_records(world: World) -> None:
    book = playbook("Say thanks.", "Call leads.")
    world.restart().sync(book)
    world.embedder.batches.clear()
    world.vectors.kept.clear()

    indexing = world.restart()
    indexing.sync(book)

    assert indexing.current.vectors is not None
    assert world.embedded() == []
    assert len(world.vectors.built) == 2


def test_a_process_that_does_not_write_leaves_the_named_index_alone(world: World) -> None:
    world.restart().sync(playbook("Say thanks."))
    named = dict(world.records.indexes)
    world.vectors.writes = False

    indexing = world.restart()
    indexing.sync(playbook("Say thanks.", "Call leads."))

    assert indexing.current.vectors is not None
    assert world.records.indexes == named
    assert list(world.vectors.kept) == [named["words"].name]


def test_a_broken_embedder_leaves_the_keyword_search_and_says_why(world: World) -> None:
    world.embedder = WordEmbedder(WORDS, broken=True)
    indexing = world.restart()

    with pytest.raises(SearchError):
        indexing.sync(playbook("Call leads."))

    assert indexing.current.keyword.search("leads", 5)
    assert indexing.current.vectors is None
    assert indexing.current.reason == (
        "The embedder cannot be reached. The search is by keyword only."
    )
    assert indexing.progress.over


def test_an_embedder_that_comes_back_is_used_at_the_next_try(world: World) -> None:
    world.embedder = WordEmbedder(WORDS, broken=True)
    indexing = world.restart()
    with pytest.raises(SearchError):
        indexing.sync(playbook("Call leads."))
    world.embedder.broken = False

    indexing.embed()

    assert indexing.current.vectors is not None
    assert indexing.current.reason == ""


def test_broken_records_leave_the_keyword_search(world: World) -> None:
    world.records.broken = True
    indexing = world.restart()

    with pytest.raises(StorageError):
        indexing.read(playbook("Call leads."))

    assert indexing.current.keyword.search("leads", 5)


def test_without_an_embedder_the_search_says_that_it_is_by_keyword() -> None:
    indexing = World(embedder=None).restart()

    indexing.sync(playbook("Call leads."))

    assert indexing.current.reason.startswith("No embedding model is set")
    assert indexing.progress.over


def test_progress_is_told_from_none_to_all(world: World) -> None:
    told: list[Progress] = []

    world.restart().sync(playbook(*(f"Lead {i}." for i in range(BATCH))), told.append)
    total = 2 * BATCH  # each note is a passage and a name

    assert [(p.done, p.total) for p in told] == [(0, total), (BATCH, total), (total, total)]
    assert told[-1].over


def test_an_empty_playbook_is_searched_without_fault(world: World) -> None:
    indexing = world.restart()

    indexing.sync(playbook())

    assert indexing.current.passages == {}
    assert indexing.current.keyword.search("leads", 5) == []


def test_another_title_makes_another_vector(world: World) -> None:
    book = playbook("Call leads.")
    indexing = world.restart()
    indexing.sync(book)
    before = world.records.indexes["words"].content

    indexing.sync(replace(book, notes=(replace(book.notes[0], title="Thanks"),)))

    assert world.records.indexes["words"].content != before
