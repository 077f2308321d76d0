"""An agenda as a checked object: questions with one owner each, minutes that sum to the length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coach.domain.notes import Outcome
from coach.domain.stages import Side, Stage

SHORTEST, LONGEST = 5, 480  # minutes of a meeting
LEAST = 2  # minutes of any item


class Part(StrEnum):
    """What a row of the agenda is for; only `ITEM` and `CARRIED` are about the matter itself."""

    OPENING = "opening"
    CARRIED = "carried"  # the actions still open from last time
    ITEM = "item"
    BREAK = "break"
    LUNCH = "lunch"
    BUFFER = "buffer"
    CLOSE = "close"


class Repeat(StrEnum):
    """How often a meeting is held."""

    ONCE = "once"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who comes: a person's name, or a role where nobody was named."""

    name: str
    side: Side
    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody promised: open until a person closes it.

    `since` is the day of the meeting that made it, `carried` how often it came up since, now
    included.
    """

    id: str
    text: str
    owner: str
    side: Side
    due: date | None = None
    since: date | None = None
    carried: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One row of an agenda: a question, what it should lead to, exactly one owner, whole minutes.

    It is never given less than `minimum`; `ideal` is what it wants. `weight` tells what goes first
    where there is no room: the higher stays. `locked`: a person set its minutes. `one_side`: one
    side presents, so it does not count for the balance. `note` is where it comes from, `was` the
    wording before blame was taken out of it.
    """

    question: str
    outcome: Outcome
    owner: str
    side: Side
    minutes: int = 0
    minimum: int = LEAST
    ideal: int = 10
    prework: str = ""
    done_when: str = ""
    note: str = ""
    part: Part = Part.ITEM
    weight: float = 1.0
    locked: bool = False
    one_side: bool = False
    was: str = ""

    @property
    def is_matter(self) -> bool:
        """Whether it is what the meeting is about, not its frame."""
        return self.part is Part.ITEM

    @property
    def is_pause(self) -> bool:
        """Whether nobody has to be in the room."""
        return self.part in (Part.BREAK, Part.LUNCH)


class Where(StrEnum):
    """Where a question goes that has no room."""

    WRITTEN = "written before"
    NEXT = "next time"
    ELSEWHERE = "not in a group"  # about a person: one to one, the manager or HR


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that is not on the agenda, where it goes, and why."""

    item: Item
    where: Where
    why: str

    @property
    def line(self) -> str:
        """Say it in one line."""
        return f"{self.item.question} ({self.where}: {self.why})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A meeting's plan. `start` has its zone; `None` while no date is set.

    `organiser` is who of the people sends the invitation, "" for the chair. `note` is the
    playbook's meeting it was made from, `actions` are still open from last time.
    `warnings` are rules that a person's edit or the length broke, in plain sentences. `instead` is
    the text to send where the meeting should rather be cancelled, else "".
    """

    title: str
    outcome: str
    minutes: int
    people: tuple[Attendee, ...]
    items: tuple[Item, ...]
    start: datetime | None = None
    zone: str = "UTC"
    repeat: Repeat = Repeat.ONCE
    chair: str = ""
    note_taker: str = ""
    organiser: str = ""
    stage: Stage | None = None
    note: str = ""
    actions: tuple[Action, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    instead: str = ""

    @property
    def total(self) -> int:
        """The minutes of all items; other than `minutes` only after an edit that does not fit."""
        return sum(item.minutes for item in self.items)

    @property
    def matters(self) -> tuple[Item, ...]:
        """What it is about, without the frame."""
        return tuple(item for item in self.items if item.is_matter)

    @property
    def end(self) -> datetime | None:
        """When it ends, in its zone: real minutes, also where the clocks change meanwhile."""
        return None if self.start is None else _later(self.start, self.minutes)

    @property
    def starts(self) -> tuple[datetime | None, ...]:
        """When each item begins, in order; `None` while no date is set."""
        begins, passed = [], 0
        for item in self.items:
            begins.append(None if self.start is None else _later(self.start, passed))
            passed += item.minutes
        return tuple(begins)

    @property
    def sides(self) -> frozenset[Side]:
        """The sides that come."""
        return frozenset(person.side for person in self.people)

    @property
    def both_attend(self) -> bool:
        """Whether sales and marketing are both there."""
        return self.sides >= {Side.SALES, Side.MARKETING}

    def with_items(self, items: tuple[Item, ...]) -> Agenda:
        """Return it with other items."""
        return replace(self, items=items)


def _later(start: datetime, minutes: int) -> datetime:
    return (start.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
