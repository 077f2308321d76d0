"""A round of the survey: asked of each side apart, open until its day, read only once closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coach.domain.links import Link
from coach.domain.stages import Side
from coach.domain.survey import Response

GRACE = timedelta(seconds=60)
"""How long after closing an answer still counts: it was sent in time, or a clock goes wrong.

Results are shown only after it, so that none comes in once somebody has seen them.
"""


class RoundState(StrEnum):
    """Where a round stands."""

    OPEN = "open"
    CLOSING = "closing"  # the grace runs: answers on their way count, nothing is shown yet
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One asking of the survey; `sides` are those who get links, `owner` who started it."""

    id: str
    title: str
    owner: str
    sides: tuple[Side, ...]
    started_at: datetime
    closes_at: datetime

    @property
    def final_at(self) -> datetime:
        """When the last answer can come in, and the results can be shown."""
        return self.closes_at + GRACE

    def state(self, now: datetime) -> RoundState:
        """Return where it stands at `now`."""
        if now < self.closes_at:
            return RoundState.OPEN
        return RoundState.CLOSING if now < self.final_at else RoundState.CLOSED


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers of a side there are: `given` through links, `typed` in by who runs it."""

    given: int = 0
    typed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.given + self.typed


@dataclass(frozen=True, slots=True)
class Opened:
    """What a token opens: a link with its round, and what this device answered before."""

    link: Link
    round: Round
    given: Response | None = None
