"""A conversation rehearsed: who is played, what was said, and how it looks afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.domain.stages import Side

LONGEST_LINE = 1_200  # characters of one thing said
MOST_LINES = 12  # that a person says in one rehearsal


class Role(StrEnum):
    """Whom the coach plays; a founder stands for neither side."""

    HEAD_OF_SALES = "head of sales"
    REP = "sales rep"
    CMO = "CMO"
    FOUNDER = "founder"

    @property
    def side(self) -> Side:
        """The side they speak for."""
        sides = {Role.CMO: Side.MARKETING, Role.FOUNDER: Side.BOTH}
        return sides.get(self, Side.SALES)


class Difficulty(StrEnum):
    """How hard they make it."""

    EASY = "easy"
    NORMAL = "normal"
    HARD = "hard"


class Criterion(StrEnum):
    """What is looked at in the person's own lines; shown before the first of them."""

    FACT = "fact"
    IMPACT = "impact"
    ASK = "ask"
    CONSTRAINT = "constraint"
    NO_BLAME = "no blame"
    NO_ALWAYS = "no always"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said; `mine` where the person who rehearses said it."""

    text: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion: `met` or not, and the person's own words that show it, if any do.

    `quotes` stand word for word in the lines; `why` is a sentence, "" where the quote says it all.
    """

    criterion: Criterion
    met: bool
    quotes: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What is kept of a rehearsal: nothing that the other side was played to say.

    `note` is the quarrel's; `by` is `playbook` or the model's name; `lines` is how many the person
    said.
    """

    at: datetime
    note: str
    role: Role
    difficulty: Difficulty
    by: str
    lines: int
    marks: tuple[Mark, ...]
    warning: str = ""

    @property
    def met(self) -> int:
        """How many of the criteria are met."""
        return sum(mark.met for mark in self.marks)

    @property
    def next(self) -> Criterion | None:
        """What to try next time: the first that is not met, `None` where all are."""
        return next((mark.criterion for mark in self.marks if not mark.met), None)
