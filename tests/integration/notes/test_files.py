"""What is no plain file of the folder is refused; the notes beside it stay."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.playbook.notes import load_playbook
from tests.integration.notes.spoilt_notes import THANKS, ids
from tests.small_knowledge import NOTES


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
