"""The HTTP client of a language model: one connection a call, events joined.

Imported by the first call only: the library behind it takes a tenth of a second to load.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import httpx2

from coach.adapters.model_events import joined
from coach.adapters.model_line import current_line

CONNECT = 5.0  # seconds to reach a host


def http_client(timeout: httpx2.Timeout) -> httpx2.Client:
    """Return a client whose requests go over the line of the thread that makes them."""
    for name in ("httpx2", "httpcore2", "openai"):  # they log addresses, even whole requests
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx2.Client(
        timeout=timeout,
        # A connection for each call, so that each call's connection is known (see `Line`).
        limits=httpx2.Limits(max_connections=None, max_keepalive_connections=0),
        event_hooks={"request": [_put_on_line], "response": [_join_events]},
    )


def timeouts(seconds: float) -> httpx2.Timeout:
    """Return `seconds` without a byte, and at most `CONNECT` to reach the host."""
    return httpx2.Timeout(seconds, connect=min(CONNECT, seconds))


def _put_on_line(request: httpx2.Request) -> None:
    line = current_line()
    if line is not None:
        request.extensions["trace"] = line.trace


def _join_events(response: httpx2.Response) -> None:
    stream, kind = response.stream, response.headers.get("content-type", "")
    if not kind.startswith("text/event-stream") or "content-encoding" in response.headers:
        return
    if isinstance(stream, httpx2.SyncByteStream):
        response.stream = _Joined(stream, response.extensions["network_stream"])


class _Joined(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, network: Any) -> None:
        self._stream = stream
        self._network = network

    def __iter__(self) -> Iterator[bytes]:
        return joined(iter(self._stream), lambda: not self._network.get_extra_info("is_readable"))

    def close(self) -> None:
        self._stream.close()
