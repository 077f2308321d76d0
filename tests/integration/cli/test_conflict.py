from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.integration.cli.commands import ALWAYS, Coach

QUARREL = """Anna (sales): Half of the leads you sent on Monday are junk. 12 of 20 were students.
Ben (marketing): We hit our MQL target, so what's the problem? You never call them anyway.
"""
THREAT = "My manager in sales said he will hit me if the campaign leads don't come by Friday."
KEYS = {
    "summary", "patterns", "facts", "sales", "marketing", "root_cause", "stage", "heat", "options",
    "next_step", "words", "meeting", "metric",
}  # fmt: skip


def test_a_quarrel_on_standard_input_is_answered_as_text_in_its_order(coach: Coach) -> None:
    said = coach("conflict", stdin=QUARREL)
    heads = ("**Facts**", "**Sales**", "**Marketing**", "**Likely cause**", "**One next step**",
             "**Words**", "**Then**")  # fmt: skip
    places = [said.out.index(head) for head in heads]

    assert said.code == 0
    assert places == sorted(places)
    assert "“12 of 20 were students.”" in said.out


def test_the_object_has_the_contracts_keys_and_quotes_that_stand_in_the_text(coach: Coach) -> None:
    said = coach("conflict", "-", "--json", stdin=QUARREL)
    conflict = said.object["conflict"]
    facts = conflict["facts"]

    assert said.code == 0
    assert set(said.object) == ALWAYS | {"conflict"}
    assert said.object["kind"] == "conflict"
    assert set(conflict) == KEYS
    assert set(facts) == {"said", "disputed", "missing"}
    assert all(fact["quote"] in QUARREL for fact in (*facts["said"], *facts["disputed"]))
    assert {claim["said_by"] for claim in facts["disputed"]} <= {"sales", "marketing", "other"}
    assert all(0 <= found["confidence"] <= 1 for found in conflict["patterns"])
    assert conflict["patterns"][0]["note"] == "lead-quality"
    assert conflict["next_step"]["by"].count("-") == 2
    assert set(conflict["words"]) == {"sales", "marketing", "message"}
    assert set(conflict["sales"]) == {"view", "needs", "constraint", "is_guess"}
    assert said.object["citations"][0]["note"] == "lead-quality"


@pytest.mark.parametrize("name", ["thread.txt", "thread.md", "THREAD.TXT"])
def test_a_file_is_read_by_its_kind(name: str, coach: Coach, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(QUARREL, encoding="utf-8")

    assert coach("conflict", str(file), "--json").object["kind"] == "conflict"


def test_whose_side_one_is_on_changes_neither_facts_nor_cause_nor_step(coach: Coach) -> None:
    objects = [
        coach("conflict", "--side", side, "--json", stdin=QUARREL).object["conflict"]
        for side in ("sales", "marketing", "other")
    ]

    for key in KEYS - {"words", "sales", "marketing"}:
        assert objects[0][key] == objects[1][key] == objects[2][key]


def test_a_hand_over_and_what_is_no_quarrel_have_no_conflict_object(coach: Coach) -> None:
    stopped = coach("conflict", "--json", stdin=THREAT)
    elsewhere = coach("conflict", "--json", stdin="How do I bake sourdough bread on a Sunday?")

    assert (stopped.code, stopped.object["kind"]) == (0, "handover")
    assert (elsewhere.code, elsewhere.object["kind"]) == (0, "off_topic")
    assert set(stopped.object) == set(elsewhere.object) == ALWAYS
    assert stopped.object["answer"]
    assert "agenda" in elsewhere.object["answer"]


@pytest.mark.parametrize("text", ["", " \n ", "leads are junk " * 3_400])
def test_nothing_to_read_and_too_much_are_errors_in_a_sentence(text: str, coach: Coach) -> None:
    said = coach("conflict", stdin=text)
    as_object = coach("conflict", "--json", stdin=text)

    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") >= 1
    assert "Traceback" not in said.err
    assert (as_object.code, as_object.object["kind"]) == (1, "error")


def test_a_file_that_cannot_be_read_is_a_fault_of_the_command(coach: Coach, tmp_path: Path) -> None:
    archive, picture = tmp_path / "a.docx", tmp_path / "a.png"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("hello.txt", "hello")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00")

    for file in (archive, picture, tmp_path, tmp_path / "missing.txt"):
        said = coach("conflict", str(file))
        assert (said.code, said.out) == (2, "")
        assert said.err
        assert "Traceback" not in said.err


@pytest.mark.parametrize("side", ["both", "boss", ""])
def test_a_side_is_one_of_three(side: str, coach: Coach) -> None:
    assert coach("conflict", "--side", side, stdin=QUARREL).code == 2


def test_nothing_of_a_quarrel_is_stored(coach: Coach, data: Path) -> None:
    coach("conflict", stdin=QUARREL.replace("students", "xylophonists"))
    stored = [file for file in data.rglob("*") if file.is_file()]

    assert stored
    assert not any(b"xylophonist" in file.read_bytes() for file in stored)
