"""Every fault of an endpoint ends in a plain error or a finish reason, soon."""

from __future__ import annotations

import logging
import socket

import pytest
from pydantic import SecretStr

from coach.adapters.model.author import ModelAuthor
from coach.domain.answers import Brief, Question
from coach.errors import (
    AuthorBusy,
    AuthorError,
    AuthorRefused,
    AuthorUnreachable,
    PromptTooLong,
)
from tests.fakes import hit
from tests.integration.model_author.outcomes import BRIEF, KEY, TEXT, Outcome, make_author, read
from tests.scripted_endpoint import Fault, Script, ScriptedEndpoint, error


def _answer(*scripts: Script, timeout: float = 1, retries: int = 2) -> tuple[Outcome, int]:
    with ScriptedEndpoint(*scripts) as endpoint:
        outcome = read(make_author(endpoint.url, timeout, retries).answer(BRIEF))
        return outcome, len(endpoint.requests)


AT_ONCE = 3  # seconds, on a busy machine; how often it asked shows that nothing was tried again
WAIT = Script(status=429, body={"error": {"message": "slow down"}}, headers={"Retry-After": "1"})
WAIT_LONG = Script(status=429, body="{}", headers={"Retry-After": "600"})


@pytest.mark.parametrize(
    ("script", "kind", "seconds", "requests"),
    [
        (error(401, "bad key"), AuthorRefused, AT_ONCE, 1),
        (error(403, "not yours"), AuthorRefused, AT_ONCE, 1),
        (error(404, "no such model"), AuthorRefused, AT_ONCE, 1),
        (error(400, "no"), AuthorRefused, AT_ONCE, 1),
        (WAIT, AuthorBusy, 4, 3),
        (WAIT_LONG, AuthorBusy, AT_ONCE, 1),
        (error(500, "died"), AuthorUnreachable, 4, 3),
        (Script(status=502, body="<html><h1>Bad Gateway</h1></html>"), AuthorUnreachable, 4, 3),
        (Script(fault=Fault.HANG), AuthorUnreachable, 7, 3),
        (Script(fault=Fault.EMPTY), AuthorError, AT_ONCE, 1),
        (Script(fault=Fault.EMPTY_BODY), AuthorError, AT_ONCE, 1),
    ],
    ids=["401", "403", "404", "400", "429", "429 long", "500", "502", "hang", "empty", "no body"],
)
def test_a_fault_before_the_first_word_is_an_error_without_text(script, kind, seconds, requests):
    outcome, asked = _answer(script)

    assert type(outcome.error) is kind
    assert outcome.text == ""
    assert outcome.seconds < seconds
    assert asked == requests


@pytest.mark.parametrize(
    ("fault", "kind", "seconds"),
    [
        (Fault.STALL, AuthorUnreachable, 3),
        (Fault.CUT, AuthorUnreachable, AT_ONCE),
        (Fault.ERROR_EVENT, AuthorError, AT_ONCE),
        (Fault.BROKEN_EVENT, AuthorError, AT_ONCE),
        pytest.param(
            Fault.ODD_EVENT,
            AuthorError,
            1,
            # The library says so too while it reads such an event.
            marks=pytest.mark.filterwarnings("ignore:Pydantic serializer warnings"),
        ),
    ],
)
def test_a_fault_in_mid_stream_is_an_error_after_all_the_text_that_came(fault, kind, seconds):
    outcome, asked = _answer(Script(text=TEXT, fault=fault, after=5))

    assert type(outcome.error) is kind
    assert outcome.text == "Sales calls within a day "
    assert outcome.seconds < seconds
    assert asked == 1


def test_an_end_without_a_finish_reason_counts_as_cut():
    outcome, _ = _answer(Script(text=TEXT, fault=Fault.SILENT_END, after=5))

    assert outcome.error is None
    assert (outcome.text, outcome.finish) == ("Sales calls within a day ", "cut")
    assert "cut off" in outcome.warning


def test_an_answer_at_its_longest_length_says_so():
    outcome, _ = _answer(Script(text=TEXT, fault=Fault.LENGTH, after=5))

    assert (outcome.error, outcome.finish) == (None, "length")
    assert "longest" in outcome.warning


def test_a_server_in_trouble_is_asked_again():
    outcome, asked = _answer(error(500, "died"), error(503, "busy"), Script(text=TEXT))

    assert (outcome.text, outcome.finish, asked) == (TEXT, "stop", 3)


def test_nobody_listening_is_said_within_three_seconds():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    outcome = read(make_author(f"http://127.0.0.1:{port}/v1").answer(BRIEF))

    assert type(outcome.error) is AuthorUnreachable
    assert outcome.seconds < 3


def test_a_prompt_that_is_too_long_is_sent_once_more_with_fewer_passages():
    too_long = error(400, "maximum context length is 4096 tokens", "context_length_exceeded")
    with ScriptedEndpoint(too_long, Script(text=TEXT)) as endpoint:
        author = ModelAuthor("m", endpoint.url, SecretStr(""), context=5_000, max_tokens=500)
        long_hits = tuple(hit(f"{n} " + "word " * 300, n) for n in range(1, 9))
        outcome = read(author.answer(Brief(Question("Who calls?"), long_hits)))
        first, second = (request.prompt for request in endpoint.requests)

    assert outcome.text == TEXT
    assert len(second) < 0.7 * len(first)


def test_a_prompt_that_never_fits_is_said_so():
    outcome, asked = _answer(error(400, "maximum context length is 512 tokens"))

    assert type(outcome.error) is PromptTooLong
    assert asked == 2


def test_an_option_the_endpoint_refuses_by_name_is_left_out():
    refusal = error(400, "Unsupported parameter: 'max_tokens'", param="max_tokens")
    with ScriptedEndpoint(refusal, Script(text=TEXT)) as endpoint:
        author = make_author(endpoint.url)
        assert read(author.answer(BRIEF)).text == TEXT
        assert read(author.answer(BRIEF)).text == TEXT
        limits = ["max_tokens" in request.body for request in endpoint.requests]

    assert limits == [True, False, False]


def test_the_key_stands_in_no_log_no_error_and_no_repr(caplog):
    caplog.set_level(logging.DEBUG)
    with ScriptedEndpoint(error(401, f"Incorrect API key: {KEY}")) as endpoint:
        author = make_author(endpoint.url)
        outcome = read(author.answer(BRIEF))
        sent = endpoint.requests[0].headers["authorization"]

    assert sent == f"Bearer {KEY}"
    assert KEY not in caplog.text
    assert KEY not in f"{outcome.error!r} {outcome.error.next_step} {author!r} {vars(author)!r}"
    assert "127.0.0.1" not in " ".join(r.message for r in caplog.records if r.name == "httpx2")
