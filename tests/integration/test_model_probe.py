from __future__ import annotations

import pytest
from pydantic import SecretStr

from coach.adapters.model.choice import ModelChoice
from coach.adapters.model.probe import ModelProbe
from coach.errors import AuthorRefused
from tests.fakes import MemoryEndpoints
from tests.scripted_endpoint import Fault, Script, ScriptedEndpoint, error


def _probe(endpoint: ScriptedEndpoint, memory: MemoryEndpoints | None = None) -> ModelProbe:
    choice = ModelChoice("scripted", endpoint.url, "127.0.0.1", True, "setting")
    return ModelProbe(choice, SecretStr(""), memory or MemoryEndpoints())


def test_a_model_that_answers_works():
    with ScriptedEndpoint(Script(text="Yes.")) as endpoint:
        health = _probe(endpoint).health()

    assert health.works
    assert "`scripted` at 127.0.0.1" in health.says
    assert endpoint.requests[0].body["max_tokens"] <= 16


def test_a_model_that_does_not_says_what_to_do():
    with ScriptedEndpoint(error(401, "bad key")) as endpoint:
        health = _probe(endpoint).health()

    assert not health.works
    assert "key" in health.says
    assert "key" in health.do


def test_an_empty_body_is_no_answer():
    with ScriptedEndpoint(Script(fault=Fault.EMPTY_BODY)) as endpoint:
        assert not _probe(endpoint).health().works


@pytest.mark.parametrize(
    ("supports", "way"),
    [
        (("json_schema", "tools", "json_object"), "json_schema"),
        (("tools", "json_object"), "tool call"),
        (("json_object",), "JSON mode"),
        ((), "none"),
    ],
)
def test_the_best_way_to_json_is_found_and_remembered(supports: tuple[str, ...], way: str):
    memory = MemoryEndpoints()
    with ScriptedEndpoint(supports=supports) as endpoint:
        probe = _probe(endpoint, memory)

        assert probe.abilities() == {"structure": way}
        asked = len(endpoint.requests)
        assert probe.abilities() == {"structure": way}
        assert len(endpoint.requests) == asked
    assert memory.found == {(endpoint.url, "scripted"): {"structure": way}}


def test_an_endpoint_that_takes_a_schema_but_writes_prose_has_no_structure():
    with ScriptedEndpoint(Script(text="I am ready!")) as endpoint:
        assert _probe(endpoint).abilities() == {"structure": "none"}


def test_nothing_is_remembered_of_an_endpoint_that_refuses_the_key():
    memory = MemoryEndpoints()
    with ScriptedEndpoint(error(401, "bad key")) as endpoint, pytest.raises(AuthorRefused):
        _probe(endpoint, memory).abilities()

    assert memory.found == {}
