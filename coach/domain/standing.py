"""Where a team stands: the stage with its evidence, and whether to move at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage


class Choice(StrEnum):
    """Whether to go on to the next stage; staying is a result like the others."""

    STAY = "stay"
    MOVE = "move"
    UNDECIDED = "undecided"


class Reply(StrEnum):
    """What a person says to a question about their business."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that would speak for staying at a stage or for moving on from it.

    `id` names it in stored replies; `question` is asked of a person, `reason` is what a yes means.
    """

    id: str
    stage: Stage
    speaks_for: Choice
    question: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one side sees in one statement: the anchor nearest to its answers, word for word."""

    statement: str
    side: Side
    value: Fraction
    stage: Stage
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Stay, move or undecided, with the reasons in words; `note` is where to read on.

    `conditions` are the questions to ask for the stage found, asked or not.
    """

    choice: Choice
    reasons: tuple[str, ...]
    note: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage found, honestly: `verdict` holds one stage, or the two it lies between.

    `evidence` speaks for the verdict, `against` doesn't; `would_change` says what would make it
    another one.
    """

    verdict: tuple[Stage, ...]
    distribution: Distribution
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    would_change: tuple[str, ...]
    advice: Advice

    @property
    def code(self) -> str:
        """`defined`, or `between:defined:aligned`."""
        if len(self.verdict) == 1:
            return self.verdict[0].value
        return ":".join(["between", *(stage.value for stage in self.verdict)])
