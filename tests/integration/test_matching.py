"""Pasted quarrels on the shipped notes: found, told from what is none, whoever pastes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach.adapters.keyword import keyword_index
from coach.adapters.minilm import MiniLM
from coach.domain.notes import Conflict
from coach.errors import NoteError
from coach.evaluation.conflict_cases import load_cases
from coach.evaluation.conflicts import counts, judge
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.playbook.quarrels import FILE, HEADS_FILE, PAGES_FILE, load_quarrel_rules
from coach.services.boundaries import Boundaries
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.reading import read_thread
from coach.services.conflicts.telling import Pieces
from coach.services.glossing import Glosses
from coach.services.language import Languages
from coach.settings import ROOT

KNOWLEDGE = ROOT / "knowledge"
LANGUAGES = Languages(load_languages(KNOWLEDGE))
RULES = load_quarrel_rules(KNOWLEDGE)
BOUNDARIES = load_boundary_rules(KNOWLEDGE)
PLAYBOOK = load_playbook(KNOWLEDGE)
QUARRELS = {note.id for note in PLAYBOOK.notes if isinstance(note, Conflict)}
CASES = load_cases(ROOT / "evals" / "conflicts.yaml")


def make(embedder: MiniLM | None) -> Matching:
    pieces = Pieces(LANGUAGES, Glosses(RULES.glosses))
    return Matching(PLAYBOOK, RULES, keyword_index, pieces, embedder)


@pytest.fixture(scope="module")
def matching(tmp_path_factory: pytest.TempPathFactory) -> Matching:
    return make(MiniLM(tmp_path_factory.mktemp("embedder")))


def test_every_quarrel_of_the_playbook_is_told_of_and_no_other() -> None:
    assert set(RULES.told) == QUARRELS
    assert set(RULES.voice.notes) == QUARRELS


def test_every_label_is_a_quarrel_of_the_playbook() -> None:
    assert {name for case in CASES for name in case.patterns} <= QUARRELS


def test_no_told_text_stands_in_the_cases() -> None:
    cases = {" ".join(case.text.split()) for case in CASES}

    assert not [t for texts in RULES.told.values() for t in texts if " ".join(t.split()) in cases]


@pytest.mark.parametrize("half", ["tuned", "reported"])
def test_most_quarrels_are_found(matching: Matching, half: str) -> None:
    cases = [case for case in CASES if case.half == half]
    found = counts(judge(cases, matching, Boundaries(BOUNDARIES, LANGUAGES), LANGUAGES))

    assert found["right pattern first"].share >= 0.75
    assert found["right pattern in three"].share >= 0.85
    assert found["outside found as such"].share >= 0.7  # of four in the reported half


def test_words_alone_find_fewer_but_most() -> None:
    cases = [case for case in CASES if case.half == "tuned" and case.patterns]
    by_words = make(None)
    found = [[match.note for match in by_words.of(read_thread(case.text))] for case in cases]
    right = sum(case.patterns[0] in notes for case, notes in zip(cases, found, strict=True))

    assert right / len(cases) >= 0.75


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Every lead marketing sends is junk: students and competitors.", "lead-quality"),
        ("We sent sales 90 demo requests and nobody called them for two weeks.",
         "follow-up-neglect"),
    ],
)  # fmt: skip
def test_a_quarrel_and_its_mirror_are_told_apart(matching: Matching, text: str, note: str) -> None:
    assert matching.of(read_thread(text))[0].note == note


def test_the_same_text_gives_the_same_matches(matching: Matching) -> None:
    text = next(case.text for case in CASES if case.tuned and case.kind == "quarrel")

    assert matching.of(read_thread(text)) == matching.of(read_thread(text))


def test_a_damaged_file_of_heads_is_named(tmp_path: Path) -> None:
    for name in ("glosses.yaml", "trade_glosses.yaml"):
        shutil.copy(KNOWLEDGE / name, tmp_path)
    for name in (FILE, PAGES_FILE):
        (tmp_path / name).write_text("told: {}\n", encoding="utf-8")
    (tmp_path / HEADS_FILE).write_bytes(b"PK not a zip")

    with pytest.raises(NoteError, match=HEADS_FILE):
        load_quarrel_rules(tmp_path)
