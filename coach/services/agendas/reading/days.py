"""Days as people name them: weekdays, dates in either order, tomorrow, in three days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import (
    FROM_TODAY,
    MONTH,
    MONTHS,
    RELATIVE,
    WEEKDAY,
    WEEKDAYS,
    is_month_first,
)
from coach.services.agendas.reading.local_time import said_day
from coach.services.agendas.reading.ordinals import (
    NUMBERED_FORM,
    ORDINAL_FORM,
    agreeing,
    next_of_number,
    ordinal_of,
)
from coach.services.agendas.reading.owners import Owner, owner_at
from coach.services.agendas.reading.short_weekdays import SHORT_FORM, short_before, weekday_of
from coach.services.agendas.reading.weeks import (
    AHEAD_FORM,
    EDGE_FORM,
    IS_NEXT,
    NEXT,
    NEXT_WEEK,
    NTH_FORM,
    ahead_of,
    edge_of,
    nth_of,
)

_BETWEEN = 6  # characters between a weekday and its date
_FAR = 270  # days ahead from which a date without a year was rather meant to be past
_TH = r"(?:st|nd|rd|th|er|º|ª)?"
_YEAR = r"(?:(?:,? |-| de )(?P<{0}>20\d\d)\b)?"
_FORMS: tuple[tuple[str, str], ...] = (
    ("of", NTH_FORM),
    ("edge", EDGE_FORM),
    ("iso", r"\b(?P<iy>20\d\d)(?P<ii>[-/.])(?P<im>\d{1,2})(?P=ii)(?P<id>\d{1,2})(?!\d)"),
    ("dots", r"(?<![\d.])(?P<dd>\d{1,2})\.(?P<dm>\d{1,2})\.(?P<dy>20\d\d|\d\d(?!\d|[:.]))?(?!\d)"),
    ("slash", r"(?<![\d/])(?!24/7|[13]/[24] ?(?:of an? )?(?:hours?|hr|h|stunde|d|ora|uur)\b)"
              r"(?P<sa>\d{1,2})/(?P<sb>\d{1,2})(?:/(?P<sy>20\d\d|\d\d))?(?![\d/])"),
    ("named", rf"\b(?:the )?(?P<nd>\d{{1,2}}){_TH}\.?[ -](?:of |de |di |del )?(?P<nm>{MONTH})\b\.?"
              + _YEAR.format("ny")),
    ("month", rf"\b(?P<mm>{MONTH})\b\.? (?:the )?(?P<md>\d{{1,2}}){_TH}(?![\d:.]\d|\w)"
              + _YEAR.format("my")),
    ("worded", ORDINAL_FORM),
    ("numbered", NUMBERED_FORM),
    ("nth", r"\bthe (?P<no>\d{1,2})(?:st|nd|rd|th)\b(?! [^\W\d]\w* (?:of|item|time|lead|deal))"),
    ("ahead", AHEAD_FORM),
    ("week", rf"\b(?:{NEXT_WEEK},? (?:on |am |le |el |op |på )?(?P<ka>{WEEKDAY})"
             rf"|(?P<kb>{WEEKDAY}),? (?:of |in )?{NEXT_WEEK})\b"),
    ("relative", rf"(?<!por la )(?<!de la )\b(?P<rel>{RELATIVE})\b"),
    ("weekday", rf"\b(?P<next>{NEXT} )?"
                rf"(?:(?P<w>{WEEKDAY})(?P<s>s)?(?:vormittag|nachmittag|abend|mittag|morgen"
                rf"|früh)?\b\.?(?: {NEXT}\b)?|{SHORT_FORM})"),
)  # fmt: skip
_ANY = lazy_pattern("|".join(f"(?P<{name}>{form})" for name, form in _FORMS), re.IGNORECASE)
# A deadline or something that was is no day to meet.
_NOT_MEANT = lazy_pattern(
    r"\b(?:by|before|until|till|since|after|last|past|previous|bis|vor|seit|letzte[nrs]?|avant"
    r"|depuis|antes del?|desde|due|expires?|ends?|ended|closes?|deadline(?: is)?|prima di|entro"
    r"|fino a|até"
    r"|voor|tegen|vóór|przed|(?<!we )(?<!let's )(?<!let’s )(?<!i )(?<!can )do|före"
    r"|senast) (?:on )?(?:the |el |le |il |o |den |de |dem )?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text. `today_too`: a plain weekday, which may be today's.

    `of_week`: named by its weekday alone. `of_month`: by its number alone. `numbered`: by both.
    `owns`: of a meeting to
    come, as in `tomorrow's sync`.
    """

    date: date
    start: int
    end: int
    today_too: bool = False
    of_week: bool = False
    of_month: bool = False
    numbered: bool = False
    warnings: tuple[str, ...] = ()
    owns: bool = False


def days_in(text: str, today: date, zone: str) -> Iterator[Day]:
    """Yield the days of `text` in order; without a year the next one is meant.

    `12/1` is read in the order that the country of `zone` uses, with a warning.
    """
    week: Day | None = None
    for day in _each(text, today, zone):
        # Of `Monday the 7th of December` the date counts.
        if week is not None and _is_dated(text, week, day):
            when = agreeing(day.date, week.date.weekday()) if day.of_month else day.date
            day = replace(day, date=when, start=week.start)
        elif week is not None:
            yield week
        week = day if day.of_week else None
        if week is None:
            yield day
    if week is not None:
        yield week


def _is_dated(text: str, week: Day, day: Day) -> bool:
    between = text[week.end : day.start]
    is_near = len(between) <= _BETWEEN and len(between.strip(" ,")) <= len("the")
    return is_near and not day.of_week


def _each(text: str, today: date, zone: str) -> Iterator[Day]:
    for found in _ANY.finditer(text):
        before = text[max(0, found.start() - 16) : found.start()]
        owner = owner_at(text, *found.span())
        if owner is Owner.OF_OTHER:
            continue
        try:
            day = _day(found, today, zone)
        # The 31st of June, or a day after the last year there is.
        except (ValueError, OverflowError):
            continue
        if day is None:
            continue
        begin = short_before(text, day.start, day.date.weekday(), is_named=bool(found["named"]))
        if begin == day.start and _NOT_MEANT.search(before):
            continue
        day = day if day.of_week else replace(day, start=begin)
        if owner is Owner.OF_MEETING:
            yield replace(day, end=day.end + len("'s"), owns=True)
        else:
            yield day


def _day(found: re.Match[str], today: date, zone: str) -> Day | None:
    start, end = found.span()
    if (word := found["w"] or found["wa"] or found["wc"]) is not None:
        ahead = (weekday_of(word) - today.weekday()) % 7
        is_next = IS_NEXT.search(found.group()) is not None
        return _weekday(found, today, ahead, is_next)
    if found["numbered"]:
        return _numbered(found, today)
    if found["rel"]:
        ahead = FROM_TODAY[" ".join(found["rel"].lower().split())]
        return Day(today + timedelta(ahead), start, end)
    if found["edge"]:
        return Day(edge_of(found, today), start, end)
    if found["ahead"] or found["of"]:
        day = ahead_of(found, today) if found["ahead"] else nth_of(found, today)
        return Day(day, start, end)
    if (weekday := found["ka"] or found["kb"]) is not None:
        monday = today + timedelta(
            7 * (1 + ("after next" in found.group().lower())) - today.weekday()
        )
        return Day(monday + timedelta(WEEKDAYS[weekday.lower()]), start, end)
    if found["worded"]:
        number, month_word = ordinal_of(found)
        if month_word is None:
            return Day(next_of_number(today, number), start, end, of_month=True)
        when, warnings = _in_year(None, MONTHS[month_word.lower()], number, today)
        return Day(when, start, end, warnings=warnings)
    if found["no"]:
        return Day(next_of_number(today, int(found["no"])), start, end, of_month=True)
    return _slash(found, today, zone) if found["slash"] else _dated(found, today)


def _weekday(found: re.Match[str], today: date, ahead: int, is_next: bool) -> Day:
    start, end = found.span()
    if not is_next:
        return Day(today + timedelta(ahead), start, end, ahead == 0, of_week=True)
    day = today + timedelta(ahead or 7)
    if day.isocalendar()[:2] != today.isocalendar()[:2]:
        return Day(day, start, end, of_week=True)
    words = " ".join(found.group().split())
    return Day(
        day, start, end, of_week=True, warnings=(f"“{words}” was taken as {said_day(day)}.",)
    )


def _numbered(found: re.Match[str], today: date) -> Day:
    weekday = weekday_of(found["na"])
    day = agreeing(next_of_number(today, int(found["nb"])), weekday)
    if day.weekday() == weekday:
        return Day(day, *found.span(), numbered=not found["nc"])
    ahead = (weekday - today.weekday()) % 7
    return replace(_weekday(found, today, ahead, is_next=False), end=found.end("na"))


def _slash(found: re.Match[str], today: date, zone: str) -> Day:
    """Read `12/1`: only one order may be possible, else the country's is taken, and said."""
    one, two, year = int(found["sa"]), int(found["sb"]), found["sy"]
    month_first = two > 12 or (one <= 12 and is_month_first(zone))
    month, number = (one, two) if month_first else (two, one)
    day, warnings = _in_year(year, month, number, today)
    if one <= 12 and two <= 12 and one != two:
        order = "month" if month_first else "day"
        warnings = (
            f"{found.group()} was read with the {order} first: {said_day(day)}. "
            f"Write {day:%Y}-{number:02}-{month:02} if the other was meant.",
        )
    return Day(day, *found.span(), warnings=warnings)


def _dated(found: re.Match[str], today: date) -> Day:
    if found["iso"]:
        day = date(int(found["iy"]), int(found["im"]), int(found["id"]))
        return Day(day, *found.span())
    if found["dots"]:
        day, warnings = _in_year(found["dy"], int(found["dm"]), int(found["dd"]), today)
    else:
        name, number = found["nm"] or found["mm"], found["nd"] or found["md"]
        year = found["ny"] or found["my"]
        day, warnings = _in_year(year, MONTHS[name.lower()], int(number), today)
    return Day(day, *found.span(), warnings=warnings)


def _in_year(
    year: str | None, month: int, number: int, today: date
) -> tuple[date, tuple[str, ...]]:
    """Return the day; without a year the next such one, with a warning where it is far off."""
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, number), ()
    ahead = (date(year, month, number) for year in range(today.year, today.year + 9)
             if number <= monthrange(year, month)[1])  # fmt: skip
    day = next((day for day in ahead if day >= today), None)
    if day is None:
        raise ValueError(f"no month {month} has a day {number}")
    if day - today < timedelta(_FAR):
        return day, ()
    return day, (f"No year was given, so {said_day(day)} was taken.",)
