"""A bad note is named with file, line and reason and left out; the others stay."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.domain.notes import Playbook
from coach.playbook.checking import CheckReport, check_knowledge
from coach.playbook.notes import load_playbook
from coach.services.checking.claims import unsourced
from coach.settings import ROOT
from tests.small_knowledge import NOTES, SAY_THANKS, write_small_playbook

KNOWLEDGE = ROOT / "knowledge"


def shipped(name: str) -> str:
    return (KNOWLEDGE / name).read_text(encoding="utf-8")


MEETING, QUARREL = "meetings/leaders-reset.md", "conflicts/lead-quality.md"
METRIC, FINDING = "metrics/win-rate.md", "evidence/lead-response-evidence.md"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = write_small_playbook(tmp_path / "knowledge")
    (folder / "languages.yaml").write_text("{}\n", encoding="utf-8")
    (folder / "sources.yaml").write_bytes((KNOWLEDGE / "sources.yaml").read_bytes())
    return folder


def ids(playbook: Playbook) -> set[str]:
    return {note.id for note in playbook.notes}


def check(folder: Path) -> CheckReport:
    return check_knowledge(folder, unsourced)


THANKS = SAY_THANKS.replace("title: Say thanks", "title: Other thanks")
BAD: dict[str, tuple[str, str, str]] = {
    "an unknown key": (
        THANKS.replace("title:", "owner: me\ntitle:"), "bad.md:3: ", "`owner` is not a known key"
    ),
    "a missing field": (
        THANKS.replace("summary:", "# summary:"), "bad.md:2: ", "`summary` is missing"
    ),
    "a missing section": (THANKS.replace("## Watch", "## Beware"), "bad.md:18: ", "`## Watch`"),
    "sections out of order": (
        THANKS.replace("## In short", "## X").replace("## Watch", "## In short")
        .replace("## X", "## Watch"), "bad.md:11: ", "`## This week` comes too early",
    ),
    "a section twice": (f"{THANKS}\n## Watch\n\nAgain.\n", "bad.md:19: ", "stands twice"),
    "an empty section": (
        THANKS.replace("Nobody should do this alone.", ""), "bad.md:15: ", "is empty"
    ),
    "an unknown source": (
        THANKS.replace("alone.", "alone [@nobody-1999]."), "bad.md:17: ", "`nobody-1999`"
    ),
    "text before the sections": (
        THANKS.replace("\n## In short", "\nHello.\n\n## In short"), "bad.md:7: ", "text before"
    ),
    "HTML in the text": (
        THANKS.replace("alone.", "alone <script>alert(1)</script>."), "bad.md:17: ", "HTML"
    ),
    "HTML in the front matter": (
        THANKS.replace("Other thanks", "Other <img src=x onerror=alert(1)>"), "bad.md:3: ", "HTML"
    ),
    "a hidden comment": (THANKS.replace("alone.", "alone <!-- not."), "bad.md:17: ", "HTML"),
    "5 MB of text": (THANKS + "words " * 900_000, "bad.md:1: ", "at most 200,000"),
    "300,000 characters": (THANKS + "words " * 50_000, "bad.md:1: ", "at most 200,000"),
    "a NUL character": (THANKS + "\0", "bad.md:18: ", "NUL"),
    "YAML without end": (f"---\ntitle: {'[' * 90_000}\n---\n", "bad.md:2: ", "levels of YAML"),
    "YAML that nests": (
        f"---\na:\n  b: {'[' * 60}{']' * 60}\n---\n", "bad.md:3: ", "levels of YAML"
    ),
    "an impossible date": ("---\ntitle: 2020-99-99\n---\n", "bad.md:2: ", "bad YAML"),
    "a number for a key": (THANKS.replace("title:", "7: x\ntitle:"), "bad.md:3: ", "`7` is not"),
    "no front matter": ("## In short\n\nHello.\n", "bad.md:1: ", "front matter"),
    "a meeting too long for its time": (
        shipped(MEETING).replace("minutes: 45", "minutes: 15"), "bad.md:", "for opening and close"
    ),
    "a minimum above the ideal": (
        shipped(MEETING).replace("    minimum: ", "    minimum: 9", 1), "bad.md:", "must not exceed"
    ),
    "minutes in words": (
        shipped(MEETING).replace("minutes: 45", "minutes: long"), "bad.md:", "`minutes`"
    ),
    "a formula that does not come out": (
        shipped(METRIC).replace("result: 30", "result: 31"), "bad.md:", "the example gives 30, not"
    ),
    "a formula that calls": (
        shipped(METRIC).replace("100 * won /", "open(won) +"), "bad.md:", "names, numbers"
    ),
    "a finding without its source": (
        shipped(FINDING).replace("source: oldroyd-2011", "source: nobody-1999"), "bad.md:",
        "`nobody-1999` is not in sources.yaml",
    ),
    "a quarrel about something else": (
        shipped(QUARREL).replace("about: ", "about: love # "), "bad.md:", "`about`"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_note_is_named_with_its_line_and_left_out(small: Path, name: str) -> None:
    text, place, reason = BAD[name]
    (small / "bad.md").write_text(text, encoding="utf-8")

    playbook = load_playbook(small)

    named = [fault for fault in playbook.faults if fault.startswith("bad.md")]
    assert len(named) == 1
    assert named[0].startswith(place)
    assert reason in named[0]
    assert ids(playbook) == set(NOTES)
    assert named[0] in check(small).faults


def test_an_id_is_taken_once(small: Path) -> None:
    (small / "more").mkdir()
    (small / "more" / "say-thanks.md").write_text(THANKS, encoding="utf-8")

    playbook = load_playbook(small)

    assert len(playbook.faults) == 1
    assert "id `say-thanks` is taken by" in playbook.faults[0]
    assert ids(playbook) == set(NOTES)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Two Words.md", "Two Words.md:1: "),
        ("<script>alert(1)<.md", "only a-z, 0-9 and single dashes"),
        ("a\nb.md", "a\\x0ab.md:1: "),
        ("\x1b[31mred.md", "\\x1b[31mred.md:1: "),
        ("\u202egnp.md", "\\x202egnp.md:1: "),
        (b"caf\xe9.md".decode("utf-8", "surrogateescape"), "caf\\xdce9.md:1: "),
        ("..md", "only a-z"),
    ],
)
def test_a_hostile_file_name_is_written_out_and_refused(small: Path, name: str, told: str) -> None:
    (small / name).write_text(THANKS, encoding="utf-8")

    playbook = load_playbook(small)

    assert len(playbook.faults) == 1
    assert told in playbook.faults[0]
    assert playbook.faults[0].isprintable()
    assert ids(playbook) == set(NOTES)


def test_a_folder_with_a_hostile_name_is_refused(small: Path) -> None:
    (small / "a\nb").mkdir()
    (small / "a\nb" / "other-thanks.md").write_text(THANKS, encoding="utf-8")

    assert load_playbook(small).faults == (
        "a\\x0ab/other-thanks.md:1: a folder's name has characters that cannot be printed",
    )


def to_file_outside(small: Path) -> None:
    (small.parent / "secret.md").write_text(THANKS, encoding="utf-8")
    (small / "bad.md").symlink_to(small.parent / "secret.md")


def to_folder_outside(small: Path) -> None:
    (small.parent / "secrets").mkdir()
    (small.parent / "secrets" / "secret.md").write_text(THANKS, encoding="utf-8")
    (small / "bad").symlink_to(small.parent / "secrets")


def to_itself(small: Path) -> None:
    (small / "bad.md").symlink_to(small / "bad.md")


def to_nothing(small: Path) -> None:
    (small / "bad.md").symlink_to(small / "gone.md")


def a_folder(small: Path) -> None:
    (small / "bad.md").mkdir()


def a_pipe(small: Path) -> None:
    os.mkfifo(small / "bad.md")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (to_file_outside, "bad.md:1: the file lies outside"),
        (to_folder_outside, "bad:1: a link to a folder is not followed"),
        (to_itself, "bad.md:1: the file cannot be read"),
        (to_nothing, "bad.md:1: the file cannot be read"),
        (a_folder, "bad.md:1: this is no ordinary file"),
        (a_pipe, "bad.md:1: this is no ordinary file"),
    ],
)
def test_what_is_no_file_of_the_folder_is_refused(
    small: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(small)

    playbook = load_playbook(small)

    assert [fault for fault in playbook.faults if fault.startswith(reason)]
    assert len(playbook.faults) == 1
    assert ids(playbook) == set(NOTES)


def test_a_dead_link_is_named_and_left_out_and_its_note_stays(small: Path) -> None:
    linked = THANKS.replace("---\n\n## In", "links:\n  - say-thanks\n  - gone\n---\n\n## In")
    (small / "other.md").write_text(linked, encoding="utf-8")

    playbook = load_playbook(small)

    reason = "links to `gone`, which is no note; the link is left out"
    assert playbook.faults == (f"other.md:7: {reason}",)
    other = playbook.get("other")
    assert other is not None
    assert other.links == ("say-thanks",)


def test_a_link_to_a_note_of_another_kind_is_named(small: Path) -> None:
    text = shipped(QUARREL)
    for line in text.splitlines():
        if line.startswith(("links:", "mirror:", "metric:")):
            text = text.replace(f"{line}\n", "")
        elif line.startswith("meeting:"):
            text = text.replace(line, "meeting: say-thanks")
    (small / "quarrel.md").write_text(text, encoding="utf-8")

    faults = load_playbook(small).faults

    assert len(faults) == 1
    assert "`meeting` names `say-thanks`, which is of kind practice, not meeting" in faults[0]


def test_the_check_names_what_a_note_alone_cannot_show(small: Path) -> None:
    claim = THANKS.replace("alone.", "alone. Half of all teams never thank anybody.")
    (small / "claim.md").write_text(claim, encoding="utf-8")
    double = shipped("meetings/leaders-reset.md").replace("meeting: ", "# meeting: ")
    (small / "leaders-reset.md").write_text(double, encoding="utf-8")
    (small / "same.md").write_text(double, encoding="utf-8")

    faults = "\n".join(check(small).faults)

    assert "claim.md:17: `Half` is stated as a fact without a source mark: Half of" in faults
    assert "`## In short` says the same (1.00) as `## In short` in same.md:" in faults


def test_a_mirror_names_its_quarrel_back(small: Path) -> None:
    (small / "lead-quality.md").write_text(shipped(QUARREL), encoding="utf-8")
    other = shipped("conflicts/follow-up-neglect.md").replace("mirror: ", "# ")
    (small / "follow-up-neglect.md").write_text(other, encoding="utf-8")

    faults = check(small).faults

    told = "`mirror` names `follow-up-neglect`, which does not name it back"
    assert any(told in fault for fault in faults)


def test_a_quarrel_gives_both_sides_as_many_words(small: Path) -> None:
    text = shipped(QUARREL).replace(
        "## What sales needs\n", f"## What sales needs\n{'More. ' * 99}"
    )
    (small / "lead-quality.md").write_text(text, encoding="utf-8")

    assert any("within 45 to 55 %" in fault for fault in check(small).faults)


def test_the_shipped_notes_pass_and_tell_how_easy_they_read() -> None:
    report = check(KNOWLEDGE)

    assert report.faults == ()
    assert "reading ease" in report.text
