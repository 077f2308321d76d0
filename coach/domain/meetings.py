"""Meetings as they are kept: a series, its meetings, and what was said, decided and promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from coach.domain.agenda import Action, Agenda, Attendee, Item, Repeat

ABANDONED = timedelta(hours=2)
"""A running meeting without a word for longer than this was cut short; no time counts after it."""


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether it is history, until a person takes that back."""
        return self in (MeetingState.HELD, MeetingState.CANCELLED)


class ActionState(StrEnum):
    """Where an action stands; only a person moves it."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a meeting's dates have in common; a meeting held once is a series of one.

    `purpose` is what it is for, as typed. `start` is the first date, which calendars count from.
    `uid` names it in calendars for good; `sequence` grows with each change that they must hear of.
    """

    id: str
    title: str
    uid: str
    purpose: str = ""
    repeat: Repeat = Repeat.ONCE
    people: tuple[Attendee, ...] = ()
    zone: str = "UTC"
    start: datetime | None = None
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """What was written to one item, and for how long it ran; `version` grows with each text."""

    text: str = ""
    version: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on which item's question, in which meeting, on which day."""

    id: str
    text: str
    question: str
    meeting: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Parked:
    """A line of the parking lot, and whose it is where that was said."""

    id: str
    text: str
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRecord:
    """An action with where it stands.

    `meeting` is where it was promised, `None` once that was deleted: what is open outlives it.
    `closed_by` is the id of the person who closed it.
    """

    action: Action
    series: str
    made_at: datetime
    meeting: str | None = None
    state: ActionState = ActionState.OPEN
    closed_by: str = ""
    closed_at: datetime | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody has closed it."""
        return self.state is ActionState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One date of a series: the agenda as planned and what became of it.

    `item` is the place of the item that runs, since `item_since`; `notes` stand in the order of
    the agenda's items. `occurrence` is the date of the series it stands for, also after it was
    moved. `sequence` is the series' at its last change, `version` counts changes of its agenda.
    `touched_at` is when something was last written while it ran.
    """

    id: str
    series: Series
    agenda: Agenda
    owner: str
    state: MeetingState = MeetingState.PLANNED
    sequence: int = 0
    version: int = 0
    occurrence: datetime | None = None
    held_at: datetime | None = None
    item: int | None = None
    item_since: datetime | None = None
    touched_at: datetime | None = None
    notes: tuple[Notes, ...] = ()
    decisions: tuple[Decision, ...] = ()
    parked: tuple[Parked, ...] = ()
    actions: tuple[ActionRecord, ...] = ()

    @property
    def untouched(self) -> tuple[Item, ...]:
        """The questions that nobody turned to: no time, no word, no decision."""
        decided = {decision.question for decision in self.decisions}
        pairs = zip(self.agenda.items, self.notes, strict=False)
        return tuple(
            item
            for item, notes in pairs
            if item.is_matter and not (notes.seconds or notes.text or item.question in decided)
        )

    @property
    def when(self) -> datetime | None:
        """When it was held, else when it is planned for."""
        return self.held_at or self.agenda.start

    def running_for(self, now: datetime) -> float:
        """Return the seconds that the running item took since it was last turned to."""
        if self.item_since is None:
            return 0.0
        last = self.touched_at or self.item_since
        until = now if now - last <= ABANDONED else last
        return max(0.0, (until - self.item_since).total_seconds())

    def seconds_on(self, item: int, now: datetime) -> float:
        """Return the seconds that an item took so far."""
        booked = self.notes[item].seconds if item < len(self.notes) else 0.0
        return booked + (self.running_for(now) if item == self.item else 0.0)


class Kept(StrEnum):
    """What is found again in the history; a search finds decisions and actions."""

    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"  # of an agenda: it was talked about


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A decision, action or question found again, with the meeting to cite for it.

    `meeting` is `None` where that was deleted; `title` is then the series'. `found` counts the
    words of the search in it. `state` and `owner` are an action's.
    """

    kind: Kept
    id: str
    text: str
    title: str
    on: date
    series: str
    meeting: str | None = None
    question: str = ""
    owner: str = ""
    state: ActionState | None = None
    found: int = 0
