"""Clock, identifiers, identity and the pool of workers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person


class Clock(Protocol):
    """Tells the time; passed in so that tests can set it."""

    def now(self) -> datetime:
        """Return the time in UTC, with its zone."""
        ...

    def monotonic(self) -> float:
        """Return seconds from any start, never going back."""
        ...


class Ids(Protocol):
    """Makes new identifiers."""

    def new(self) -> str:
        """Return an identifier never given before."""
        ...


class Identity(Protocol):
    """Says who is asking."""

    def current(self) -> Person:
        """Return the person behind this request."""
        ...


class Runner(Protocol):
    """Runs jobs that outlive the request; the fake runs them inline."""

    def submit(self, job: Callable[[], None]) -> bool:
        """Take `job`; return whether it starts at once (false: it waits in line)."""
        ...
