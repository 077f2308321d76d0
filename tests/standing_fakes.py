"""A fake that keeps at which stage a team is, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.domain.conversation import Person
from coach.domain.team_stage import TeamStage


@dataclass
class MemoryTeamStages:
    """The port `TeamStages`."""

    kept: dict[str, TeamStage] = field(default_factory=dict)

    def get(self, person: Person) -> TeamStage | None:
        return self.kept.get(person.workspace)

    def put(self, person: Person, found: TeamStage) -> None:
        before = self.kept.get(person.workspace)
        if before is None or before.found_at <= found.found_at:
            self.kept[person.workspace] = found

    def remove(self, person: Person) -> None:
        self.kept.pop(person.workspace, None)
