"""When a meeting starts, from a day and a time of day that stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from coach.domain.lazily import lazy_pattern
from coach.errors import MeetingError
from coach.services.agendas.reading.clauses import day_is_open, is_of_event, kind_of
from coach.services.agendas.reading.clocks import Clock, clocks_in
from coach.services.agendas.reading.crowds import GROUP_OF
from coach.services.agendas.reading.day_parts import speaks_of_late
from coach.services.agendas.reading.days import Day, days_in
from coach.services.agendas.reading.ends import ended
from coach.services.agendas.reading.lengths import LABEL
from coach.services.agendas.reading.local_time import (
    Start,
    in_zone,
    not_past,
    on_clocks,
    said_day,
)
from coach.services.agendas.reading.meeting_days import end_of_later, is_to_meet
from coach.services.agendas.reading.reads import Read, Span, without
from coach.services.agendas.reading.soon import soon_in
from coach.services.agendas.reading.told import is_of_others
from coach.services.agendas.reading.zones import read_zone

_APART = 32  # characters between a day and its time of day
_BETWEEN = lazy_pattern(
    r"(?:[\s,.]|\b(?:T|at|on|um|à|a las?|from|den|le|el|of|the|sharp|in the|this"
    r"|morning|afternoon|evening|night|between|for|alle|às|om|o|godzinie|klockan|kl|il|na|no|op|w"
    r"|på|früh|vormittag|nachmittag|abend|matin|après-midi|soir|mañana|tarde|noche|por la)\b|@)*"
)
_STOP = lazy_pattern(r"[.!?;\n]\s")
_ZONE_WITHIN = 40  # characters after the time in which its zone stands
_NOT_MEANT = lazy_pattern(
    r"\b(?:(?:by|before|until|till|since|(?<!day )after(?! next)|last)(?: [\w.]+){0,2}"
    r"|(?:the|our|your|their|every|all|one|past|than|under)(?: (?:daily|weekly|usual))?"
    r"|(?:closed|broke|happened|ended|failed|arrived|came in|went \w+|was sent|posts?|sends?"
    r"|sent|mails?|mailed|opens?"
    r"|closes?|arrives?|goes out|go out|publish(?:es)?)(?: (?:at|on))?"
    r"|(?:mon|tues|wednes|thurs|fri)day['’]s),? \Z",
    re.IGNORECASE,
)
_GROUP = lazy_pattern(rf"\b{GROUP_OF} \d", re.IGNORECASE)
# `duration 0:45` says how long, `open from 9:00 to 17:00` when others are there.
_OF_OTHER = lazy_pattern(
    rf"\b(?:{LABEL}|(?:hours (?:are|is)|(?:is|are|we) open|opening times?:?)(?: from"
    rf"| between)? )\Z",
    re.IGNORECASE,
)
_TO_FIGURE = lazy_pattern(r" ?(?:to|bis|auf|à|al?|na|naar|till?) \d", re.IGNORECASE)
# `Friday, 1h` says how long; `vendredi à 1h` says when.
_LIKE_LENGTH = lazy_pattern(
    r"[1-6] ?h(?:[0-5]\d)?(?: ?(?:-|–|to|à|bis|tot) ?[1-6] ?h(?:[0-5]\d)?)?", re.IGNORECASE
)
_AT = lazy_pattern(r"(?:\b(?:at|um|ab|à|a las?|vers|dès|from)|@) ?\Z", re.IGNORECASE)
_NOON = 12
_HALF_SAID = lazy_pattern(r"\d ?[ap]\.?m|morning", re.IGNORECASE)
_NEAR = 12  # characters beside a day and a time in which a part of the day is theirs
_CLAUSE_END = lazy_pattern(r"[,.;:!?\n]")


@dataclass(frozen=True, slots=True)
class Appointment:
    """A start and, where an end was said too, the minutes to it; `when` is `None` if none is set.

    `zone` is the one the time is in: the person's own unless another is named. `day` is the one to
    meet on where no time was said.
    """

    when: datetime | None
    zone: str
    minutes: int | None = None
    day: date | None = None


def read_start(text: str, now: datetime, zone: str) -> Read[Appointment]:
    """Return when the meeting starts, in the zone named or in `zone`, the person's own.

    What cannot be kept (skipped by the clocks, long past) is a warning and sets no start. Raises
    `MeetingError` for an unknown `zone`.
    """
    here = in_zone(now, zone)
    soon = soon_in(text)
    if soon is not None:
        # Real minutes, also where the clocks change meanwhile.
        moment = datetime.fromtimestamp(here.timestamp() + soon.value * 60, tz=here.tzinfo)
        return Read(Appointment(moment.replace(second=0, microsecond=0), zone), soon.spans)
    days = list(days_in(text, here.date(), zone))
    pair = _together(text, days, _meant(text, days))
    if pair is None:
        return _timeless(text, days, here, zone)
    day, clock = pair
    if day is None and clock.minutes and day_is_open(text):
        return Read(Appointment(None, zone, clock.minutes), ((clock.start, clock.end),))
    return _appointment(text, day, clock, here, zone)


def _timeless(text: str, days: Sequence[Day], here: datetime, zone: str) -> Read[Appointment]:
    """Return the day to meet on, whose time is still to be said."""
    day = next((day for day in days if is_to_meet(text, day, here.date())), None)
    if day is None:
        return Read(Appointment(None, zone))
    when = day.date + timedelta(7 * (day.today_too and day.date == here.date()))
    words = " ".join(text[day.start : day.end].split()).rstrip(".").removesuffix("'s")
    words = words.removesuffix("’s")
    exactly = "" if any(letter.isdigit() for letter in words) else f" ({when:%A} {said_day(when)})"
    told = (
        *(() if exactly else day.warnings),
        f"{words[:1].upper()}{words[1:]}{exactly} has no time yet.",
    )
    spans = ((day.start, day.end), (day.end, end_of_later(text, day.end)))
    return Read(Appointment(None, zone, day=when), spans, told)


def _appointment(
    text: str, day: Day | None, clock: Clock, here: datetime, own: str
) -> Read[Appointment]:
    spans: list[Span] = [(clock.start, clock.end), *([(day.start, day.end)] if day else [])]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    clock = _in_half(text, clock, first, last)
    if day and _BETWEEN.fullmatch(text, min(day.end, clock.end), max(day.start, clock.start)):
        spans = [(first, last)]
    near = text[first : last + _ZONE_WITHIN]
    place = read_zone(near, own, _wall(day, clock, here), last - first)
    warnings = list(day.warnings if day else ())
    if place is not None:
        spans += [(first + start, first + end) for start, end in place.spans]
        warnings += place.warnings
    if clock.until:
        spans.append((last, clock.until))
    zone = own if place is None else place.value
    there = here if zone == own else in_zone(here, zone)
    wall = _wall(day, clock, there)
    if wall <= there.replace(tzinfo=None) and (day is None or day.today_too):
        wall += timedelta(7 if day else 1)
    try:
        start = not_past(on_clocks(wall, zone), here)
    except MeetingError as error:
        warnings.append(f"{error.message} {error.next_step}")
        return Read(Appointment(None, zone, clock.minutes), tuple(spans), tuple(warnings))
    if clock.guessed:
        warnings.append(f"{text[clock.start : clock.end]} was taken as {wall:%H:%M}.")
    return _read(start, clock, spans, warnings)


def _in_half(text: str, clock: Clock, first: int, last: int) -> Clock:
    """Return the time in the half of the day that words beside it name: `tonight at 7`."""
    if not 0 < clock.hour < _NOON or _HALF_SAID.search(text[clock.start : clock.end]):
        return clock
    near = text[max(0, first - _NEAR) : last + _NEAR]
    around = _CLAUSE_END.split(near[: first - max(0, first - _NEAR)])[-1]
    around += text[first:last] + _CLAUSE_END.split(text[last : last + _NEAR])[0]
    return replace(clock, hour=clock.hour + _NOON) if speaks_of_late(around) else clock


def _read(
    start: Start, clock: Clock, spans: Sequence[Span], warnings: Sequence[str]
) -> Read[Appointment]:
    made = Appointment(start.when, start.zone, clock.minutes)
    return Read(made, tuple(spans), (*warnings, *start.warnings))


def _wall(day: Day | None, clock: Clock, here: datetime) -> datetime:
    return datetime.combine(day.date if day else here.date(), time(clock.hour, clock.minute))


def _together(
    text: str, days: Sequence[Day], clocks: Sequence[Clock]
) -> tuple[Day | None, Clock] | None:
    """Return the day and time that stand nearest to each other, else a sure time alone."""
    pairs = [
        (_apart(text, day, clock), day, clock)
        for day in days
        if not is_of_event(text, day.start)
        for clock in clocks
        if _apart(text, day, clock) is not None
    ]
    if pairs:
        # Where a webinar and a meeting have each their time, we come to the meeting.
        _, day, clock = min(pairs, key=lambda pair: (_kind(text, *pair[1:]), pair[0] or 0))
        return day, clock
    alone = next((clock for clock in clocks if _stands_alone(text, clock)), None)
    return None if alone is None else (None, alone)


def _kind(text: str, day: Day, clock: Clock) -> int:
    return kind_of(text, min(day.start, clock.start), max(day.end, clock.end))


def _apart(text: str, day: Day, clock: Clock) -> int | None:
    """Return the characters between the two, `None` where they are not one appointment."""
    between = text[day.end : clock.start] if day.end <= clock.start else text[clock.end : day.start]
    overlap = day.start < clock.end and clock.start < day.end
    if overlap or len(between) > _APART or _STOP.search(between):
        return None
    return len(between)


def _stands_alone(text: str, clock: Clock) -> bool:
    """Whether a time without a day is one to meet at: `14h30` may be, `1h30` is a length."""
    is_word = not text[clock.start : clock.end].replace(" ", "").isdigit()
    # Of `dropped from 22 to 13` neither is a time.
    if not clock.is_sure and _TO_FIGURE.match(text, clock.end):
        return False
    return is_word and (clock.is_sure or text[clock.start].isalpha() or clock.hour >= 9)


def _meant(text: str, days: Sequence[Day]) -> list[Clock]:
    """Return the times of day that are ours, each with its end where one is said apart."""
    owned = {day.end + 1 for day in days if day.owns}
    # The number of `Friday 4 at 10:00` is no hour.
    dated = [(day.start, day.end) for day in days if day.numbered]
    clocks = ended(
        text, list(clocks_in(without(text, dated))), [(day.start, day.end) for day in days]
    )
    return [clock for clock in clocks if clock.start in owned or _is_meant(text, clock)]


def _is_meant(text: str, clock: Clock) -> bool:
    before = text[max(0, clock.start - 8) : clock.start]
    if _LIKE_LENGTH.fullmatch(text, clock.start, clock.end) and not _AT.search(before):
        return False
    is_group = _GROUP.search(text[max(0, clock.start - 12) : clock.end])
    if is_group or is_of_others(text, clock.start, clock.end):
        return False
    near = text[max(0, clock.start - 32) : clock.start]
    return _NOT_MEANT.search(near) is None and not _OF_OTHER.search(
        re.sub(r"(?<= )(?:from|between) \Z", "", near)
    )
