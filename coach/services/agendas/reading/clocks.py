"""Times of day as people write them: `3pm`, `14h30`, `half past nine`, `2-3pm`, `um 15 Uhr`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.beside_days import (
    is_day_and_at_before,
    is_day_before,
    is_range_beside_day,
    is_relative_before,
    opens_before_day,
)
from coach.services.agendas.reading.clock_forms import AM, ANY, FORMS, NOT_COUNTED
from coach.services.agendas.reading.day_parts import is_late
from coach.services.agendas.reading.numerals import value_of

# `2-3pm`, `9:00 to 10:30`, `from 10 to 11`: where the second is a time of day.
_TO = r"\s?(?:-|–|—|to|until|till|til|bis|à|a las?)\s?"
_LAST = (
    r"(?P<eh>\d{1,2})(?:[:.h](?P<em>[0-5]\d)"
    rf"|{NOT_COUNTED})"
    rf"(?:\s?(?:(?P<ep>{AM})|(?P<eu>uhr\b|h\b)))?(?![\w%]|[:.]\d)"
)
_END = lazy_pattern(_TO + _LAST, re.IGNORECASE)
_RANGE = lazy_pattern(
    rf"(?<![\w.,:/+-])(?P<h>\d{{1,2}})(?:[:.h](?P<m>[0-5]\d)|h)?"
    rf"(?:{_TO}|(?<=\bde \d) a |(?<=\bde \d\d) a "
    r"|(?P<and>(?<=between \d) and |(?<=between \d\d) and |(?<=between \d:\d\d) and"
    rf" |(?<=between \d\d:\d\d) and )){_LAST}",
    re.IGNORECASE,
)
# Of the plain forms.
_HOURS = ("xh", "hh", "uh", "ch", "lh", "oh", "th", "bh", "kh", "wh", "rh", "dh", "jh", "nh", "vh")
# Forms that are times only beside a day.
_BESIDE = {
    "dotted": lambda found: is_day_before(found) or opens_before_day(found),
    "said": is_day_and_at_before,
    "joined": is_day_before,
    "uren": is_day_before,
    "alone": is_relative_before,
}
_NOON, _MORNING = 12, 7  # a bare hour before seven is one of the afternoon


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a text; `minutes` to the end where a second time follows.

    `is_sure`: no number of anything else looks like it. `guessed`: the afternoon was.
    `until`: where the words of its end stop that stand behind the day.
    """

    hour: int
    minute: int
    start: int
    end: int
    minutes: int | None = None
    is_sure: bool = True
    guessed: bool = False
    until: int = 0


def clocks_in(text: str) -> Iterator[Clock]:
    """Yield the times of day in order, a range as one."""
    at = 0
    while at < len(text):
        found, spanned = ANY.search(text, at), _RANGE.search(text, at)
        clock = None
        if spanned is not None and (found is None or spanned.start() <= found.end()):
            clock = _spanned(spanned)
        if clock is None and found is not None:
            clock = _with_end(_clock(found), text)
        if found is None and clock is None:
            return
        if clock is not None:
            yield clock
        at = clock.end if clock is not None else (found.end() if found else len(text))


def _clock(found: re.Match[str]) -> Clock | None:
    form = next(name for name, _ in FORMS if found[name])
    start, end = found.span()
    if form == "noon":
        after = (found["nm"] or "").lower()
        return Clock(_NOON, 15 if "quart" in after else 30 if after else 0, start, end)
    if form == "ampm":
        hour = _half_day(int(value_of(found["ah"])), found["ap"])
        return _valid(hour, int(found["am"] or 0), start, end)
    if form == "halb":
        return _halb(found)
    if form == "past":
        return _past(found)
    if form == "za":
        return _off(found, found["zh"], -_minutes(found["zw"]))
    if form == "spoken":
        return _spoken(found)
    if form in _BESIDE and not _BESIDE[form](found):
        return None
    words = next(found[group] for group in _HOURS if found[group])
    hour = int(value_of(words)) if not words.isdecimal() else int(words)
    minute = next(
        (int(found[g]) for g in ("xm", "um", "un", "cm", "lm", "tm", "km", "rm", "jm") if found[g]),
        0,
    )
    minute = int(value_of(found["wm"].removeprefix("oh "))) if found["wm"] else minute
    if form == "half":
        minute = 30
    is_literal = form in ("uhr", "letter", "army") or words.startswith("0")
    guessed = not is_literal and 0 < hour < _MORNING
    clock = _valid(hour + 12 * guessed, minute, start, end)
    return clock and replace(
        clock,
        guessed=guessed,
        is_sure=form not in ("bare", "letter", "words", "army", "said", "joined", "alone"),
    )


def _halb(found: re.Match[str]) -> Clock | None:
    """Read `halb drei`: half an hour before it."""
    return _off(found, found["gh"] or found["gu"], -30)


def _past(found: re.Match[str]) -> Clock | None:
    off = _minutes(found["pw"])
    is_to = found["pd"].lower() in ("to", "till", "vor", "i", "voor")
    return _off(found, found["ph"], -off if is_to else off)


def _minutes(words: str) -> int:
    words = words.split(" min")[0].lower()
    if words == "half":
        return 30
    return 15 if words[:2] in ("qu", "vi", "kw", "kv") else int(value_of(words))


def _spoken(found: re.Match[str]) -> Clock | None:
    """Read `a las 4 y media de la tarde` and `à 9 heures moins le quart`."""
    off = next((m for name, m in (("s30", 30), ("s15", 15), ("s45", -15)) if found[name]), 0)
    off += int(found["sp"] or found["sb"] or 0) - int(found["sm"] or 0)
    if not found["sl"]:
        return _off(found, found["sh"], off)
    hour = _half_day(int(found["sh"]), found["sl"])
    return _valid((hour * 60 + off) // 60, off % 60, *found.span())


def _off(found: re.Match[str], words: str, off: int) -> Clock | None:
    """Return the time so many minutes after, or before, an hour; the half of the day is guessed."""
    hour = int(value_of(words))
    guessed = 0 < hour < _MORNING or (hour == _MORNING and off < 0)
    total = (hour + 12 * guessed) * 60 + off
    clock = _valid(total // 60, total % 60, *found.span())
    return clock and replace(clock, guessed=guessed)


def _spanned(found: re.Match[str]) -> Clock | None:
    """Read `2-3pm`: the first takes the half of the day that makes the meeting short."""
    end_half, is_clock = found["ep"], found["m"] or found["em"] or found["eu"]
    if not (end_half or is_clock or found["and"] or is_range_beside_day(found)):
        return None
    hour, end_hour = int(found["h"]), int(found["eh"])
    if hour > 24 or end_hour > 24:
        return None
    begin = hour * 60 + int(found["m"] or 0)
    end = (_half_day(end_hour, end_half) if end_half else end_hour) * 60 + int(found["em"] or 0)
    guessed = not end_half and hour < _MORNING and not found["h"].startswith("0")
    if guessed:
        begin, end = begin + 720, end + 720 * (end_hour <= 12)
    elif end_half and hour <= 12 and begin + 720 < end:
        begin += 720
    if end <= begin and not end_half and end_hour <= _NOON:
        end += 720  # `11-1`
    length = end - begin
    clock = _valid(begin // 60, begin % 60, *found.span())
    return clock and replace(
        clock,
        minutes=length if length > 0 else None,
        guessed=guessed,
        is_sure=bool(end_half or is_clock),
    )


def _with_end(clock: Clock | None, text: str) -> Clock | None:
    """Add the end of `3pm to 4pm` or `um 10 bis 11 Uhr`."""
    if clock is None or (found := _END.match(text, clock.end)) is None:
        return clock
    hour = int(found["eh"])
    hour = _half_day(hour, found["ep"]) if found["ep"] else hour + 12 * (hour < clock.hour)
    length = hour * 60 + int(found["em"] or 0) - clock.hour * 60 - clock.minute
    if hour > 24 or not 0 < length <= 12 * 60:
        return clock
    return replace(clock, minutes=length, end=found.end(), is_sure=True)


def _half_day(hour: int, half: str) -> int:
    return hour % 12 + 12 if is_late(half) and hour <= 12 else hour % 12 if hour == 12 else hour


def _valid(hour: int, minute: int, start: int, end: int) -> Clock | None:
    return Clock(hour, minute, start, end) if 0 <= hour < 24 and 0 <= minute < 60 else None
