"""What reaches a model elsewhere, and when: a listening server stands for the other machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr

from coach.adapters.openai_embeddings import OpenAIEmbeddings
from coach.bootstrap import Fakes, Services, build_services
from coach.domain.conversation import Person
from coach.settings import Settings
from tests.embedding_endpoint import EmbeddingEndpoint, elsewhere, serving
from tests.fakes import ME, InlineRunner
from tests.scripted_endpoint import Script, ScriptedEndpoint
from tests.small_knowledge import SAY_THANKS, write_small_playbook

QUESTION = "Should we thank the other team?"
COLLEAGUE = replace(ME, id="colleague")


class Shifts:
    """An identity that is whoever sits at the machine."""

    def __init__(self) -> None:
        self.person = ME

    def current(self) -> Person:
        return self.person


@contextmanager
def coaching(tmp_path: Path, *, background: bool = True, **settings: str) -> Iterator[Services]:
    """Services over three notes, one of them a team's own, and a folder for their data."""
    shipped, own = tmp_path / "knowledge", tmp_path / "own"
    if not own.exists():
        write_small_playbook(shipped)
        own.mkdir()
        secret = SAY_THANKS.replace("Say thanks", "Say thanks to Falcon Ltd")
        (own / "own-thanks.md").write_text(secret, encoding="utf-8")
    chosen = {
        "data": tmp_path / "data",
        "shipped": shipped,
        "knowledge": own,
        "model": "none",
        "api_key": SecretStr("k"),
        "embeddings": "none",
        "timeout": 2,
        "retries": 0,
        "ollama_url": "",
    }
    services = build_services(
        Settings.model_validate(chosen | settings),
        background=background,
        embed=False,
        fakes=Fakes(runner=InlineRunner(), identity=Shifts()),
    )
    try:
        yield services
    finally:
        services.close()


def embedding(endpoint: EmbeddingEndpoint) -> dict[str, str]:
    return {"embeddings": "openai:small", "base_url": elsewhere(endpoint.url)}


def libraries_are_loaded(endpoint: EmbeddingEndpoint) -> None:
    """Take the time here, so that what should not be sent would be sent at once after it."""
    OpenAIEmbeddings("m", api_key="k", base_url=endpoint.url, timeout=2, retries=0).embed(
        ["loaded"]
    )


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def sits(services: Services, person: Person) -> None:
    assert isinstance(services.identity, Shifts)
    services.identity.person = person


def test_no_note_leaves_for_an_embedder_elsewhere_before_somebody_agrees(tmp_path: Path) -> None:
    with serving() as endpoint, coaching(tmp_path, **embedding(endpoint)) as services:
        libraries_are_loaded(endpoint)
        services.decline()
        services.coaching.ask(services.identity.current(), QUESTION)
        time.sleep(1)
        before, status = list(endpoint.texts), services.status()
        services.agree()
        until(lambda: services.indexing.current.vectors is not None)
        after, then = endpoint.texts, services.status()

    assert before == ["loaded"]
    assert "until somebody agrees that the notes go to 0.0.0.0" in " ".join(status.warnings)
    assert not status.indexing
    assert any("Falcon Ltd" in text for text in after)
    assert not any(QUESTION in text for text in after)
    assert then.warnings == ()


def test_notes_that_somebody_agreed_to_send_go_at_the_next_start(tmp_path: Path) -> None:
    with serving() as endpoint:
        with coaching(tmp_path, background=False, **embedding(endpoint)) as services:
            services.agree()
            assert endpoint.texts == []
        with coaching(tmp_path, **embedding(endpoint)) as services:
            until(lambda: services.indexing.current.vectors is not None)

    assert any("Falcon Ltd" in text for text in endpoint.texts)


def test_a_colleagues_consent_sends_nothing_of_who_declined(tmp_path: Path) -> None:
    with serving() as endpoint:
        with coaching(tmp_path, **embedding(endpoint)) as services:
            services.decline()
            sits(services, COLLEAGUE)
            services.agree()
            until(lambda: services.indexing.current.vectors is not None)
            services.coaching.ask(COLLEAGUE, "Do we thank sales?")
            sits(services, ME)
            services.coaching.ask(ME, QUESTION)
            assert services.declined
            assert [place.model for place in services.consent] == ["small"]
        with coaching(tmp_path, **embedding(endpoint)) as services:  # nor after the next start
            until(lambda: services.indexing.current.vectors is not None)
            services.coaching.ask(ME, QUESTION)

    assert any("Do we thank sales?" in text for text in endpoint.texts)
    assert not any(QUESTION in text for text in endpoint.texts)


def test_what_was_answered_here_does_not_go_along_once_the_model_is_asked(tmp_path: Path) -> None:
    with ScriptedEndpoint(Script(text="Thank them. [1]")) as endpoint:
        model = {"model": "scripted", "base_url": elsewhere(endpoint.url)}
        with coaching(tmp_path, background=False, **model) as services:
            services.decline()
            first = services.coaching.ask(ME, "Should we thank Falcon Ltd?")
            before = list(endpoint.requests)
            services.agree()
            services.coaching.ask(ME, QUESTION, first.conversation)
            services.coaching.ask(ME, "How often should we thank them?", first.conversation)
        prompts = [request.prompt for request in endpoint.requests]

    assert before == []
    assert not any("Should we thank Falcon Ltd?" in prompt for prompt in prompts)
    assert QUESTION in prompts[-1]
