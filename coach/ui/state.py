"""The services as the page sees them: built once, beside the server's start."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import streamlit as st

if TYPE_CHECKING:
    from coach.bootstrap import Services


def _build() -> Services:
    from coach.bootstrap import build_services
    from coach.settings import load_settings

    return build_services(load_settings())


class Warming:
    """Services on their way: built in a thread, so that the first page waits for nothing.

    Lives as long as the app. Safe from many threads.
    """

    def __init__(self, build: Callable[[], Services]) -> None:
        self._build = build
        self._done = threading.Event()
        self._services: Services | None = None
        self._error: BaseException | None = None
        threading.Thread(target=self._run, name="warm-up", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether `result` returns (or raises) at once."""
        return self._done.is_set()

    @property
    def failed(self) -> bool:
        """Whether the services could not be built."""
        return self._error is not None

    def result(self) -> Services:
        """Wait for the services.

        Raises:
            CoachError: they cannot be built; it says why and what to do.
        """
        self._done.wait()
        if self._error is not None:
            raise self._error
        return cast("Services", self._services)

    def close(self) -> None:
        """End the services, finished or not."""
        if self.ready and self._services is not None:
            self._services.close()

    def _run(self) -> None:
        try:
            self._services = self._build()
        except BaseException as exc:  # handed to whoever asks for the result
            self._error = exc
        finally:
            self._done.set()


@st.cache_resource(show_spinner=False)
def warming(_builder: Callable[[], Services] = _build) -> Warming:
    """Return the one warm-up of this process; the first call starts it."""
    return Warming(_builder)


def is_ready() -> bool:
    """Whether `services` returns at once."""
    return "services" in st.session_state or warming().ready


def services() -> Services:
    """Return the services, waiting for them; a test's own ones come from the session.

    Raises:
        CoachError: they cannot be built.
    """
    if "services" in st.session_state:
        return cast("Services", st.session_state["services"])
    return warming().result()


def start_again() -> None:
    """Forget a failed start, so that the next run tries again; services that stand stay."""
    if warming().failed:
        warming.clear()
