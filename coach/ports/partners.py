"""Who plays the other side of a conversation that somebody rehearses."""

from __future__ import annotations

from typing import Protocol

from coach.domain.rehearsal import Mark
from coach.domain.scene import Scene
from coach.ports.authors import Draft


class Partner(Protocol):
    """Plays a role and looks back on it. Lives as long as the app; safe from many threads."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    def reply(self, scene: Scene) -> Draft:
        """Start what the role says next; no text is waited for here."""
        ...

    def look_back(self, scene: Scene) -> tuple[Mark, ...]:
        """Return what it thinks of the person's lines; nothing in it is checked.

        Raises:
            AuthorError: the endpoint failed.
        """
        ...
