from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.adapters.model.events import LONGEST_LINE, joined


def _event(content: str | None = "word ", finish: str | None = None, **more: object) -> bytes:
    delta = {} if content is None else {"content": content}
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return b"data: " + json.dumps({"id": "c1", "choices": [choice], **more}).encode() + b"\n\n"


def _events(stream: bytes) -> list[dict]:
    lines = [line for line in stream.splitlines() if line.startswith(b"data: {")]
    return [json.loads(line[6:]) for line in lines]


def _text(stream: bytes) -> str:
    choices = [event["choices"][0] for event in _events(stream) if event["choices"]]
    return "".join(choice["delta"].get("content", "") for choice in choices)


def _join(chunks: list[bytes]) -> list[bytes]:
    return list(joined(iter(chunks), lambda: False))


def test_the_first_text_goes_on_at_once_and_the_words_after_it_become_one_event():
    passed = _join([_event("Sales "), *[_event(f"{n} ") for n in range(9)], _event(None, "stop")])

    assert _text(passed[0]) == "Sales "
    assert len(_events(b"".join(passed))) == 3
    assert _text(b"".join(passed)) == "Sales 0 1 2 3 4 5 6 7 8 "


@given(st.lists(st.text(max_size=8), max_size=20), st.integers(1, 40), st.booleans())
def test_no_character_is_lost_however_the_bytes_are_cut(words, size, carriage_returns):
    stream = b"".join(_event(word) for word in words) + _event(None, "stop") + b"data: [DONE]\n\n"
    if carriage_returns:
        stream = stream.replace(b"\n\n", b"\r\n\r\n")
    out = b"".join(_join([stream[i : i + size] for i in range(0, len(stream), size)]))

    assert _text(out) == "".join(words)
    assert out.rstrip().endswith(b"data: [DONE]")
    assert _events(out)[-1]["choices"][0]["finish_reason"] == "stop"


@pytest.mark.parametrize(
    "other",
    [
        b": keep-alive\n\n",
        b"event: ping\ndata: {}\n\n",
        b'data: {"error": {"message": "died"}}\n\n',
        b'data: {"choices": [{"delta": 7}]}\n\n',
        b'data: {"choices": [{"delta": {"con\n\n',
        b'data: {"choices": [], "usage": {"prompt_tokens": 3}}\n\n',
        b'data: {"choices": [{"delta": {"content": "a", "tool_calls": []}}]}\n\n',
        b'data: {"choices": [{"delta": {"content": "a"}, "finish_reason": "stop"}]}\n\n',
        b"\xff\xfe\n\n",
    ],
)
def test_what_is_no_plain_text_goes_on_byte_for_byte_and_in_its_place(other: bytes):
    out = b"".join(_join([_event("a"), _event("b"), _event("c"), other, _event("d")]))
    before, _, after = out.partition(other)

    assert _text(before) == "abc"
    assert _text(after) == "d"


def test_what_was_held_back_goes_on_before_an_error():
    def cut():
        yield _event("a") + _event("b")
        yield _event("c")
        raise ConnectionError

    passed = joined(cut(), lambda: False)
    before = [next(passed), next(passed)]

    with pytest.raises(ConnectionError):
        next(passed)
    assert _text(b"".join(before)) == "abc"


def test_an_event_without_an_end_is_refused():
    with pytest.raises(ValueError, match="without an end"):
        _join([b"data: " + b"x" * (LONGEST_LINE + 1)])
