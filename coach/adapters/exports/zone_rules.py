"""When a zone's clocks change, as the yearly rules that calendar programs read (RFC 5545)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

AHEAD = 20  # years of changes that are looked at, and listed where they follow no rule
LAST_YEAR = 9998  # a datetime holds no zone's clocks beyond it
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the clocks: `wall` is what they showed just before it."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def timezone(zone: str, start: datetime) -> Timezone:
    """Return the rules of `zone` from the year before `start` on."""
    component = Timezone()
    component.add("tzid", zone)
    first = datetime(start.year - 1, 1, 1, tzinfo=UTC)
    changes = _years(zone, first)
    for summer in (False, True):
        same = [change for change in changes if change.summer is summer]
        for observance in _observances(same):
            component.add_component(observance)
    if not changes or changes[0].wall > start.replace(tzinfo=None):
        component.add_component(_steady(first.astimezone(ZoneInfo(zone))))
    return component


@lru_cache(maxsize=64)
def _years(zone: str, first: datetime) -> tuple[Change, ...]:
    last = first.replace(year=min(first.year + AHEAD, LAST_YEAR))
    return tuple(_changes(ZoneInfo(zone), first, last))


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """Yield what changes between two times: looked for day by day, then to the minute."""
    at, step = first, timedelta(days=1)
    while at < last:
        if _offset(at, zone) != _offset(at + step, zone):
            low, high = at, at + step
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                middle = middle.replace(second=0, microsecond=0)
                low, high = (
                    (middle, high) if _offset(middle, zone) == _offset(at, zone) else (low, middle)
                )
            before, new = _offset(at, zone), high.astimezone(zone)
            wall = (high + before).replace(tzinfo=None)
            name = new.tzname() or zone.key
            yield Change(wall, before, _offset(high, zone), name, bool(new.dst()))
        at += step


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _observances(changes: list[Change]) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    """Yield one rule where all changes follow it, else one part for each pair of offsets."""
    rule = _rule(changes)
    for kind in dict.fromkeys((change.before, change.after, change.name) for change in changes):
        same = [c for c in changes if (c.before, c.after, c.name) == kind]
        part = TimezoneDaylight() if same[0].summer else TimezoneStandard()
        part.add("dtstart", same[0].wall)
        part.add("tzoffsetfrom", kind[0])
        part.add("tzoffsetto", kind[1])
        part.add("tzname", kind[2])
        if rule:
            part.add("rrule", rule)
        else:
            for change in same[1:]:  # a line each: some programs read no lists here
                part.add("rdate", change.wall)
        yield part


def _rule(changes: list[Change]) -> vRecur | None:
    """Return the yearly rule that all of them follow: a month, and which weekday of it."""
    kinds = {(c.wall.month, c.wall.weekday(), c.wall.time(), c.after) for c in changes}
    years = {change.wall.year for change in changes}
    if len(kinds) != 1 or len(changes) != AHEAD or len(years) != AHEAD:
        return None
    month, weekday, _, _ = kinds.pop()
    places = set.intersection(*(_places(change.wall) for change in changes))
    if not places:
        return None
    return vRecur(FREQ="YEARLY", BYMONTH=month, BYDAY=f"{min(places)}{DAYS[weekday]}")


def _places(when: datetime) -> set[int]:
    """Return which of its weekday it is in its month, counted from the start and the end."""
    left = monthrange(when.year, when.month)[1] - when.day
    return {(when.day - 1) // 7 + 1, -(left // 7 + 1)}


def _steady(at: datetime) -> TimezoneStandard:
    part = TimezoneStandard()
    part.add("dtstart", at.replace(tzinfo=None))
    part.add("tzoffsetfrom", at.utcoffset() or timedelta())
    part.add("tzoffsetto", at.utcoffset() or timedelta())
    part.add("tzname", at.tzname() or "")
    return part
