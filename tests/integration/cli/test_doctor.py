from __future__ import annotations

import pytest

from tests.integration.cli.commands import Coach


def test_the_doctor_names_every_part(coach: Coach) -> None:
    found = coach("doctor", "--json").object

    parts = [part["part"] for part in found["parts"]]
    assert parts == ["notes", "database", "embedder", "index", "model", "copies"]
    assert all(part["works"] for part in found["parts"])
    assert "Everything works." in coach("doctor").out


def test_the_doctor_says_what_does_not_work_and_what_to_do(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_MODEL", "some-model")
    monkeypatch.setenv("COACH_BASE_URL", "http://127.0.0.1:9/v1")

    said = coach("doctor", "--json")
    (model,) = [part for part in said.object["parts"] if part["part"] == "model"]
    assert said.code == 0
    assert not model["works"]
    assert model["do"]
    assert said.object["warnings"]
