"""A day and time on the clocks of a place: what is skipped, comes twice, or is past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coach.errors import MeetingError

_TOO_LATE = timedelta(days=1)
_ZONES = "Take a name such as Europe/Berlin, America/New_York or UTC."


@dataclass(frozen=True, slots=True)
class Start:
    """When a meeting starts, `when` in its zone; `warnings` are plain sentences."""

    when: datetime
    zone: str
    warnings: tuple[str, ...] = ()


def zone_of(name: str) -> ZoneInfo:
    """Return the zone; raise `MeetingError` where there is none of that name."""
    try:
        return ZoneInfo(name.strip())
    # A name that is a folder, holds a zero or climbs out of the zones is no zone either.
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        shown = name.strip()[:60] or "an empty name"
        raise MeetingError(f"There is no time zone called “{shown}”.", _ZONES) from error


def on_clocks(wall: datetime, zone: str) -> Start:
    """Return the moment at which the clocks of `zone` show `wall`, a time without a zone.

    Raises `MeetingError` where they skip it; of two such moments the first is taken.
    """
    place = zone_of(zone)
    first, second = wall.replace(tzinfo=place, fold=0), wall.replace(tzinfo=place, fold=1)
    utc = ZoneInfo("UTC")
    seen = first.astimezone(utc).astimezone(place)
    if seen.replace(tzinfo=None, fold=0) != wall.replace(fold=0):
        earlier = second.astimezone(utc).astimezone(place)
        raise MeetingError(
            f"{wall:%H:%M} does not exist on {said_day(wall)} in {zone}: the clocks go forward.",
            f"The nearest times are {earlier:%H:%M} and {seen:%H:%M}.",
        )
    if first.utcoffset() == second.utcoffset():
        return Start(first, zone)
    twice = (
        f"{wall:%H:%M} comes twice on {said_day(wall)} in {zone}, as the clocks go back; "
        "the first was taken."
    )
    return Start(first, zone, (twice,))


def not_past(start: Start, now: datetime) -> Start:
    """Return the start, with a warning where it has passed; raise where that is over a day ago."""
    gone = now - start.when
    if gone > _TOO_LATE:
        raise MeetingError(f"{said(start.when)} is past.", "Give a day that is still to come.")
    if gone <= timedelta(0):
        return start
    return Start(start.when, start.zone, (*start.warnings, f"{said(start.when)} has just passed."))


def in_zone(now: datetime, zone: str) -> datetime:
    """Return `now` on the clocks of `zone`; without a zone of its own it is taken to be there."""
    place = zone_of(zone)
    return now.replace(tzinfo=place) if now.tzinfo is None else now.astimezone(place)


def said_day(when: date) -> str:
    """Return the day as people write it."""
    return f"{when.day} {when:%B %Y}"


def said(when: datetime) -> str:
    """Return day and time as people write them."""
    return f"{when:%H:%M} on {said_day(when)}"
