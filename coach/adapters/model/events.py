"""The events of a streamed answer, neighbouring pieces of text joined.

Words come fifty times a second, a page redraws ten times. To take each word through the libraries
costs 0.1 ms of the interpreter, which a hundred answers at once do not have (measured: 59 % of a
core as the words come, 41 % joined). So the first text goes on at once, and what follows within
`EVERY` seconds becomes one event. At most that much text is ever held back, and never at an end,
an error or a hang-up; whatever is not plainly a piece of text goes on byte for byte.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

EVERY = 0.1  # seconds between two joined events
EVENTS = 200  # a second of all answers together
WAITED = 0.002  # seconds: a read that took longer had to wait for the network
LONGEST_LINE = 1_000_000  # bytes; an endpoint that sends more in one event sends no answer
_PIECE = frozenset({"content", "role"})


class Pace:
    """How often the answers of one client go on; `every` is in seconds. Lives as long as it."""

    def __init__(self) -> None:
        self._open = 0
        self._lock = threading.Lock()

    @property
    def every(self) -> float:
        """The seconds between two joined events of an answer."""
        return max(EVERY, self._open / EVENTS)

    def __enter__(self) -> Pace:
        """Count an answer that begins."""
        with self._lock:
            self._open += 1
        return self

    def __exit__(self, *_: object) -> None:
        """Count an answer that has ended."""
        with self._lock:
            self._open -= 1


def joined(
    chunks: Iterator[bytes], idle: Callable[[], bool], pace: Pace | None = None
) -> Iterator[bytes]:
    """Yield an event stream with neighbouring pieces of text joined, at its client's `pace`.

    `idle` says whether nothing lies in the socket: then the rest of the time is slept, so that
    the words to come are read together and not one wake-up each.

    Raises:
        ValueError: an event is longer than any answer.
    """
    events, due, pace = _Events(), 0.0, pace or Pace()
    asked = time.monotonic()
    try:
        for chunk in chunks:
            passed = events.take(chunk)
            now = time.monotonic()
            if events.held and now >= due:
                passed += events.release()
                due = now + pace.every
            elif events.held and now - asked > WAITED and idle():
                time.sleep(due - now)
            if passed:
                yield passed
            asked = time.monotonic()
    except Exception:
        yield events.release()
        raise
    yield events.end()


class _Events:
    """Joins the events of one stream; lives as long as it."""

    def __init__(self) -> None:
        self._rest = b""
        self._event: dict[str, Any] | None = None
        self._texts: list[str] = []

    @property
    def held(self) -> bool:
        """Whether there is text that was not passed on yet."""
        return any(self._texts)

    def take(self, chunk: bytes) -> bytes:
        """Keep the pieces of text in `chunk`; return what goes on now."""
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            raise ValueError("an event without an end")
        out = []
        for line in lines:
            piece = _piece(line)
            if piece is not None:
                self._event = piece
                self._texts.append(piece["choices"][0]["delta"]["content"])
            elif line.strip() or self._event is None:
                out += [self.release(), line, b"\n"]
        return b"".join(out)

    def release(self) -> bytes:
        """Return what is held as one event."""
        if self._event is None:
            return b""
        self._event["choices"][0]["delta"]["content"] = "".join(self._texts)
        data = json.dumps(self._event).encode()
        self._event, self._texts = None, []
        return b"data: " + data + b"\n\n"

    def end(self) -> bytes:
        """Return all that is left."""
        return self.release() + self._rest


def _piece(line: bytes) -> dict[str, Any] | None:
    """Return an event that carries a piece of the first choice's text and nothing else."""
    if not line.startswith(b"data: {"):
        return None
    try:
        event: dict[str, Any] = json.loads(line[6:])
        (choice,) = event["choices"]
        plain = choice["delta"].keys() <= _PIECE and isinstance(choice["delta"]["content"], str)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    more = choice.get("index") or choice.get("finish_reason") or choice.get("logprobs")
    return event if plain and not more and not event.get("usage") else None
