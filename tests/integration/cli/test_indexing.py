from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.cli.commands import Coach
from tests.servers import running_coach


def test_the_index_is_made_once_and_shared_with_a_running_server(
    coach: Coach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_EMBEDDINGS", "minilm")
    made = coach("index", "--json")
    assert made.code == 0
    assert made.object["index"]["vectors"] is True
    assert f"{made.object['index']['passages']} of" in made.err  # progress

    with running_coach(tmp_path / "data", COACH_SHIPPED=str(small)) as server:
        again = coach("index", "--json")
        asked = coach("ask", "--json", "Should we thank the other team?")
        doctor = coach("doctor", "--json")
        assert server.answers()

    assert again.object["index"] == made.object["index"]
    assert asked.object["passages"][0]["note"] == "say-thanks"
    assert asked.object["passages"][0]["cosine"] > 0.3
    # The shipped languages lead to notes that this small playbook has not.
    assert {part["part"] for part in doctor.object["parts"] if not part["works"]} == {"notes"}
