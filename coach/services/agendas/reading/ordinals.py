"""Days of the month in words: `Tuesday the first`, `the tenth of December`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from coach.services.agendas.reading.calendar_words import MONTH, WEEKDAY

_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth"
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *f"{_ONES} {_TEENS}".split(),
            *(f"twenty-{one}" for one in _ONES.split()),
            "thirtieth",
            "thirty-first",
        ),
        start=1,
    )
}
_MONTHS = 2  # ahead in which a weekday and a number are tried to agree
_WORD = "|".join(word.replace("-", "[- ]") for word in sorted(_NUMBERS, key=len, reverse=True))
# `Tuesday the first thing we do` names no date.
_THEN = (
    r"(?=\s*(?:\Z|[,.;:!?)\n–-])| (?:at|from|for|with|on|about|around|morning|afternoon|evening"
    r"|noon|please|pls|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: [ap]\.?m| o['’]?clock| thirty| fifteen)))"
)
ORDINAL_FORM = (
    rf"(?:(?<=[nsri]day )|(?<=[nsri]day, ))the (?P<oa>{_WORD})\b{_THEN}"
    rf"|(?<!\ba )(?<!\bone )(?<!-)\b(?:the )?(?P<ob>{_WORD}) of (?P<oc>{MONTH})\b"
    rf"|\b(?P<od>{MONTH}),? the (?P<oe>{_WORD})\b{_THEN}"
)
# `el viernes 4 a las 10h`, `Monday 7th`: the number is the day's, where that is such a weekday.
NUMBERED_FORM = (
    rf"\b(?P<na>{WEEKDAY}|segunda|quarta|quinta|sexta),? (?P<nb>\d{{1,2}})(?:(?P<nc>st|nd|rd|th)\b"
    r"(?! (?:quarter|item|time|lead|deal|party|call|round|half)\b)"
    r"|\.?(?=,? (?:(?:a las?|à|alle|às|at|um|om|kl\.?)"
    r" \d{1,2}(?!\d)|\d{1,2}(?:[:.h]\d\d| ?h\b| ?uhr\b| ?[ap]\.?m\b))))"
)


def ordinal_of(found: re.Match[str]) -> tuple[int, str | None]:
    """Return the day of the month that `ORDINAL_FORM` found, and the month where one is named."""
    word = found["oa"] or found["ob"] or found["oe"]
    return _NUMBERS["-".join(word.lower().split())], found["oc"] or found["od"]


def next_of_number(today: date, number: int) -> date:
    """Return the next day with that number in its month; raise `ValueError` where none has."""
    month = today.replace(day=1)
    while number > monthrange(month.year, month.month)[1] or month.replace(day=number) < today:
        if number > 31 or number < 1:
            raise ValueError(f"no month has a day {number}")
        month = (month + timedelta(32)).replace(day=1)
    return month.replace(day=number)


def agreeing(day: date, weekday: int) -> date:
    """Return the next day of the same number that is of `weekday`, `day` where none is soon."""
    months = (day.replace(day=1) + timedelta(31 * ahead) for ahead in range(_MONTHS))
    same = (month.replace(day=day.day) for month in months
            if day.day <= monthrange(month.year, month.month)[1])  # fmt: skip
    return next((one for one in same if one.weekday() == weekday), day)
