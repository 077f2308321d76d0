"""Where a team stands: the stage with its evidence, and whether to move at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage

ENOUGH = Fraction(3, 5)  # the share from which on one stage is named alone


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


def verdict_of(distribution: Distribution) -> tuple[Stage, ...]:
    """Return the one stage that has three shares in five, else the two likeliest, in their order.

    The two need not be neighbours: where the sides plainly see different stages, it lies between
    what sales sees and what marketing sees.
    """
    likeliest = sorted(Stage, key=lambda stage: distribution[stage], reverse=True)
    if distribution[likeliest[0]] >= ENOUGH:
        return (likeliest[0],)
    return tuple(sorted(likeliest[:2], key=lambda stage: stage.number))


def choose(
    conditions: Iterable[Condition], replies: Mapping[str, Reply], stay_needs_all: bool = False
) -> Choice:
    """Weigh the replies, by the conditions' ids; what was not replied to says nothing.

    One reason to move is enough, unless something speaks for staying as well. One reason to stay is
    enough, too, or all of them where `stay_needs_all`; and so is a no to every reason to move.
    """
    conditions = tuple(conditions)
    staying = [replies.get(c.id) for c in conditions if c.speaks_for is Choice.STAY]
    moving = [replies.get(c.id) for c in conditions if c.speaks_for is Choice.MOVE]
    if stay_needs_all:
        stays = bool(staying) and all(reply is Reply.YES for reply in staying)
        may_stay = Reply.YES in staying and Reply.NO not in staying
    else:
        stays = may_stay = Reply.YES in staying
    if Reply.YES in moving:
        return Choice.UNDECIDED if may_stay else Choice.MOVE
    if stays or (moving and all(reply is Reply.NO for reply in moving)):
        return Choice.STAY
    return Choice.UNDECIDED
