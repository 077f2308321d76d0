"""Reads what a form or a command line gives for one thing, with a plain error where it is none."""

from __future__ import annotations

import re
from datetime import datetime

from coach.domain.agenda import Attendee
from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.errors import MeetingError
from coach.services.agendas.reading.bounds import ALLOWED, is_allowed
from coach.services.agendas.reading.lengths import lengths_in
from coach.services.agendas.reading.local_time import Start, not_past, on_clocks, zone_of
from coach.services.agendas.reading.roles import side_of

_SHOWN = 60  # characters of a wrong entry that an error repeats
_WHOLE = lazy_pattern(r"[-+−–]?\d{1,9}\Z")
_LIKE_ISO = lazy_pattern(r"\d{4}-\d\d-\d\d[T ][\d:.,+-]{2,30}Z?\Z", re.ASCII)
_DAY_ONLY = lazy_pattern(r"\d{4}-?\d\d-?\d\d\Z")


def minutes_of(text: str) -> int:
    """Return the minutes of `45`, `45 min` or `1h30`; raise `MeetingError` for any other."""
    text = text.strip()
    if _WHOLE.match(text):
        minutes = float(text.replace("−", "-").replace("–", "-"))
    else:
        found = next(
            (one for one in lengths_in(text) if (one.start, one.end) == (0, len(text))), None
        )
        if found is None or found.least is not None:
            raise MeetingError(f"“{text[:_SHOWN]}” is no length in minutes.", f"{ALLOWED}.")
        minutes = found.minutes
    if not is_allowed(minutes) or minutes != int(minutes):
        unit = (" minute" if minutes == 1 else " minutes") if _WHOLE.match(text) else ""
        raise MeetingError(f"A meeting cannot be {text[:_SHOWN]}{unit} long.", f"{ALLOWED}.")
    return int(minutes)


def parse_person(text: str) -> Attendee:
    """Read `Ana:sales:AE lead`, split at the last two colons; name alone and name:side will do.

    Raises `MeetingError` where the name is missing or the side is none.
    """
    name, side, role = text, "", ""
    parts = [part.strip() for part in text.rsplit(":", 2)]
    if len(parts) == 3:
        name, side, role = parts
    elif len(parts) == 2:
        name, side = parts
        if side.lower() not in set(Side):
            side, role = "", side
    name = name.strip()
    if not name:
        raise MeetingError(f"“{text.strip()[:_SHOWN]}” names nobody.", "Write Name:side:role.")
    if side and side.lower() not in set(Side):
        raise MeetingError(
            f"“{side[:_SHOWN]}” is no side.", f"Take one of {', '.join(Side)}: Name:side:role."
        )
    return Attendee(name, Side(side.lower()) if side else side_of(role or name), role)


def start_of(iso: str, zone: str, now: datetime) -> Start:
    """Return the start of `2026-12-01T15:00` in `zone`; what is only just past is a warning.

    Raises `MeetingError` for an unknown zone, a time the clocks skip, one over a day ago, no time.
    """
    place, text = zone_of(zone), iso.strip()
    like = "Write day and time like 2026-12-01T15:00."
    if _DAY_ONLY.match(text):
        raise MeetingError(f"{text} has no time of day.", like)
    if not _LIKE_ISO.match(text):
        raise MeetingError(f"“{text[:_SHOWN]}” is no day and time.", like)
    try:
        given = datetime.fromisoformat(text)
        start = (
            on_clocks(given, zone) if given.tzinfo is None else Start(given.astimezone(place), zone)
        )
        here = now.replace(tzinfo=place) if now.tzinfo is None else now
        return not_past(start, here)
    except (ValueError, OverflowError) as error:
        raise MeetingError(f"“{text[:_SHOWN]}” is no day and time.", like) from error
