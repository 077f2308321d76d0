"""What no agenda can be made of ends with 2 and a plain sentence, or an error object."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.commands import ALWAYS, Coach

BRIEF = "Agree what a qualified lead is"


@pytest.mark.parametrize(
    "options",
    [
        *(["--minutes", wrong] for wrong in ("0", "3", "-5", "481", "abc", "45.5", "")),
        ["--tz", "Mars/Olympus"],
        ["--start", "2036-12-01T15:00", "--tz", "Europe"],
        *(["--start", wrong] for wrong in ("tomorrow", "2036-13-01T15:00", "2036-12-01", "")),
        ["--start", "2020-01-01T10:00"],
        ["--start", "2036-03-30T02:30", "--tz", "Europe/Berlin"],
        *(["--person", wrong] for wrong in ("Ana:finance:CFO", ":sales:rep", "")),
        ["--format", "docx"],
        ["--format", "pdf", "--json"],
        ["--format", "ics"],
        ["--format", "doc"],
        ["--stage", "married"],
        ["-o", "/no/such/folder/agenda.md"],
        ["-o", "/"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_ends_with_2_and_says_why(coach: Coach, options: list[str]) -> None:
    said = coach("agenda", BRIEF, *options)

    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_the_reason_is_a_sentence_on_what_was_wrong(coach: Coach) -> None:
    def reason(*options: str) -> str:
        return coach("agenda", BRIEF, *options).err

    assert "481" in reason("--minutes", "481")
    assert "Mars/Olympus" in reason("--tz", "Mars/Olympus")
    assert "the clocks go forward" in reason("--start", "2036-03-30T02:30", "--tz", "Europe/Berlin")
    assert "-o FILE" in reason("--format", "docx")
    assert "--start" in reason("--format", "ics")


def test_a_file_that_cannot_be_written_leaves_nothing(coach: Coach, tmp_path: Path) -> None:
    said = coach("agenda", BRIEF, "-o", str(tmp_path), "--json")

    assert (said.code, said.out) == (2, "")
    assert "cannot be written" in said.err


@pytest.mark.parametrize("brief", ["", "   ", "\0\0", "\n\t\n"])
def test_a_brief_without_anything_to_read_is_an_error_object(coach: Coach, brief: str) -> None:
    said = coach("agenda", "--json", "-", stdin=brief)

    assert said.code == 1
    assert set(said.object) == ALWAYS | {"error"}
    assert said.object["error"]["code"] == "question"


def test_a_long_brief_is_read_in_time(coach: Coach) -> None:
    said = coach("agenda", "--json", "-", stdin=f"{BRIEF}. " * 3000)

    assert said.code == 0
    assert said.object["agenda"]["items"]
