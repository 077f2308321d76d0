"""Who has not agreed to a model elsewhere is answered on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from coach.bootstrap import Fakes, build_services
from coach.services.coaching import AT_HOME
from coach.settings import Settings
from tests.fakes import FakeAuthor, InlineRunner
from tests.small_knowledge import write_small_playbook

QUESTION = "Should we thank the other team?"


@pytest.mark.parametrize("embeddings", ["none", "openai:text-embedding-3-small"])
def test_nothing_goes_to_a_model_or_an_embedder_elsewhere_before_consent(
    embeddings: str, tmp_path: Path
) -> None:
    author = FakeAuthor([["Thank them. [1]"]])
    settings = Settings(
        data=tmp_path / "data",
        shipped=write_small_playbook(tmp_path / "knowledge"),
        model="big",
        base_url="https://models.invalid/v1",
        api_key=SecretStr("k"),
        embeddings=embeddings,
        timeout=1,
        retries=0,
    )
    fakes = Fakes(author=author, runner=InlineRunner())
    services = build_services(settings, background=False, embed=False, fakes=fakes)
    person = services.identity.current()
    services.decline()
    turn = services.coaching.ask(person, QUESTION)
    answer = services.conversations.turn(person, turn.id).answer

    assert services.declined
    assert services.consent is not None
    assert answer is not None
    assert (answer.mode, author.briefs) == ("playbook", [])
    assert AT_HOME in answer.warnings
    services.agree()
    services.coaching.regenerate(person, turn.id)
    assert len(author.briefs) == 1
    services.close()


def test_what_is_typed_into_the_search_of_the_notes_stays_here_even_after_consent(
    tmp_path: Path,
) -> None:
    settings = Settings(
        data=tmp_path / "data",
        shipped=write_small_playbook(tmp_path / "knowledge"),
        model="none",
        base_url="https://models.invalid/v1",
        api_key=SecretStr("k"),
        embeddings="openai:text-embedding-3-small",
        timeout=1,
        retries=0,
    )
    services = build_services(settings, background=False, embed=False)
    services.agree()
    findings = services.reading_index.find("thank")

    assert findings.mode == "keyword"
    assert findings.hits[0].passage.note == "say-thanks"
    assert services.reading_index is not services.answering.index
    services.close()
