"""How a meeting moves on: each rule takes the meeting as it stands and gives it as it is then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from coach.domain.agenda import Agenda, Item
from coach.domain.meetings import ABANDONED, Meeting, MeetingState, Notes
from coach.errors import ChangedMeanwhile, Unfit


def started(meeting: Meeting, now: datetime) -> Meeting:
    """Begin with the first item; one that runs already is given as it stands.

    Raises:
        Unfit: it was held or cancelled.
    """
    if meeting.state is MeetingState.RUNNING:
        return meeting
    _refuse_over(meeting)
    first = 0 if meeting.agenda.items else None
    return replace(
        meeting,
        state=MeetingState.RUNNING,
        held_at=now,
        item=first,
        item_since=None if first is None else now,
        touched_at=now,
        notes=_whole(meeting),
    )


def moved_on(meeting: Meeting, item: int | None, now: datetime) -> Meeting:
    """Book the running item's time and turn to `item`; `None` is a pause.

    The item that runs already goes on: two clicks are one.

    Raises:
        Unfit: the meeting does not run, or has no such item.
    """
    if meeting.state is not MeetingState.RUNNING:
        raise Unfit("This meeting is not running.", "Press *Start* to run it.")
    if item is not None:
        check_item(meeting, item)
    meeting = touched(meeting, now)
    if item == meeting.item:
        return meeting
    return replace(_booked(meeting, now), item=item, item_since=None if item is None else now)


def touched(meeting: Meeting, now: datetime) -> Meeting:
    """Take in that somebody is there; in a meeting cut short, no time counts from then to now."""
    if meeting.state is not MeetingState.RUNNING:
        return meeting
    if meeting.touched_at is not None and now - meeting.touched_at > ABANDONED:
        going = meeting.item is not None
        meeting = replace(_booked(meeting, now), item_since=now if going else None)
    return replace(meeting, touched_at=now)


def closed(meeting: Meeting, now: datetime) -> Meeting:
    """End it; one that was held without being run counts as held at its date, if that is over.

    Raises:
        Unfit: it was cancelled.
    """
    if meeting.state is MeetingState.HELD:
        return meeting
    _refuse_over(meeting)
    planned = meeting.agenda.start
    held_at = meeting.held_at or (planned if planned and planned <= now else now)
    ended = _booked(touched(meeting, now), now)
    return replace(ended, state=MeetingState.HELD, held_at=held_at, item=None, item_since=None)


def reopened(meeting: Meeting, now: datetime) -> Meeting:
    """Take the end back: it runs again, no item's time does.

    Raises:
        Unfit: it was not held.
    """
    if meeting.state is MeetingState.RUNNING:
        return meeting
    if meeting.state is not MeetingState.HELD:
        raise Unfit("This meeting was not held, so it cannot be reopened.")
    return replace(meeting, state=MeetingState.RUNNING, touched_at=now)


def wrote(notes: Notes, text: str, version: int) -> tuple[Notes, bool]:
    """Return the notes with `text`, and whether both texts were kept.

    They are where the notes have moved on from `version`: nobody's line is lost.
    """
    joined = version != notes.version and text != notes.text
    kept = both(notes.text, text) if joined else text
    if kept == notes.text:
        return notes, joined
    return replace(notes, text=kept, version=notes.version + 1), joined


def both(stored: str, other: str) -> str:
    """Return a text with all lines of the two; lines that stand in both stand once."""
    if not stored or not other:
        return stored or other
    left = Counter(stored.splitlines())
    added = []
    for line in other.splitlines():
        if left[line] > 0:
            left[line] -= 1
        else:
            added.append(line)
    return "\n".join([stored, *added]) if added else stored


def noted(meeting: Meeting, item: int, text: str, version: int) -> tuple[Meeting, bool]:
    """Write an item's notes; return also whether somebody else's text was kept beside it.

    Raises:
        Unfit: there is no such item.
    """
    check_item(meeting, item)
    all_notes = list(_whole(meeting))
    all_notes[item], joined = wrote(all_notes[item], text, version)
    return replace(meeting, notes=tuple(all_notes)), joined


def changed(meeting: Meeting, agenda: Agenda, version: int) -> Meeting:
    """Give it another agenda; what was written goes with its question.

    Raises:
        ChangedMeanwhile: the stored agenda is not the one that was changed.
        Unfit: it is over, or nothing would be left on the agenda.
    """
    if agenda == meeting.agenda:
        return meeting
    _refuse_over(meeting)
    if not agenda.items:
        raise Unfit("An agenda needs an item.", "Keep one, or cancel the meeting.")
    if version != meeting.version:
        raise ChangedMeanwhile(
            "Somebody changed this agenda meanwhile; yours was not stored over it.",
            meeting.agenda,
            agenda,
        )
    places = _places(meeting.agenda.items, agenda.items)
    notes = [Notes() for _ in agenda.items]
    for place, old in zip(places, _whole(meeting), strict=True):
        notes[place] = _together(notes[place], old)
    return replace(
        meeting,
        agenda=agenda,
        version=meeting.version + 1,
        notes=tuple(notes),
        item=None if meeting.item is None else places[meeting.item],
    )


def check_item(meeting: Meeting, item: int) -> Item:
    """Return the item at a place.

    Raises:
        Unfit: there is none.
    """
    if not 0 <= item < len(meeting.agenda.items):
        raise Unfit("This item is no longer on the agenda.")
    return meeting.agenda.items[item]


def place_of(meeting: Meeting, item: int, question: str) -> int:
    """Return where a question stands that stood at `item` when it was seen; "" is not asked for.

    Raises:
        Unfit: it is no longer on the agenda.
    """
    items = meeting.agenda.items
    if not question or (0 <= item < len(items) and items[item].question == question):
        return item
    places = [place for place, one in enumerate(items) if one.question == question]
    if not places:
        raise Unfit("This item is no longer on the agenda.")
    return places[0]


def at_wall(wall: datetime, zone: str) -> datetime:
    """Return a clock time of a zone as a moment; one that is skipped there is put right after."""
    there = ZoneInfo(zone)
    return wall.replace(tzinfo=there).astimezone(ZoneInfo("UTC")).astimezone(there)


def _refuse_over(meeting: Meeting) -> None:
    if meeting.state is MeetingState.CANCELLED:
        raise Unfit("This meeting is cancelled.", "Take the cancelling back first.")
    if meeting.state is MeetingState.HELD:
        raise Unfit("This meeting was held already.", "Reopen it first.")


def _whole(meeting: Meeting) -> tuple[Notes, ...]:
    """Return notes for each item, also where none were written yet."""
    count = len(meeting.agenda.items)
    return (*meeting.notes[:count], *(Notes() for _ in range(count - len(meeting.notes))))


def _booked(meeting: Meeting, now: datetime) -> Meeting:
    if meeting.item is None:
        return meeting
    notes = list(_whole(meeting))
    took = meeting.running_for(now)
    notes[meeting.item] = replace(notes[meeting.item], seconds=notes[meeting.item].seconds + took)
    return replace(meeting, notes=tuple(notes))


def _places(old: Sequence[Item], new: Sequence[Item]) -> list[int]:
    """Return for each old item where it stands now; one that is gone is where it stood."""
    free: dict[str, list[int]] = {}
    for place, item in enumerate(new):
        free.setdefault(item.question, []).append(place)
    return [
        free[item.question].pop(0) if free.get(item.question) else min(place, len(new) - 1)
        for place, item in enumerate(old)
    ]


def _together(notes: Notes, more: Notes) -> Notes:
    return Notes(
        both(notes.text, more.text),
        max(notes.version, more.version),
        notes.seconds + more.seconds,
    )
