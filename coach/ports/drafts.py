"""Where agendas lie that nobody has kept yet."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.drafts import AgendaDraft


class AgendaDrafts(Protocol):
    """Keeps drafts aside for one person each: nobody else of the workspace sees them.

    Every method raises a `StorageError` where the records cannot be used.
    """

    def put(self, person: Person, draft: AgendaDraft) -> None:
        """Store a draft as it stands now, in the place of what was stored of it."""
        ...

    def get(self, person: Person, draft: str) -> AgendaDraft:
        """Return a draft.

        Raises:
            NotFound: it was kept or dropped, is another person's, or its days are over.
        """
        ...

    def latest(self, person: Person) -> AgendaDraft | None:
        """Return the draft that was worked on last."""
        ...

    def drop(self, person: Person, draft: str) -> None:
        """Delete a draft for good, bytes included; one that is not there is no fault."""
        ...

    def purge(self, untouched_since: datetime) -> int:
        """Delete for good what nobody has touched since then; return how many drafts."""
        ...
