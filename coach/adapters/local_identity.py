"""Who is asking on a machine of one's own."""

from __future__ import annotations

from coach.domain.conversation import Person, Role


class LocalIdentity:
    """The port `Identity` without accounts: whoever sits at this machine owns what is on it."""

    def current(self) -> Person:
        """Return the one owner."""
        return Person("local", "local", Role.OWNER)
