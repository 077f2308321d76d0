"""Everything in one file, and back: `coach export` and `coach restore`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.bootstrap import build_services
from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.errors import StorageError
from coach.settings import load_settings
from tests.integration.cli.commands import Coach
from tests.plan_fakes import DRAFT, TODAY

ME = Person("local", "local")


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder with a conversation, a promise and a thank-you; return where to export to."""
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "full"))
    services = build_services(load_settings(), background=False, embed=False)
    turn = services.coaching.ask(ME, "Where do we start with marketing?\u2028And when?")
    list(services.coaching.watch(ME, turn.id))
    services.plans.board.take(ME, DRAFT, TODAY)
    services.plans.thanks.say(ME, "The slide won it.", Side.SALES, "", TODAY)
    services.close()
    return tmp_path / "all.jsonl"


def test_what_was_exported_comes_back_in_an_empty_folder_once(
    coach: Coach, full: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert coach("export", str(full)).code == 0
    assert full.stat().st_mode & 0o077 == 0
    rows = full.read_text(encoding="utf-8").count("\n") - 1
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "empty"))

    assert f"{rows} rows were added" in coach("restore", str(full)).err
    assert "all of it is there already" in coach("restore", str(full), "--json").object["answer"]
    again = tmp_path / "again.jsonl"
    assert coach("export", str(again)).code == 0
    assert again.read_text(encoding="utf-8") == full.read_text(encoding="utf-8")
    assert "marketing?\u2028And when?" in again.read_text(encoding="utf-8")


def test_an_export_that_breaks_off_leaves_no_file(
    coach: Coach, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> Iterator[str]:
        yield "{}"
        raise StorageError("The records cannot be read.", "Try again.")

    monkeypatch.setattr("coach.bootstrap.archive.exported", broken)
    said = coach("export", str(full))

    assert said.code == 1
    assert "cannot be read" in said.err
    assert not full.exists()


def test_a_file_that_is_there_is_not_written_over(coach: Coach, full: Path) -> None:
    full.write_text("mine", encoding="utf-8")
    said = coach("export", str(full))

    assert said.code == 2
    assert "is there already" in said.err
    assert full.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe", b'{"format": "other"}\n'])
def test_what_is_no_export_brings_nothing(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "data"))
    (file := tmp_path / "file").write_bytes(data)
    said = coach("restore", str(file))

    assert said.code in (1, 2)
    assert "no export" in said.err
    assert coach("restore", str(tmp_path / "gone")).code == 2
    assert "cannot be read" in coach("restore", str(tmp_path)).err
