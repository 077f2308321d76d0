from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from coach.cli import main
from tests.integration.cli.commands import Coach, Said
from tests.small_knowledge import write_small_playbook


@pytest.fixture
def coach(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Coach:
    """Run a command in this process."""

    def run(*arguments: str, stdin: str | bytes = "") -> Said:
        monkeypatch.setattr(sys, "argv", ["coach", *arguments])
        typed = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        code: object = 0
        try:
            main()
        except SystemExit as exc:
            code = exc.code or 0
        out, err = capsys.readouterr()
        assert isinstance(code, int)
        return Said(code, out, err)

    return run


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small playbook of its own: three notes, with the shipped boundaries and languages."""
    folder = write_small_playbook(tmp_path / "knowledge")
    monkeypatch.setenv("COACH_SHIPPED", str(folder))
    monkeypatch.setenv("COACH_DATA", str(tmp_path / "data"))
    return folder


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all commands, so that the shipped notes are read once."""
    return tmp_path_factory.mktemp("cli") / "data"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    """The shipped playbook, searched by its words alone; no model."""
    for name, value in {"DATA": str(data), "MODEL": "none", "EMBEDDINGS": "none"}.items():
        monkeypatch.setenv(f"COACH_{name}", value)
