"""The stage a team works at, as the default for whatever fits its words to a stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.domain.stages import Stage


class Origin(StrEnum):
    """Who says at which stage a team is."""

    ROUND = "round"  # both sides, in a closed round
    CHECK = "check"  # one person, by the short check
    HAND = "hand"  # somebody, without being asked anything


@dataclass(frozen=True, slots=True)
class TeamStage:
    """What was found last: one stage, or the two a team is between.

    An empty `verdict` was cleared by hand, so that what is older counts no more either. `round` is
    the id of the round it comes from.
    """

    verdict: tuple[Stage, ...]
    origin: Origin
    found_at: datetime
    round: str = ""

    @property
    def stage(self) -> Stage | None:
        """The one to fit words to; of two the lower, because its work is not done yet."""
        return self.verdict[0] if self.verdict else None
