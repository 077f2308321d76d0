from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.integration.cli.commands import ALWAYS, WHERE, Coach
from tests.scripted_endpoint import Script, ScriptedEndpoint

THANKS = "Should we thank the other team?"
ASKED = ALWAYS | {"stage", "follow_ups", "ungrounded", "passages"}


def test_an_answer_is_one_object_with_the_agreed_keys(coach: Coach) -> None:
    said = coach("ask", "--json", WHERE)

    found = said.object
    assert said.code == 0
    assert set(found) == ASKED
    assert (found["kind"], found["mode"], found["model"]) == ("answer", "playbook", None)
    assert set(found["seconds"]) == {"retrieval", "first_text", "total"}
    assert set(found["citations"][0]) == {"n", "note", "title", "heading", "quote"}
    assert set(found["passages"][0]) == {"note", "heading", "rank", "cosine", "bm25"}
    assert found["passages"][0]["cosine"] is None
    assert found["passages"][0]["bm25"] > 0
    for citation in found["citations"]:
        assert f"[{citation['n']}]" in found["answer"]


def test_notices_go_to_standard_error(coach: Coach) -> None:
    said = coach("ask", "--json", WHERE)

    assert "Searched by keyword only" in said.err
    assert said.object["warnings"]


def test_without_json_the_answer_is_followed_by_its_sources(coach: Coach) -> None:
    said = coach("ask", WHERE)

    assert said.code == 0
    assert "\n[1]" in said.out or "\n[2]" in said.out
    assert not said.out.startswith("{")


def test_stage_and_side_are_taken_and_told(coach: Coach) -> None:
    found = coach("ask", "--json", "--stage", "defined", "--side", "sales", WHERE).object

    assert found["stage"] == "defined"


def test_a_follow_up_is_read_with_its_history(coach: Coach, tmp_path: Path) -> None:
    history = tmp_path / "history.json"
    turns = [
        {"role": "user", "content": "How fast should sales follow up on a lead?"},
        {"role": "assistant", "content": "Within a day, by a named person."},
    ]
    history.write_text(json.dumps(turns), encoding="utf-8")

    alone = coach("ask", "--json", "why?").object
    with_history = coach("ask", "--json", "--history", str(history), "why?").object
    assert alone["kind"] == "unclear"
    assert with_history["kind"] == "answer"


def test_one_character_is_asked_about(coach: Coach) -> None:
    assert coach("ask", "--json", "x").object["kind"] == "unclear"


def test_a_hundred_thousand_characters_are_read_in_part_and_it_says_so(coach: Coach) -> None:
    found = coach("ask", "--json", "-", stdin=f"{WHERE} " * (100_000 // len(WHERE))).object

    assert found["kind"] == "answer"
    assert "Only the first 20,000 characters were read." in found["warnings"]


def test_nul_characters_are_dropped(coach: Coach) -> None:
    with_nul = coach("ask", "--json", "-", stdin=WHERE.replace(" ", "\0 ")).object

    assert with_nul["answer"] == coach("ask", "--json", WHERE).object["answer"]


def test_a_bad_note_is_left_out_and_the_others_answer(coach: Coach, small: Path) -> None:
    (small / "nothing.md").write_bytes(b"")

    said = coach("ask", "--json", THANKS)
    assert said.object["kind"] == "answer"
    assert said.object["citations"][0]["note"] == "say-thanks"
    told = "Left out of the playbook: nothing.md:1: "
    assert any(warning.startswith(told) for warning in said.object["warnings"])


def test_the_first_question_says_how_far_the_notes_are_read(
    coach: Coach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_EMBEDDINGS", "minilm")

    first, second = coach("ask", "--json", THANKS), coach("ask", "--json", THANKS)

    assert re.search(r"^[\w ]+: 0 of (\d+)\n(?:.+\n)*[\w ]+: \1 of \1$", first.err, re.MULTILINE)
    assert " of " not in second.err
    assert first.object["passages"][0]["cosine"] > 0.3
    assert first.object["answer"] == second.object["answer"]


def test_standard_output_holds_the_answer_alone(
    coach: Coach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_EMBEDDINGS", "minilm")

    said = coach("ask", THANKS)

    found = coach("ask", "--json", THANKS).object
    sources = [f"[{c['n']}] {c['title']}: {c['heading']}" for c in found["citations"]]
    assert " of " in said.err  # the progress went there
    assert said.out.startswith(f"{found['answer']}\n")
    assert said.out.removeprefix(found["answer"]).strip().splitlines() == sources


def test_a_struck_sentence_is_not_printed_and_the_lines_stay_apart(
    coach: Coach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = "Thank the other team each week for one named thing that a named person did. [1]"
    text = f"{kept} Teams that do win 38 % more. [1]\n\n- Ask one person first."
    with ScriptedEndpoint(Script(text=text)) as endpoint:
        monkeypatch.setenv("COACH_MODEL", "scripted")
        monkeypatch.setenv("COACH_BASE_URL", endpoint.url)
        said = coach("ask", THANKS)

    assert said.out.startswith(f"{kept} \n\n- Ask one person first.\n")
