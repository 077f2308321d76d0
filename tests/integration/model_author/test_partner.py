"""A partner behind an endpoint: what it says streams in, what it marks is read warily."""

from __future__ import annotations

import json

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.adapters.model.partner import ModelPartner
from coach.domain.rehearsal import Criterion, Difficulty, Line, Mark, Role
from coach.domain.scene import Scene
from coach.errors import AuthorError
from tests.fakes import MemoryEndpoints
from tests.scripted_endpoint import Script, ScriptedEndpoint

SCENE = Scene(
    note="lead-quality", role=Role.REP, difficulty=Difficulty.NORMAL, facts=("Ten of 20.",),
    view="The week is full.", constraint="A quota.", replies=(),
    lines=(Line("Could you ring them by Tuesday?", True),),
)  # fmt: skip
MARKS = [
    {"criterion": "ask", "met": True, "quote": "Could you ring them", "why": "One ask."},
    {"criterion": "charm", "met": True, "quote": "", "why": ""},
    {"criterion": "fact", "met": "yes", "quote": "", "why": ""},
]


def partner(endpoint: ScriptedEndpoint) -> ModelPartner:
    return ModelAuthor("scripted", endpoint.url, SecretStr("")).partner(MemoryEndpoints())


def test_a_reply_is_what_the_model_says_without_its_thoughts() -> None:
    with ScriptedEndpoint(Script(text="<think>busy</think>\n Which ones?")) as endpoint:
        draft = partner(endpoint).reply(SCENE)
        said = "".join(draft)

    assert said == "Which ones?"
    assert draft.finish.reason == "stop"
    assert "Could you ring them by Tuesday?" in endpoint.requests[0].prompt


def test_nothing_said_is_an_error() -> None:
    with ScriptedEndpoint(Script(text=" ")) as endpoint, pytest.raises(AuthorError):
        list(partner(endpoint).reply(SCENE))


def test_a_reply_that_was_cancelled_sends_nothing() -> None:
    with ScriptedEndpoint(Script(text="Which?")) as endpoint:
        draft = partner(endpoint).reply(SCENE)
        draft.cancel()

        assert list(draft) == []
        assert draft.finish.reason == "cancelled"


def test_marks_of_known_criteria_are_read_and_the_rest_left_out() -> None:
    text = f"Here you are:\n```json\n{json.dumps({'marks': MARKS})}\n```"
    with ScriptedEndpoint(Script(text=text), supports=()) as endpoint:
        marks = partner(endpoint).look_back(SCENE)

    assert marks == (Mark(Criterion.ASK, True, ("Could you ring them",), "One ask."),)


@pytest.mark.parametrize("text", ["No.", "{}", '{"marks": 3}', '{"marks": [3, {"met": 1}]}'])
def test_a_look_back_that_cannot_be_read_is_an_error(text: str) -> None:
    with ScriptedEndpoint(Script(text=text), supports=()) as endpoint, pytest.raises(AuthorError):
        partner(endpoint).look_back(SCENE)
