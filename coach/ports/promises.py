"""Where promises and thank-yous are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.promises import Promise
from coach.domain.thanks import ThankYou


class Promises(Protocol):
    """Keeps promises for a workspace: everybody of it sees and changes all of them.

    A change takes what is stored and gives what shall be stored, in one transaction. Every method
    raises `NotFound` for what is not there, hidden or another workspace's, and a `StorageError`
    where the records cannot be used.
    """

    def add(self, person: Person, promise: Promise) -> None:
        """Store a new promise."""
        ...

    def list(self, person: Person) -> Sequence[Promise]:
        """Return all promises, the oldest first."""
        ...

    def change(self, person: Person, promise: str, change: Callable[[Promise], Promise]) -> Promise:
        """Store what `change` makes of a promise."""
        ...

    def hide(self, person: Person, promise: str) -> None:
        """Take it out of every list at once."""
        ...

    def unhide(self, person: Person, promise: str) -> None:
        """Bring a hidden one back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...


class Thanks(Protocol):
    """Keeps thank-yous for a workspace; raises as `Promises` does."""

    def add(self, person: Person, thanks: ThankYou) -> None:
        """Store a new one."""
        ...

    def list(self, person: Person, limit: int) -> Sequence[ThankYou]:
        """Return the latest, newest first."""
        ...

    def hide(self, person: Person, thanks: str) -> None:
        """Take it out of every list at once."""
        ...

    def unhide(self, person: Person, thanks: str) -> None:
        """Bring a hidden one back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...
