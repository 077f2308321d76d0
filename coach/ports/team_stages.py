"""Where it is kept at which stage a team is."""

from __future__ import annotations

from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.team_stage import TeamStage


class TeamStages(Protocol):
    """Keeps one finding for a workspace, the newest.

    Every method raises a `StorageError` where the records cannot be used.
    """

    def get(self, person: Person) -> TeamStage | None:
        """Return the newest finding; `None` where none is, or its round is hidden."""
        ...

    def put(self, person: Person, found: TeamStage) -> None:
        """Store a finding, unless a newer one stands; it goes for good with its round."""
        ...

    def remove(self, person: Person) -> None:
        """Keep nothing of the workspace any more."""
        ...
