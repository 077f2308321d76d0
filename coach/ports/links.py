"""Where links for people without an account are kept, and their secrets made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose


class Secrets(Protocol):
    """Makes what nobody can guess."""

    def new(self) -> str:
        """Return 32 random bytes as 43 letters that an address can hold."""
        ...


class Links(Protocol):
    """Keeps links by the fingerprints of their tokens; the tokens themselves never get here.

    A use is taken by whoever stores what the link was for, in the same transaction. Every method
    raises a `StorageError` where the records cannot be used.
    """

    def add(self, person: Person, links: Sequence[tuple[Link, str]]) -> None:
        """Store new links as this person's, each with the fingerprint of its token."""
        ...

    def of(self, person: Person, purpose: Purpose, subject: str) -> Sequence[Link]:
        """Return the workspace's links to a subject, in an order that tells nothing."""
        ...

    def find(self, token: str, purpose: Purpose) -> tuple[Link, Person] | None:
        """Return the link with this fingerprint and who made it, `None` where there is none.

        One for another purpose is none. Finding it uses nothing up.
        """
        ...

    def revoke(self, person: Person, link: str, now: datetime) -> None:
        """Close it for good; raises `NotFound` where it is not the workspace's."""
        ...
