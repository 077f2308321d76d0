"""An agenda, or the minutes of it, as the lines that every form shows, ready to be laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from coach.adapters.exports.plain import day, nth_time, offset, short_day, tidy
from coach.domain.agenda import Action, Agenda, Attendee, Item, Part, Repeat
from coach.domain.stages import Side

TO = {
    Part.OPENING: "open",
    Part.CARRIED: "review",
    Part.BREAK: "pause",
    Part.LUNCH: "pause",
    Part.BUFFER: "spare",
    Part.CLOSE: "close",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: `when` is the time of day, or the minutes passed where none is set."""

    when: str
    minutes: int
    question: str
    to: str
    owner: str
    side: Side
    done_when: str
    frame: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What one person prepares, and for which question."""

    owner: str
    side: Side
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Left:
    """A question that is not on the agenda, where it goes and why."""

    question: str
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written down in a meeting, and what is said of it; `owner` of an action alone."""

    text: str
    details: tuple[str, ...] = ()
    owner: str = ""
    side: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Section:
    """What was written down of one kind."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that a form writes, every text on one line; `facts` are when, how long and who leads.

    `held`: these are the minutes of a meeting, in `sections`; an agenda has none. `alone`: it is a
    page of sections without a meeting, and `outcome` says it all in a sentence.
    """

    title: str
    outcome: str
    facts: tuple[str, ...]
    people: tuple[Attendee, ...]
    rows: tuple[Row, ...]
    tasks: tuple[Task, ...]
    actions: tuple[Action, ...]
    left: tuple[Left, ...]
    total: str
    instead: str
    start: datetime | None
    sections: tuple[Section, ...] = ()
    held: bool = False
    alone: bool = False

    @property
    def who(self) -> str:
        """The heading of the people: minutes cannot tell who was there."""
        return "Who was invited" if self.held else "Who comes"


def sheet(agenda: Agenda, actions: Sequence[Action]) -> Sheet:
    """Return the agenda's lines, with its times in its zone."""
    agenda = localised(agenda)
    return Sheet(
        title=tidy(agenda.title) or "Meeting",
        outcome=tidy(agenda.outcome),
        facts=_facts(agenda),
        people=tuple(_person(person) for person in agenda.people),
        rows=_rows(agenda),
        tasks=tuple(_task(item) for item in agenda.items if tidy(item.prework)),
        actions=tuple(_action(action) for action in actions),
        left=tuple(
            Left(tidy(left.item.question), left.where.value, tidy(left.why))
            for left in agenda.left_out
        ),
        total=_total(agenda),
        instead="\n".join(line for line in map(tidy, agenda.instead.splitlines()) if line),
        start=agenda.start,
    )


def localised(agenda: Agenda) -> Agenda:
    """Return it with its start on the clocks of its zone."""
    if agenda.start is None:
        return agenda
    return replace(agenda, start=agenda.start.astimezone(ZoneInfo(agenda.zone)))


def carried(action: Action) -> str:
    """Say since when an action is open and how often it came up; "" for a new one."""
    if not action.carried:
        return ""
    since = f" from {short_day(action.since)}" if action.since else ""
    return f"carried{since}, {nth_time(action.carried)}"


def _facts(agenda: Agenda) -> tuple[str, ...]:
    when = f"{agenda.minutes} minutes"
    if agenda.start and agenda.end:
        begin, end = agenda.start, agenda.end
        last = f"{end:%H:%M}" if end.date() == begin.date() else f"{day(end)}, {end:%H:%M}"
        clock = f"{tidy(agenda.zone)}, {offset(begin)}" if agenda.zone != "UTC" else "UTC"
        when = f"{day(begin)}, {begin:%H:%M}–{last} ({clock}) · {when}"
    if agenda.repeat is not Repeat.ONCE:
        when += f" · {agenda.repeat.value}"
    roles = (("Chair", tidy(agenda.chair)), ("Notes", tidy(agenda.note_taker)))
    lead = " · ".join(f"{name}: {who}" for name, who in roles if who)
    return tuple(line for line in (when, lead) if line)


def _rows(agenda: Agenda) -> tuple[Row, ...]:
    rows, passed = [], 0
    for item, begins in zip(agenda.items, agenda.starts, strict=True):
        rows.append(
            Row(
                when=f"{begins:%H:%M}" if begins else f"{passed // 60}:{passed % 60:02}",
                minutes=item.minutes,
                question=tidy(item.question),
                to=item.outcome.value if item.is_matter else TO[item.part],
                owner="" if item.is_pause else tidy(item.owner),
                side=item.side,
                done_when=tidy(item.done_when),
                frame=not item.is_matter,
            )
        )
        passed += item.minutes
    return tuple(rows)


def _task(item: Item) -> Task:
    return Task(tidy(item.owner), item.side, tidy(item.prework), tidy(item.question))


def _person(person: Attendee) -> Attendee:
    name, role = tidy(person.name), tidy(person.role)
    return replace(person, name=name or role, role=role if name else "", email=tidy(person.email))


def _action(action: Action) -> Action:
    return replace(action, text=tidy(action.text), owner=tidy(action.owner))


def _total(agenda: Agenda) -> str:
    if agenda.total == agenda.minutes:
        return f"{agenda.total} minutes in all"
    return f"{agenda.total} minutes planned in a meeting of {agenda.minutes}"
