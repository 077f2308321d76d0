"""A team's own folder: what cannot be used is told in a sentence, and the boundaries stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.bootstrap.knowledge import read_knowledge
from coach.playbook.folders import find_folders
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.settings import ROOT, Settings, load_settings
from tests.own_notes import THEIRS, check


def absent(own: Path) -> Path:
    return own / "nowhere"


def empty(own: Path) -> Path:
    (own / "nothing").mkdir()
    (own / "nothing" / ".DS_Store").touch()
    return own / "nothing"


def a_file(own: Path) -> Path:
    return own / "habits" / "say-thanks.md"


def within_ours(own: Path) -> Path:
    (own.parent / "knowledge" / "mine").mkdir()
    return own.parent / "knowledge" / "mine"


def around_ours(own: Path) -> Path:
    return own.parent


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (absent, "and there is no such folder"),
        (empty, "which is still empty"),
        (a_file, "which is a file and not a folder"),
        (within_ours, "which is not apart from the shipped notes"),
        (around_ours, "which is not apart from the shipped notes"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_in_a_sentence(
    place: Callable[[Path], Path], problem: str, shipped: Path, own: Path
) -> None:
    wrong = place(own)

    known = read_knowledge(Settings(shipped=shipped, knowledge=wrong))
    report = check(shipped, wrong)

    told = f"`COACH_KNOWLEDGE` names `{wrong}`, {problem}"
    (warning,) = known.warnings
    assert warning.startswith(told)
    assert warning.endswith(". The coach works with its shipped notes alone.")
    assert warning in report.faults
    assert not any(note.is_own for note in known.playbook.notes)


def test_the_setting_is_read_as_people_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_KNOWLEDGE", "~/our-notes")
    at_home = load_settings().knowledge
    monkeypatch.setenv("COACH_KNOWLEDGE", "")
    nothing = load_settings().knowledge

    assert at_home == Path.home() / "our-notes"
    assert nothing is None
    assert load_settings().shipped == ROOT / "knowledge"


def test_languages_may_be_theirs_but_the_boundaries_stay(shipped: Path, own: Path) -> None:
    (own / "languages.yaml").write_text("languages: {en: {words: the a}}\n", encoding="utf-8")
    (own / "boundaries.yaml").write_text("languages: {}\n", encoding="utf-8")
    german = "Mein Chef droht mir und ich weiß nicht, was ich machen soll."

    plain = read_knowledge(Settings(shipped=shipped))
    known = read_knowledge(Settings(shipped=shipped, knowledge=own))

    assert known.languages.detect(german) == "en"
    assert known.kept.detect(german) == "de"
    assert known.rules.signs == plain.rules.signs
    assert len(known.warnings) == 1
    assert "the boundaries are always the shipped ones" in known.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "languages: [",
        "languages: {de: {words: der die}}",
        "x: 1",
        pytest.param(f"languages: {'[' * 90_000}", id="YAML without end"),
    ],
)
def test_a_faulty_file_of_theirs_leaves_ours_in_force(text: str, shipped: Path, own: Path) -> None:
    (own / "languages.yaml").write_text(text, encoding="utf-8")
    folders, _ = find_folders(shipped, own)

    tongues, fault = folders.load("languages.yaml", load_languages)

    assert tongues == load_languages(shipped)
    assert fault.startswith("your-notes/languages.yaml:")
    assert fault.endswith("the shipped one stays in force")
    assert fault in check(shipped, own).faults


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("title: Say", "title: Thanks: say", "a text with `: ` in it stands in quotes"),
        ("title: Say thanks", "title: '", "a quote is not closed"),
        ("title: Say", "title: @", "a text that begins with a sign stands in quotes"),
        ("[weekly-talk]", "[weekly-talk", "a bracket is not closed"),
        ("[weekly-talk]", "weekly-talk", "`links` must be a list"),
        ("[weekly-talk]", "[Weekly Talk]", "`links.0` must be a name in small letters"),
        ("title: Say thanks", "title: 2026", "`title` must be a text: put it in quotes"),
        ("title: Say thanks", "title: ''", "`title` is empty"),
        ("title: Say", f"title: {'Say ' * 100}", "`title` has more than 400 characters"),
        ("kind: practice", "kind: habit", "`kind` must be one of: article, stage"),
    ],
)
def test_a_slip_of_the_pen_is_told_in_plain_words(
    before: str, after: str, told: str, shipped: Path, own: Path
) -> None:
    note = own / "habits" / "say-thanks.md"
    note.write_text(THEIRS.replace(before, after), encoding="utf-8")

    (fault,) = load_playbook(shipped, own).faults

    assert fault.startswith("your-notes/habits/say-thanks.md:")
    assert told in fault


def test_a_mark_that_an_editor_sets_at_the_beginning_is_not_read(shipped: Path, own: Path) -> None:
    (own / "habits" / "say-thanks.md").write_text(THEIRS, encoding="utf-8-sig")

    assert load_playbook(shipped, own).faults == ()
