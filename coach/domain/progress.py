"""What changed over time between the sides: by round, side, direction or month, never by person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from coach.domain.cases import Recurring
from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage


class Hold(StrEnum):
    """How much of a gap stands as an earlier round showed it, as too few answered otherwise."""

    NEW = "new"
    PART = "part"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStep:
    """What one round found; `low` to `high` are the stages that hold eight shares in ten."""

    round: str
    on: date
    verdict: tuple[Stage, ...]
    distribution: Distribution
    low: Stage
    high: Stage
    team: Fraction | None
    sales: Fraction | None
    marketing: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapStep:
    """Both sides' means on one dimension in one round, and how much of it is new."""

    round: str
    on: date
    dimension: str
    sales: Fraction | None
    marketing: Fraction | None
    hold: Hold

    @property
    def gap(self) -> Fraction | None:
        """Marketing less sales; `None` where one side can't tell."""
        if self.sales is None or self.marketing is None:
            return None
        return self.marketing - self.sales


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one side took on in a year and what became of it; each is counted once.

    `carried` was given a later day, `late` is open after its day.
    """

    side: Side
    kept: int = 0
    carried: int = 0
    open: int = 0
    late: int = 0
    dropped: int = 0

    @property
    def taken(self) -> int:
        """All of it."""
        return self.kept + self.carried + self.open + self.late + self.dropped

    @property
    def expected(self) -> int:
        """What could have been kept by now: that which was, what is late, and what was dropped."""
        return self.kept + self.late + self.dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMonth:
    """The meetings that were planned for a month, and how many of them were held or called off.

    The rest are `missed`: their day went by, and nobody said what became of them.
    """

    month: date
    held: int = 0
    cancelled: int = 0
    missed: int = 0

    @property
    def planned(self) -> int:
        """All that were planned."""
        return self.held + self.cancelled + self.missed


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksMonth:
    """The thank-yous of a month, by who said them: `sales` to marketing, and the other way."""

    month: date
    sales: int = 0
    marketing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarrelMonth:
    """The quarrels that a workspace kept in a month, by what became of the step of each.

    `waiting`: nobody has said yet how it went.
    """

    month: date
    done: int = 0
    not_yet: int = 0
    dropped: int = 0
    waiting: int = 0

    @property
    def kept(self) -> int:
        """All that were kept."""
        return self.done + self.not_yet + self.dropped + self.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrels:
    """What became of quarrels: those that the workspace kept more than once this quarter.

    `months` are of all that it kept in a year. `mine` are the cases that the reader kept, `told`
    those of them that say how the step went; nobody else is told of either.
    """

    back: tuple[Recurring, ...] = ()
    months: tuple[QuarrelMonth, ...] = ()
    mine: int = 0
    told: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """All of it, oldest first. What there is nothing of yet is empty."""

    stages: tuple[StageStep, ...] = ()
    gaps: tuple[GapStep, ...] = ()
    work: tuple[Work, ...] = ()
    meetings: tuple[MeetingMonth, ...] = ()
    thanks: tuple[ThanksMonth, ...] = ()
    quarrels: Quarrels = field(default_factory=Quarrels)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw at all."""
        counted = self.stages or self.work or self.meetings or self.thanks
        quarrels = self.quarrels.back or self.quarrels.months or self.quarrels.mine
        return not (counted or quarrels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steering:
    """One page for the people both sides answer to: where they stand, and what is asked of them.

    `stages` are the last rounds, oldest first; `gaps` the widest of the last one; `asked` what the
    steering group is to do. Each sentence may be "" where there is nothing to say yet.
    """

    title: str
    of: str
    stage: str
    stages: tuple[StageStep, ...]
    gap: str
    gaps: tuple[GapStep, ...]
    kept: str
    work: tuple[Work, ...]
    asked: tuple[str, ...]
