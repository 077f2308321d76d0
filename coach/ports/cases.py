"""Where kept quarrels are stored, and the accounts of their other sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from coach.domain.accounts import Exchange, OpenedAccount
from coach.domain.cases import CountedCase, KeptCase, ListedCase
from coach.domain.conversation import Person
from coach.domain.links import Link


class Cases(Protocol):
    """Keeps cases for the person who kept them: nobody else of the workspace sees them.

    Every method raises `NotFound` for what is not there, hidden or somebody else's, and a
    `StorageError` where the records cannot be used.
    """

    def add(self, person: Person, case: KeptCase) -> None:
        """Store a new case."""
        ...

    def get(self, person: Person, case: str) -> KeptCase:
        """Return one case."""
        ...

    def list(self, person: Person) -> Sequence[ListedCase]:
        """Return a line for each case, the latest first."""
        ...

    def due(self, person: Person, today: date) -> int:
        """Return how many cases ask how their step went."""
        ...

    def change(self, person: Person, case: str, change: Callable[[KeptCase], KeptCase]) -> KeptCase:
        """Store what `change` makes of a case, in one transaction."""
        ...

    def counted(self, person: Person, since: datetime) -> Sequence[CountedCase]:
        """Return each case that the workspace kept since then, to be counted; never whose."""
        ...

    def hide(self, person: Person, case: str) -> None:
        """Take it out of the list at once; its link leads nowhere."""
        ...

    def unhide(self, person: Person, case: str) -> None:
        """Bring a hidden one back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...


Settle = Callable[[KeptCase, Exchange], Exchange]
"""What an action makes of an exchange, told the case that it is of."""


class Exchanges(Protocol):
    """Keeps what both sides of a case write; raises as `Cases` does.

    An action takes what is stored and gives what shall be stored, in one transaction.
    """

    def ask(self, person: Person, exchange: Exchange, link: tuple[Link, str]) -> None:
        """Store a new asking with its link in the place of an older one, whose link goes."""
        ...

    def of(self, person: Person, case: str) -> Exchange | None:
        """Return what was asked of the other side of a case, `None` where nothing."""
        ...

    def settle(self, person: Person, case: str, action: Settle) -> Exchange:
        """Store what the asker's action makes of it."""
        ...

    def open(self, token: str, key: str = "") -> OpenedAccount | None:
        """Return what the link with this fingerprint opens, `None` where nothing.

        `key` is the fingerprint of the device's.
        """
        ...

    def answer(
        self, token: str, key: str, action: Callable[[KeptCase, OpenedAccount], Exchange]
    ) -> Exchange | None:
        """Store what the other side's action makes of it; its first one uses the link up.

        What is raised in `action` leaves all as it is. `None` where the link opens nothing.
        """
        ...
