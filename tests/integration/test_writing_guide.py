"""`docs/writing-notes.md` is true: its notes pass the check and its messages are the real ones."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cli.commands import app
from coach.domain.notes import Kind
from coach.playbook.checking import CheckReport, check_knowledge
from coach.playbook.folders import find_folders
from coach.playbook.schemas import MATTERS
from coach.services.checking.claims import unsourced
from coach.settings import ROOT

GUIDE = (ROOT / "docs" / "writing-notes.md").read_text(encoding="utf-8")
KNOWLEDGE = ROOT / "knowledge"
PRACTICE, QUARREL = "reference-list.md", "reference-customers.md"
_FILE = re.compile(r"`([a-z-]+\.(?:md|yaml))`[^`]*:\n\n```(?:markdown|yaml)\n(.*?)```\n", re.DOTALL)
_TOLD = re.compile(r"^your-notes/.*", re.MULTILINE)
HEAVY = (
    "Prioritisation of interdepartmental communication necessitates unambiguous responsibilities "
    "regarding confidentiality requirements. "
)
MOST_SIGNALS = "".join(re.findall(r"(?<=signals:\n)(?:  - .*\n){4}", GUIDE))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "our-notes"
    folder.mkdir()
    for name, text in _FILE.findall(GUIDE):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def check(own: Path) -> CheckReport:
    return check_knowledge(KNOWLEDGE, unsourced, own)


def edited(name: str, before: str, after: str) -> Callable[[Path], None]:
    """Return what makes a slip in one of the guide's notes."""

    def edit(own: Path) -> None:
        text = (own / name).read_text(encoding="utf-8")
        assert before in text
        (own / name).write_text(text.replace(before, after), encoding="utf-8")

    return edit


def renamed(name: str) -> Callable[[Path], None]:
    return lambda own: (own / PRACTICE).rename(own / name) and None


def copied(own: Path) -> None:
    shutil.copy(KNOWLEDGE / "practices" / "content-use.md", own / "using-content.md")


def hurried(own: Path) -> None:
    text = (own / QUARREL).read_text(encoding="utf-8")
    short = re.sub(r"(## What constrains sales\n\n).*", r"\1They are busy.", text)
    (own / QUARREL).write_text(short, encoding="utf-8")


SLIPS: dict[str, Callable[[Path], None]] = {
    "a link to a note not yet written": lambda own: (own / QUARREL).unlink(),
    "a colon": edited(PRACTICE, "title: The list", "title: References: the list"),
    "an unknown field": edited(PRACTICE, "title: ", "owner: content lead\ntitle: "),
    "a missing section": edited(PRACTICE, "## Watch", "## Take care"),
    "an unknown source": edited(PRACTICE, "@our-survey-2026", "@our-survey"),
    "no source": edited(PRACTICE, " [@our-survey-2026]", ""),
    "a file name": renamed("Reference list.md"),
    "an ending": renamed("reference-list.md.txt"),
    "heavy words": edited(PRACTICE, "## Watch\n\n", f"## Watch\n\n{HEAVY * 5}\n\n"),
    "the same twice": copied,
    "an unfair quarrel": hurried,
    "two signals": edited(QUARREL, MOST_SIGNALS, ""),
    "no question": edited(QUARREL, "asking safe?", "asking safe."),
}


def without_place(line: str) -> str:
    return re.sub(r"(\.md):\d+", r"\1", line)


def test_the_notes_of_the_guide_are_in_order(own: Path) -> None:
    report = check(own)

    assert report.faults == ()
    assert sorted(path.name for path in own.iterdir()) == sorted(
        [PRACTICE, QUARREL, "sources.yaml"]
    )
    assert "all in order. 2 of your notes." in GUIDE
    assert report.text.endswith("all in order. 2 of your notes.")


@pytest.mark.parametrize("slip", SLIPS)
def test_each_message_of_the_guide_is_a_real_one(slip: str, own: Path) -> None:
    told = {without_place(line) for line in _TOLD.findall(GUIDE)}

    SLIPS[slip](own)

    assert told & {without_place(fault) for fault in check(own).faults}


def test_the_guide_has_no_message_that_is_not_proven() -> None:
    assert len(_TOLD.findall(GUIDE)) == len(SLIPS)


def test_a_note_in_place_of_ours_is_counted_as_the_guide_says(own: Path) -> None:
    shutil.copy(KNOWLEDGE / "conflicts" / "lead-quality.md", own)

    report = check(own)

    told = "3 of your notes, 1 in place of ours: lead-quality."
    assert told in GUIDE
    assert report.text.endswith(told)
    assert report.faults == ()


def test_a_folder_that_is_not_there_is_told_as_the_guide_says() -> None:
    (path,) = re.findall(r"^`COACH_KNOWLEDGE` names `(.*?)`", GUIDE, re.MULTILINE)

    assert find_folders(KNOWLEDGE, Path(path))[1] in GUIDE


def test_the_commands_and_files_that_the_guide_names_exist() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    named = set(re.findall(r"\.venv/bin/coach (\w+)", GUIDE))

    assert named == {"check", "ask"}
    assert named <= commands
    for file in re.findall(r"\bknowledge/[a-z/-]+\.(?:md|yaml)", GUIDE):
        assert (ROOT / file).is_file()


def test_the_guide_names_every_kind_of_note_and_every_field_of_its_two() -> None:
    rows = set(
        re.findall(r"`([a-z_]+)`", "\n".join(re.findall(r"^\| (.*?) \|", GUIDE, re.MULTILINE)))
    )

    assert set(Kind) <= rows
    for kind in (Kind.PRACTICE, Kind.CONFLICT):
        assert set(MATTERS[kind].model_fields) <= rows
