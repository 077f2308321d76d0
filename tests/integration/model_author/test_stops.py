"""A stop is heard at once, by the reader and by the endpoint; so is an answer without end."""

from __future__ import annotations

import threading
import time

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from tests.integration.model_author.outcomes import BRIEF, TEXT, make_author, read
from tests.scripted_endpoint import Fault, Script, ScriptedEndpoint, error

AT_ONCE = 5.0  # seconds, of thirty: half of one alone, and a busy machine holds anything up


@pytest.mark.parametrize(
    "script",
    [
        Script(fault=Fault.HANG),
        Script(text=TEXT, fault=Fault.STALL),
        Script(text="word " * 30 * 60 * 50, rate=50),
        error(503, "busy"),
    ],
    ids=["before the first word", "in the middle", "half an hour long", "between two tries"],
)
def test_a_stop_ends_the_answer_long_before_its_time_is_over(script: Script):
    with ScriptedEndpoint(script) as endpoint:
        draft = make_author(endpoint.url, timeout=30, retries=5).answer(BRIEF)
        stopped: list[float] = []

        def stop() -> None:
            stopped.append(time.monotonic())
            draft.cancel()

        threading.Timer(0.4, stop).start()
        outcome = read(draft)
        took = time.monotonic() - stopped[0]

    assert (outcome.error, outcome.finish) == (None, "cancelled")
    assert took < AT_ONCE


def test_the_endpoint_hears_of_a_stop():
    with ScriptedEndpoint(Script(text="word " * 5_000, rate=50)) as endpoint:
        draft = make_author(endpoint.url).answer(BRIEF)
        next(iter(draft))
        draft.cancel()
        deadline = time.monotonic() + AT_ONCE
        while not endpoint.hung_up and time.monotonic() < deadline:
            time.sleep(0.02)

        assert endpoint.hung_up == 1


def test_a_draft_stopped_before_it_began_sends_nothing():
    with ScriptedEndpoint() as endpoint:
        draft = make_author(endpoint.url).answer(BRIEF)
        draft.cancel()
        outcome = read(draft)

        assert (outcome.text, outcome.finish, outcome.error) == ("", "cancelled", None)
        assert endpoint.requests == []


def test_an_endpoint_that_ignores_the_limit_is_stopped():
    with ScriptedEndpoint(Script(text="word " * 20_000)) as endpoint:
        author = ModelAuthor("m", endpoint.url, SecretStr(""), max_tokens=50)
        outcome = read(author.answer(BRIEF))

    assert outcome.finish == "length"
    assert len(outcome.text) < 50_000
