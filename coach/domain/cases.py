"""A quarrel that a person chose to keep, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from coach.domain.conflict import Analysis
from coach.domain.rehearsal import Debrief
from coach.domain.stages import Side

LONGEST_CHANGE = 300  # characters of the line on what changed


class Told(StrEnum):
    """What a person tells of the step."""

    DONE = "done"
    NOT_YET = "not_yet"
    DROPPED = "dropped"


class After(StrEnum):
    """Where a next step comes from; each is the note's own."""

    FIRST = "first"  # the step that the case was answered with
    AGAIN = "again"
    OPTION = "option"  # the next way out
    HELP = "help"  # whoever should step in at that heat
    SETTLED = "settled"  # nothing more is asked


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do now, and when the page asks about it; `None` where it asks no more."""

    kind: After
    what: str
    by: date | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One answer to "was the step done, what changed?", and the step that followed from it."""

    on: date
    told: Told
    changed: str = field(repr=False)
    next: NextStep = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """A case as it was kept: its analysis stays as it was shown, until somebody has it redone.

    `note` is the pattern that the person chose, "" where they chose none.
    """

    id: str
    text: str = field(repr=False)
    side: Side | None
    note: str
    kept_at: datetime
    analysis: Analysis = field(repr=False)
    follow_ups: tuple[FollowUp, ...] = ()
    debriefs: tuple[Debrief, ...] = ()

    @property
    def title(self) -> str:
        """Its line in the list."""
        return self.analysis.summary

    @property
    def pattern(self) -> str:
        """The recurring quarrel that it counts as, "" where none."""
        return self.analysis.patterns[0].note if self.analysis.patterns else ""

    @property
    def step(self) -> NextStep:
        """The step that stands now."""
        if self.follow_ups:
            return self.follow_ups[-1].next
        return NextStep(After.FIRST, self.analysis.step.what, self.analysis.step.by)


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A line of the list of kept cases; `told` is the last answer, `due_on` when it asks next.

    `begins` is how its text begins, which tells apart two cases of one quarrel.
    """

    id: str
    title: str
    kept_at: datetime
    due_on: date | None
    told: Told | None
    begins: str = field(default="", repr=False)

    def asks(self, today: date) -> bool:
        """Whether it asks now how the step went."""
        return self.due_on is not None and self.due_on <= today


@dataclass(frozen=True, slots=True)
class CountedCase:
    """A kept case as a workspace counts it: nothing of its text, and not whose it is.

    `pattern` is "" where it is none of the playbook's; `told` is the last answer about its step.
    """

    pattern: str
    kept_at: datetime
    told: Told | None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A quarrel that a workspace kept more than once in a quarter, without anybody's name.

    `note` is the quarrel's, `prevents` the note that keeps it from coming back, "" where the
    playbook names none; `meeting` is what to hold over it.
    """

    note: str
    title: str
    count: int
    year: int
    quarter: int
    prevents: str = ""
    meeting: str = ""
