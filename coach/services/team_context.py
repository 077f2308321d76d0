"""The stage a team is at: found by a round or a check, or said by hand; the newest counts."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin, TeamStage
from coach.ports import Clock
from coach.ports.team_stages import TeamStages


class TeamContext:
    """Says what stage to begin from, and takes what was found. Lives as long as the app.

    All methods raise a `StorageError` where the records cannot be used.
    """

    def __init__(self, kept: TeamStages, clock: Clock) -> None:
        self._kept, self._clock = kept, clock

    def current(self, person: Person) -> TeamStage | None:
        """Return what counts for the person's workspace, `None` where nothing does."""
        found = self._kept.get(person)
        return found if found is not None and found.verdict else None

    def choose(self, person: Person, verdict: Sequence[Stage], origin: Origin) -> None:
        """Keep what the person found just now, in the place of whatever stood."""
        self._kept.put(person, TeamStage(tuple(verdict), origin, self._clock.now()))

    def adopt(self, person: Person, of: Round, verdict: Sequence[Stage]) -> None:
        """Keep what a closed round found, unless something as new as its end stands."""
        stands = self._kept.get(person)
        if stands is not None and stands.found_at >= of.closes_at:
            return
        self._kept.put(person, TeamStage(tuple(verdict), Origin.ROUND, of.closes_at, of.id))

    def clear(self, person: Person) -> None:
        """Let nothing count that was found until now."""
        self._kept.put(person, TeamStage((), Origin.HAND, self._clock.now()))

    def forget(self, person: Person) -> None:
        """Keep nothing, not even that nothing counts, for a workspace that is taken away."""
        self._kept.remove(person)
