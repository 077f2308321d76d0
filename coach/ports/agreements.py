"""Where agreements and shared words are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.agreement import Agreement
from coach.domain.conversation import Person
from coach.domain.shared_words import SharedWord


class Agreements(Protocol):
    """Keeps a workspace's agreements: everybody of it sees and changes them.

    A change takes what is stored and gives what shall be stored, in one transaction. Every method
    raises `NotFound` for what is not there, hidden or another workspace's, and a `StorageError`
    where the records cannot be used.
    """

    def add(self, person: Person, agreement: Agreement) -> None:
        """Store a new one, which then stands."""
        ...

    def current(self, person: Person) -> Agreement | None:
        """Return the one that stands, the latest; `None` where there is none."""
        ...

    def change(
        self, person: Person, agreement: str, change: Callable[[Agreement], Agreement]
    ) -> Agreement:
        """Store what `change` makes of an agreement."""
        ...

    def hide(self, person: Person, agreement: str) -> None:
        """Take it out of sight at once."""
        ...

    def unhide(self, person: Person, agreement: str) -> None:
        """Bring a hidden one back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...


class SharedWords(Protocol):
    """Keeps the words of a workspace; raises as `Agreements` does."""

    def list(self, person: Person) -> Sequence[SharedWord]:
        """Return the words that somebody has begun."""
        ...

    def change(
        self, person: Person, word: str, change: Callable[[SharedWord], SharedWord]
    ) -> SharedWord:
        """Store what `change` makes of a word by its key; one that nobody began begins empty."""
        ...

    def hide(self, person: Person, id_: str) -> None:
        """Take it out of sight at once."""
        ...

    def unhide(self, person: Person, id_: str) -> None:
        """Bring a hidden one back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...
