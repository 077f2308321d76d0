"""A team's own notes are read over the shipped ones; a faulty one never takes ours away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.bootstrap.knowledge import read_knowledge
from coach.playbook.folders import Folders
from coach.playbook.indexing import Indexing
from coach.playbook.notes import load_playbook
from coach.settings import ROOT, Settings
from tests.fakes import FakeClock
from tests.indexing_fakes import MemoryIndexes, MemoryPassages
from tests.own_notes import LINKED, OURS, SOURCE, THEIRS, check
from tests.search_fakes import FakeKeywordIndex, WordEmbedder


def test_a_note_of_theirs_takes_the_place_of_ours_and_links_lead_both_ways(
    shipped: Path, own: Path
) -> None:
    playbook = load_playbook(shipped, own)

    thanks, linked = playbook.get("say-thanks"), playbook.get("linked")
    assert thanks is not None
    assert linked is not None
    assert playbook.faults == ()
    assert len(playbook.notes) == 4
    assert (thanks.file, thanks.replaces) == ("your-notes/habits/say-thanks.md", True)
    assert "aloud" in thanks.summary
    assert thanks.links == ("weekly-talk",)
    assert linked.links == ("say-thanks",)


def test_their_sources_are_added_and_win(shipped: Path, own: Path) -> None:
    new = THEIRS.replace("title: Say", "title: Count").replace("[@one-2020]", "[@two-2024]")
    (own / "count.md").write_text(new, encoding="utf-8")
    lines = f"one-2020: {SOURCE % 'Ours 2024'}two-2024: {SOURCE % 'Two 2024'}"
    (own / "sources.yaml").write_text(lines, encoding="utf-8")

    playbook = load_playbook(shipped, own)

    said = {note.id: note.sections[-1].text for note in playbook.notes}
    assert playbook.faults == ()
    assert "(Ours 2024)" in said["say-thanks"]
    assert "(Two 2024)" in said["count"]
    assert {source.key for source in playbook.sources} == {"one-2020", "two-2024"}


def test_a_faulty_note_of_theirs_is_named_and_ours_stays_in_force(shipped: Path, own: Path) -> None:
    bad = THEIRS.replace("## Watch", "## Beware")
    (own / "habits" / "say-thanks.md").write_text(bad, encoding="utf-8")

    known = read_knowledge(Settings(shipped=shipped, knowledge=own))

    thanks = known.playbook.get("say-thanks")
    assert thanks is not None
    assert thanks.file == "say-thanks.md"
    (warning,) = known.warnings
    assert "your-notes/habits/say-thanks.md:19: the section `## Watch` is missing" in warning
    assert "the shipped note stays in force" in warning


def test_a_note_that_stands_twice_among_theirs_is_taken_once(shipped: Path, own: Path) -> None:
    (own / "say-thanks.md").write_text(THEIRS, encoding="utf-8")

    playbook = load_playbook(shipped, own)

    assert playbook.faults == (
        "your-notes/say-thanks.md:1: id `say-thanks` is taken by habits/say-thanks.md",
    )


def to_a_file_outside(shipped: Path, own: Path) -> None:
    (own / "secret.md").symlink_to(shipped / "say-thanks.md")


def to_a_folder_outside(shipped: Path, own: Path) -> None:
    (own / "secret.md").symlink_to(shipped)


def sources_outside(shipped: Path, own: Path) -> None:
    (own / "sources.yaml").symlink_to(shipped / "sources.yaml")


@pytest.mark.parametrize("make", [to_a_file_outside, to_a_folder_outside, sources_outside])
def test_a_link_out_of_their_folder_is_refused(
    make: Callable[[Path, Path], None], shipped: Path, own: Path
) -> None:
    make(shipped, own)

    playbook = load_playbook(shipped, own)

    assert any("the file lies outside" in fault for fault in playbook.faults)
    assert {note.id for note in playbook.notes} == {
        "linked", "lead-rule", "say-thanks", "weekly-talk",
    }  # fmt: skip


def test_what_editors_keep_in_hidden_folders_is_no_note(shipped: Path, own: Path) -> None:
    (own / ".trash").mkdir()
    (own / ".trash" / "weekly-talk.md").write_text("gone", encoding="utf-8")

    assert load_playbook(shipped, own).faults == ()


def test_the_check_counts_their_notes_and_names_those_in_place_of_ours(
    shipped: Path, own: Path
) -> None:
    (own / "count.md").write_text(LINKED.replace("One rule", "A count"), encoding="utf-8")

    report = check(shipped, own)

    assert report.text.endswith(" 2 of your notes, 1 in place of ours: say-thanks.")
    assert "of your notes" not in check(shipped, None).text


def test_where_two_notes_say_the_same_theirs_is_the_one_to_mend(tmp_path: Path) -> None:
    knowledge, own = ROOT / "knowledge", tmp_path / "own"
    own.mkdir()
    text = (knowledge / "meetings" / "leaders-reset.md").read_text(encoding="utf-8")
    (own / "a-reset.md").write_text(text, encoding="utf-8")

    faults = check(knowledge, own).faults

    assert faults
    assert all(fault.startswith("your-notes/a-reset.md:") for fault in faults)


def test_a_quarrel_of_theirs_whose_mirror_is_missing_is_the_one_to_mend(tmp_path: Path) -> None:
    knowledge, own = ROOT / "knowledge", tmp_path / "own"
    own.mkdir()
    text = (knowledge / "conflicts" / "lead-quality.md").read_text(encoding="utf-8")
    (own / "lead-quality.md").write_text(text.replace("mirror: ", "# "), encoding="utf-8")

    assert check(knowledge, own).faults == (
        "your-notes/lead-quality.md:1: `mirror: follow-up-neglect` is missing, "
        "as that note names this one",
    )


class Starts:
    """The indexing of an installation that is started again and again."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped, self._own = shipped, own
        self._records, self._indexes = MemoryPassages(), MemoryIndexes()
        self.embedder = WordEmbedder(["thank", "aloud", "lead"])

    def start(self) -> Indexing:
        """Start, and forget what was embedded before."""
        self.embedder.batches.clear()
        indexing = Indexing(
            Folders(self._shipped, self._own),
            self._records,
            lambda passages: FakeKeywordIndex({p.id: p.indexed_text for p in passages}),
            self._indexes,
            self.embedder,
            FakeClock(),
        )
        indexing.sync(load_playbook(self._shipped, self._own))
        return indexing

    def embedded(self) -> list[str]:
        """What was embedded, without the one text that only tries the model."""
        return [text for batch in self.embedder.batches[1:] for text in batch]


def test_passages_are_cut_out_of_the_file_they_name(shipped: Path, own: Path) -> None:
    current = Starts(shipped, own).start().current

    texts = {"your-notes/habits/say-thanks.md": THEIRS, "say-thanks.md": OURS}
    passages = [p for p in current.passages.values() if p.note == "say-thanks"]
    week = next(p for p in passages if p.heading == "This week")
    assert {p.file for p in passages} == {"your-notes/habits/say-thanks.md"}
    assert texts[week.file][week.start : week.end] == week.text
    assert texts["say-thanks.md"][week.start : week.end] != week.text


def test_a_changed_note_of_theirs_is_embedded_anew_alone(shipped: Path, own: Path) -> None:
    starts = Starts(shipped, own)
    starts.start()
    assert len(starts.embedded()) > 10
    changed = THEIRS.replace("Nobody should", "Nobody ever should")
    (own / "habits" / "say-thanks.md").write_text(changed, encoding="utf-8")

    starts.start()
    one = starts.embedded()
    starts.start()

    assert len(one) == 1
    assert "Nobody ever should" in one[0]
    assert starts.embedded() == []
