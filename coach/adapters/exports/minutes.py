"""A meeting that was held as the lines that every form shows: its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from coach.adapters.exports.plain import day, offset, short_day, tidy
from coach.adapters.exports.sheet import Entry, Section, Sheet, sheet
from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, Meeting, Parked

NOTHING = "No decision, no action and no note was written down."


def minutes(meeting: Meeting) -> Sheet:
    """Return what was decided, promised, noted and parked, then what was left out.

    The plan is no part of it: neither times nor what people were to prepare.
    """
    planned = sheet(meeting.agenda, ())
    sections = tuple(part for part in _sections(meeting) if part.entries)
    lead = planned.facts[1:]
    return Sheet(
        title=f"{planned.title}: Minutes",
        outcome="",
        facts=(*_held(meeting), *lead, *(() if sections else (NOTHING,))),
        people=planned.people,
        rows=(),
        tasks=(),
        actions=(),
        sections=sections,
        left=planned.left,
        total="",
        instead="",
        start=meeting.when and meeting.when.astimezone(ZoneInfo(meeting.agenda.zone)),
        held=True,
    )


def still_open(meeting: Meeting) -> tuple[Action, ...]:
    """Return what was promised in it and nobody has closed."""
    return tuple(record.action for record in meeting.actions if record.is_open)


def _held(meeting: Meeting) -> Iterator[str]:
    if meeting.when is not None:
        at = meeting.when.astimezone(ZoneInfo(meeting.agenda.zone))
        zone = meeting.agenda.zone
        clock = "UTC" if zone == "UTC" else f"{tidy(zone)}, {offset(at)}"
        yield f"Held on {day(at)}, {at:%H:%M} ({clock})"


def _sections(meeting: Meeting) -> Iterator[Section]:
    decided = (Entry(tidy(d.text), _lines(f"On: {d.question}")) for d in meeting.decisions)
    yield Section("Decisions", tuple(decided))
    yield Section("Actions", tuple(_promised(record) for record in meeting.actions))
    noted = (
        Entry(tidy(item.question), _lines(notes.text))
        for item, notes in zip(meeting.agenda.items, meeting.notes, strict=False)
        if notes.text.strip()
    )
    yield Section("Notes", tuple(noted))
    yield Section("Parking lot", tuple(_parked(line) for line in meeting.parked))


def _promised(record: ActionRecord) -> Entry:
    """Return who promised what by when; how often it comes up is for the next meeting to say."""
    action = record.action
    due = f"By {short_day(action.due)}" if action.due else "No date was set"
    state = "" if record.is_open else record.state.value
    said = " · ".join(part for part in (due, state) if part)
    return Entry(tidy(action.text), (said,), tidy(action.owner), action.side)


def _parked(line: Parked) -> Entry:
    return Entry(tidy(line.text), _lines(f"From: {line.owner}" if line.owner else ""))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(tidy, text.splitlines()) if line)
