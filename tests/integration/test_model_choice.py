from __future__ import annotations

import socket
import time

import pytest

from coach.adapters.model.choice import find_model
from tests.scripted_endpoint import ScriptedEndpoint

NO_SETTINGS = {
    "model": "auto",
    "has_key": False,
    "base_url": "",
    "default_model": "gpt-5-mini",
    "ollama_url": "",
}


def _find(**settings: object):
    return find_model(**(NO_SETTINGS | settings))


def _ollama(*models: str) -> ScriptedEndpoint:
    return ScriptedEndpoint(models=models)


def test_without_anything_the_playbook_answers():
    choice, sentence = _find()

    assert choice is None
    assert "playbook answers" in sentence


def test_none_asks_nobody():
    with _ollama("llama3.2:latest") as endpoint:
        choice, _ = _find(model="none", has_key=True, ollama_url=endpoint.url)

    assert choice is None


def test_a_key_means_the_default_model_at_openai():
    choice, sentence = _find(has_key=True)

    assert (choice.model, choice.host) == ("gpt-5-mini", "api.openai.com")
    assert (choice.is_loopback, choice.source) == (False, "key")
    assert sentence == "`gpt-5-mini` at api.openai.com, by the key in the settings."


def test_a_named_model_goes_to_the_address_in_the_settings():
    choice, _ = _find(model="qwen3", base_url="https://models.example.com/v1/")

    assert (choice.model, choice.base_url) == ("qwen3", "https://models.example.com/v1")
    assert (choice.is_loopback, choice.source) == (False, "setting")


def test_a_server_on_this_machine_is_asked_what_it_holds():
    with ScriptedEndpoint(models=("text-embed-small", "qwen3-8b")) as endpoint:
        choice, _ = _find(base_url=endpoint.url)

    assert (choice.model, choice.is_loopback, choice.source) == ("qwen3-8b", True, "address")


def test_an_ollama_on_this_machine_is_found_with_its_first_model_that_talks():
    with _ollama("nomic-embed-text:latest", "llama3.2:latest") as endpoint:
        url = endpoint.url.removesuffix("/v1")
        choice, sentence = _find(ollama_url=url)

    assert (choice.model, choice.base_url) == ("llama3.2:latest", f"{url}/v1")
    assert (choice.is_loopback, choice.source, choice.context) == (True, "ollama", 4_096)
    assert "Ollama found on this machine" in sentence


def test_a_model_named_without_key_or_address_is_looked_for_in_ollama():
    with _ollama("qwen3:8b", "llama3.2:latest") as endpoint:
        url = endpoint.url.removesuffix("/v1")
        choice, _ = _find(model="llama3.2", ollama_url=url)
        missing, sentence = _find(model="mistral", ollama_url=url)

    assert choice.model == "llama3.2:latest"
    assert missing is None
    assert "`mistral`" in sentence


def test_a_slow_ollama_is_not_waited_for():
    with _ollama("llama3.2:latest") as endpoint:
        endpoint.delay = 3.0
        started = time.monotonic()
        choice, _ = _find(ollama_url=endpoint.url.removesuffix("/v1"))
        seconds = time.monotonic() - started

    assert choice is None
    assert seconds < 1.5


def test_nobody_at_ollamas_address_costs_no_time():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    started = time.monotonic()
    choice, _ = _find(ollama_url=f"http://127.0.0.1:{port}")

    assert choice is None
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("url", ["http://192.0.2.1:11434", "http://ollama.example.com"])
def test_an_ollama_elsewhere_is_never_asked(url: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr("coach.adapters.loopback._get", lambda address, _: asked.append(address))

    assert _find(ollama_url=url)[0] is None
    assert asked == []
