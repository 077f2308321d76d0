"""The HTTP client of a language model: one connection a call, events joined.

Imported by the first call only: the library behind it takes a tenth of a second to load.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import httpx2

from coach.adapters.model.events import Pace, joined
from coach.adapters.model.line import current_line

CONNECT = 5.0  # seconds to reach a host


def http_client(timeout: httpx2.Timeout) -> httpx2.Client:
    """Return a client whose requests go over the line of the thread that makes them."""
    for name in ("httpx2", "httpcore2", "openai"):  # they log addresses, even whole requests
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx2.Client(
        timeout=timeout,
        # A connection for each call, so that each call's connection is known (see `Line`).
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        event_hooks={"request": [_put_on_line], "response": [_joiner(Pace())]},
    )


def timeouts(seconds: float) -> httpx2.Timeout:
    """Return `seconds` without a byte, and at most `CONNECT` to reach the host."""
    return httpx2.Timeout(seconds, connect=min(CONNECT, seconds))


def _put_on_line(request: httpx2.Request) -> None:
    line = current_line()
    if line is not None:
        request.extensions["trace"] = line.trace


def _joiner(pace: Pace) -> Callable[[httpx2.Response], None]:
    """Return what joins the events of each streamed response of one client."""

    def join(response: httpx2.Response) -> None:
        stream, kind = response.stream, response.headers.get("content-type", "")
        if not kind.startswith("text/event-stream") or "content-encoding" in response.headers:
            return
        if isinstance(stream, httpx2.SyncByteStream):
            network = response.extensions["network_stream"]
            response.stream = _Joined(stream, network, pace)

    return join


class _Joined(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, network: Any, pace: Pace) -> None:
        self._stream = stream
        self._network = network
        self._pace = pace

    def __iter__(self) -> Iterator[bytes]:
        with self._pace:
            yield from joined(iter(self._stream), self._idle, self._pace)

    def close(self) -> None:
        self._stream.close()

    def _idle(self) -> bool:
        return not self._network.get_extra_info("is_readable")
