"""The connection behind one call to a model, so that any thread can hang it up."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

_CURRENT: ContextVar[Line | None] = ContextVar("line", default=None)


class Line:
    """One call's connection. Lives as long as the call; `hang_up` is safe from any thread.

    A generator cannot be closed while another thread reads from it, so hanging up shuts the
    socket down below it: the blocked read, or the TLS handshake, then ends at once. Only the look
    up of a name and the knock at a host that drops packets last on, at most five seconds.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._over = threading.Event()

    @property
    def hung_up(self) -> bool:
        """Whether somebody hung up."""
        return self._over.is_set()

    def hang_up(self) -> None:
        """End the call, now or as soon as it begins."""
        self._over.set()
        with self._lock:
            if self._socket is not None:
                _shut(self._socket)

    def wait(self, seconds: float) -> bool:
        """Wait, or until somebody hangs up; return whether somebody did."""
        return self._over.wait(seconds)

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._socket is not None:
                self._socket.close()
                self._socket = None

    @contextlib.contextmanager
    def calling(self) -> Iterator[None]:
        """Make the requests of this block, in this thread, go over this line."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Take hold of a new connection; the HTTP library tells of each step of a request."""
        if not event.endswith("connect_tcp.complete"):
            return
        # A copy: TLS detaches the first socket, and both speak of the same connection.
        wire = info["return_value"].get_extra_info("socket").dup()
        self.close()
        with self._lock:
            self._socket = wire
            if self._over.is_set():
                _shut(wire)


def current_line() -> Line | None:
    """Return the line whose `calling` block this thread is in."""
    return _CURRENT.get()


def _shut(wire: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the other end was faster
        wire.shutdown(socket.SHUT_RDWR)
