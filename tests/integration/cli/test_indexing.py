from __future__ import annotations

from pathlib import Path

import pytest

from tests.embedding_endpoint import elsewhere, serving
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


@pytest.mark.usefixtures("small")
def test_who_types_a_command_is_told_first_where_the_text_goes(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as endpoint:
        monkeypatch.setenv("COACH_EMBEDDINGS", "openai:small")
        monkeypatch.setenv("COACH_BASE_URL", elsewhere(endpoint.url))
        monkeypatch.setenv("COACH_API_KEY", "k")
        monkeypatch.setenv("COACH_MODEL", "none")
        made = coach("index", "--json")
        asked = coach("ask", "--json", "Should we thank the other team?")

    said = "Text goes to 0.0.0.0, where the model small searches by meaning."
    assert made.object["index"]["vectors"] is True
    assert made.err.splitlines()[0] == said
    assert asked.err.splitlines()[0] == said
    assert any("Should we thank" in text for text in endpoint.texts)


@pytest.mark.usefixtures("small")
def test_a_command_that_sends_nothing_names_no_place(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_EMBEDDINGS", "none")

    assert "Text goes to" not in coach("index").err
