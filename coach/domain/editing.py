"""What a person changes in an agenda: never refused; the rest gives way, or a warning says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coach.domain.agenda import LONGEST, Agenda, Attendee, Item, LeftOut, Part, Where
from coach.domain.agenda_rules import broken
from coach.domain.fitting import rebalanced
from coach.domain.minutes import floor_of
from coach.domain.notes import Outcome


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way to make an agenda that takes too long fit again, and what comes of it."""

    name: str
    agenda: Agenda


def move(agenda: Agenda, place: int, to: int) -> Agenda:
    """Bring the question at `place` among the questions to `to`; the frame stays where it is."""
    rows = list(agenda.matters)
    rows.insert(max(0, min(to, len(rows) - 1)), rows.pop(place))
    return _with(agenda, rows)


def lock(agenda: Agenda, place: int, minutes: int | None) -> Agenda:
    """Give a question exactly so many minutes; with `None` it takes part in the sharing again."""
    item = agenda.matters[place]
    fixed = replace(item, locked=minutes is not None, minutes=max(1, minutes or 1))
    return _put(agenda, place, fixed)


def reword(agenda: Agenda, place: int, question: str, prework: str, done_when: str) -> Agenda:
    """Say a question, what is prepared for it and when it is done in other words."""
    own, before, done = (" ".join(text.split()) for text in (question, prework, done_when))
    item = agenda.matters[place]
    changed = replace(item, question=own or item.question, prework=before, done_when=done, was="")
    return _put(agenda, place, changed)


def aim(agenda: Agenda, place: int, outcome: Outcome) -> Agenda:
    """Say what a question should lead to."""
    return _put(agenda, place, replace(agenda.matters[place], outcome=outcome))


def give(agenda: Agenda, place: int, person: Attendee) -> Agenda:
    """Make somebody the owner of a question."""
    return _put(agenda, place, replace(agenda.matters[place], owner=person.name, side=person.side))


def add(agenda: Agenda, item: Item, place: int | None = None) -> Agenda:
    """Put a question in, at the end unless a place is named."""
    rows = list(agenda.matters)
    rows.insert(len(rows) if place is None else place, item)
    left = tuple(other for other in agenda.left_out if other.item.question != item.question)
    return _with(replace(agenda, left_out=left), rows)


def remove(agenda: Agenda, place: int) -> Agenda:
    """Take a question off; it is kept for next time."""
    rows = list(agenda.matters)
    gone = LeftOut(replace(rows.pop(place), locked=False), Where.NEXT, "taken off by hand")
    return _with(replace(agenda, left_out=(*agenda.left_out, gone)), rows)


def exchange(agenda: Agenda, place: int, item: Item) -> Agenda:
    """Put another question in the place of one: its owner, and the minutes it was fixed to, stay.

    A question in somebody's own words is kept for next time; the playbook has its own for good.
    """
    was = agenda.matters[place]
    minutes = was.minutes if was.locked else 0
    new = replace(item, owner=was.owner, side=was.side, minutes=minutes, locked=was.locked)
    left = tuple(other for other in agenda.left_out if other.item.question != item.question)
    if not was.note:
        left += (LeftOut(replace(was, locked=False), Where.NEXT, "exchanged for another question"),)
    return _put(replace(agenda, left_out=left), place, new)


def take_in(agenda: Agenda, place: int) -> Agenda:
    """Bring back what was left out, as the last question."""
    return add(agenda, agenda.left_out[place].item)


def resize(agenda: Agenda, minutes: int) -> Agenda:
    """Change the meeting's length; every question stays."""
    return _with(replace(agenda, minutes=minutes), agenda.matters)


def at(agenda: Agenda, start: datetime | None, zone: str) -> Agenda:
    """Change when it begins; a meeting through noon gets its lunch."""
    return _with(replace(agenda, start=start, zone=zone), agenda.matters)


def ways_out(agenda: Agenda) -> tuple[WayOut, ...]:
    """Return what helps where the questions take longer than the meeting: longer, or fewer."""
    over = agenda.total - agenda.minutes
    if over <= 0:
        return ()
    ways = []
    longer = next((a for a in _longer(agenda, agenda.minutes + over) if a.total <= a.minutes), None)
    if longer is not None:
        ways.append(WayOut(f"Take {longer.minutes} minutes", longer))
    fewer = agenda
    while fewer.total > fewer.minutes and len(fewer.matters) > 1:
        fewer = remove(fewer, _lightest(fewer))
    if fewer.total <= fewer.minutes:
        gone = len(agenda.matters) - len(fewer.matters)
        name = f"Leave {gone} question{'s' if gone > 1 else ''} for next time"
        ways.append(WayOut(name, fewer))
    return tuple(ways)


def _longer(agenda: Agenda, minutes: int) -> Iterator[Agenda]:
    """Yield it in each longer length; breaks and lunch may take far more than is lacking."""
    for length in range(-(-minutes // 5) * 5, LONGEST + 1, 5):
        yield resize(agenda, length)


def _lightest(agenda: Agenda) -> int:
    """Return the place of what can wait best: too long for any such meeting, not fixed, light."""

    def ease(place: int) -> tuple[bool, bool, float, int]:
        item = agenda.matters[place]
        alone = _with(agenda, [item])
        return alone.total <= alone.minutes, item.locked, item.weight, -floor_of(item)

    return min(range(len(agenda.matters)), key=ease)


def _put(agenda: Agenda, place: int, item: Item) -> Agenda:
    rows = list(agenda.matters)
    rows[place] = item
    return _with(agenda, rows)


def _with(agenda: Agenda, rows: Sequence[Item]) -> Agenda:
    """Share the minutes out anew and say what is broken now."""
    frame = tuple(item for item in agenda.items if not item.is_matter)
    changed = rebalanced(replace(agenda, items=(*frame, *rows)))
    return replace(changed, warnings=broken(changed))


def blank(agenda: Agenda, question: str, owner: Attendee) -> Item:
    """Return a question of a person's own, ready to be put in."""
    return Item(question, Outcome.DISCUSS, owner.name, owner.side, part=Part.ITEM)
