"""What leaves this machine, and who agreed to it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from coach.domain.conversation import Person
from coach.domain.status import Consent
from coach.ports import Consents


@dataclass(frozen=True, slots=True)
class Leaving:
    """The models on other machines: the `author` and the `embedder`, `None` where none is used.

    A person's text goes to them once that person agreed to all of them; the notes, which are
    everybody's, go to the embedder once anybody agreed to it. Lives as long as the app; safe from
    many threads.
    """

    author: Consent | None
    embedder: Consent | None
    consents: Consents
    _notes: threading.Event = field(default_factory=threading.Event)

    @property
    def places(self) -> tuple[Consent, ...]:
        """Where text goes, the author first."""
        return tuple(place for place in (self.author, self.embedder) if place is not None)

    def missing(self, person: Person) -> tuple[Consent, ...]:
        """Return what the person has not agreed to."""
        return tuple(p for p in self.places if self._since(person, p) is None)

    def since(self, person: Person) -> datetime | None:
        """Return when the person had agreed to all of it, `None` where they have not."""
        given = [self._since(person, place) for place in self.places]
        known = [moment for moment in given if moment is not None]
        return max(known) if known and len(known) == len(given) else None

    def agree(self, person: Person) -> None:
        """Remember that the person agreed to all of it."""
        for place in self.missing(person):
            self.consents.give(person, place.host, place.model)
        self._notes.set()

    @property
    def holds_notes(self) -> bool:
        """Whether the notes wait for somebody to agree, as far as is known; costs nothing."""
        return self.embedder is not None and not self._notes.is_set()

    def notes_may_leave(self) -> bool:
        """Look whether the notes may go to the embedder; another process may have been told."""
        if self.embedder is None or self._notes.is_set():
            return True
        if self.consents.anybody(self.embedder.host, self.embedder.model):
            self._notes.set()
        return self._notes.is_set()

    def wait(self, seconds: float) -> None:
        """Wait until somebody agrees here, so long at most."""
        self._notes.wait(seconds)

    def _since(self, person: Person, place: Consent) -> datetime | None:
        return self.consents.since(person, place.host, place.model)
