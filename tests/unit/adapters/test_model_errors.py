from __future__ import annotations

import json

import httpx2
import openai
import pytest

from coach.adapters.model.errors import author_error, is_passing, retry_after
from coach.errors import (
    AuthorBusy,
    AuthorError,
    AuthorRefused,
    AuthorUnreachable,
    PromptTooLong,
)

REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1", headers={"Authorization": "Bearer sk-1"})


def _status(status: int, message: str = "no", **headers: str) -> openai.APIStatusError:
    body = {"message": message, "code": None}
    response = httpx2.Response(status, headers=headers, request=REQUEST)
    return openai.APIStatusError(f"Error code: {status} - {message}", response=response, body=body)


def _told(exc: Exception) -> AuthorError:
    return author_error(exc, "m", "host", 30)


@pytest.mark.parametrize(
    ("exc", "kind"),
    [
        (_status(401), AuthorRefused),
        (_status(403), AuthorRefused),
        (_status(404), AuthorRefused),
        (_status(400), AuthorRefused),
        (_status(429), AuthorBusy),
        (_status(429, "You exceeded your current quota: insufficient_quota"), AuthorRefused),
        (_status(500), AuthorUnreachable),
        (_status(503), AuthorUnreachable),
        (_status(413), PromptTooLong),
        (_status(400, "This model's maximum context length is 4096 tokens"), PromptTooLong),
        (_status(400, "request exceeds the available context size"), PromptTooLong),
        (_status(500, "Requested tokens exceed context window of 512"), PromptTooLong),
        (openai.APITimeoutError(request=REQUEST), AuthorUnreachable),
        (openai.APIConnectionError(request=REQUEST), AuthorUnreachable),
        (openai.APIError("died", REQUEST, body=None), AuthorError),
        (json.JSONDecodeError("x", "y", 0), AuthorError),
        (ValueError("Unexpected response type"), AuthorError),
    ],
)
def test_each_failure_has_its_kind(exc: Exception, kind: type[AuthorError]):
    assert type(_told(exc)) is kind


def test_the_endpoints_own_words_are_never_repeated():
    told = _told(_status(401, "Incorrect API key provided: sk-secret"))

    assert "sk-secret" not in f"{told.message} {told.next_step}"


def test_an_error_of_ours_stays_as_it_is():
    ours = AuthorBusy("later")

    assert _told(ours) is ours


@pytest.mark.parametrize(
    ("exc", "passing"),
    [
        (_status(429), True),
        (_status(429, "insufficient_quota"), False),
        (_status(500), True),
        (_status(500, "exceeds the context size"), False),
        (_status(401), False),
        (openai.APIConnectionError(request=REQUEST), True),
        (ValueError(), False),
    ],
)
def test_only_what_may_pass_is_tried_again(exc: Exception, passing: bool):
    assert is_passing(exc) is passing


def test_a_wait_the_endpoint_asks_for_is_read_in_seconds():
    assert retry_after(_status(429, "wait", **{"Retry-After": "7"})) == 7
    assert retry_after(_status(429, "wait", **{"Retry-After": "Wed, 21 Oct 2026"})) is None
    assert retry_after(ValueError()) is None
