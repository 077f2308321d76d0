"""What cannot be done ends with a code and a reason, never with a stack trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.commands import ALWAYS, WHERE, Coach


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "--json", "--side", "finance", WHERE],
        ["ask", "--json", "--stage", "married", WHERE],
        ["ask", "--json", "--history", "no-such-file.json", WHERE],
        ["ask", "--json", "--no-such-option", WHERE],
        ["serve", "--port", "99999"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_a_mistyped_command_ends_with_2_and_says_why(coach: Coach, arguments: list[str]) -> None:
    said = coach(*arguments)

    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "text",
    ["[", '{"role": "user"}', '[{"role": "system", "content": "x"}]', '[{"role": "user"}]'],
)
def test_a_history_that_is_none_ends_with_2(coach: Coach, tmp_path: Path, text: str) -> None:
    history = tmp_path / "history.json"
    history.write_text(text, encoding="utf-8")

    said = coach("ask", "--json", "--history", str(history), WHERE)
    assert said.code == 2
    assert "history.json" in said.err


@pytest.mark.parametrize("question", ["", "   ", "\0\0", "\n\t\n"])
def test_a_question_without_anything_to_read_is_an_error_object(
    coach: Coach, question: str
) -> None:
    said = coach("ask", "--json", "-", stdin=question)

    assert said.code == 1
    assert set(said.object) == ALWAYS | {"error"}
    assert said.object["kind"] == "error"
    assert said.object["error"]["code"] == "question"
    assert set(said.object["error"]) == {"code", "message", "next_step"}


def test_without_json_a_known_error_is_a_sentence_and_the_next_step(coach: Coach) -> None:
    said = coach("ask", "")

    assert said.code == 1
    assert said.out == ""
    assert said.err == (
        "There is nothing to read in that question. "
        "Type a question of one to twenty thousand characters.\n"
    )


def test_a_wrong_setting_is_an_error_object(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_WORKERS", "many")

    said = coach("ask", "--json", WHERE)
    assert said.code == 1
    assert said.object["error"]["code"] == "settings"
    assert "COACH_WORKERS" in said.object["error"]["message"]


def test_a_question_that_is_no_text_ends_with_2(coach: Coach) -> None:
    said = coach("ask", "--json", "-", stdin=b"\xff\xfe\xfa")

    assert said.code == 2
    assert said.out == ""
