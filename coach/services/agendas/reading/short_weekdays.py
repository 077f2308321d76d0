"""Weekdays in two letters: German `Do 3.12.` and `Mi 10:00`, Dutch `wo 2 dec`."""

from __future__ import annotations

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import RELATIVE, SHORT, WEEKDAY

_DUTCH = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_GERMAN = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
# `Do` and `So` open English sentences too: only a dot or a time of day makes them weekdays.
SHORT_FORM = (
    rf"(?P<wa>{SHORT})(?:\.|(?=,? (?:um |ab |von )?\d{{1,2}}(?:[:.]\d\d)?"
    r"(?: ?(?:-|–|bis) ?\d{1,2}(?:[:.]\d\d)?)? ?uhr\b)"
    r"|(?<!So)(?=,? \d{1,2}:\d\d"
    rf"(?!,? (?:on|works?|is|for|to|would|suits?|{RELATIVE}|{WEEKDAY})\b)))"
)
_BEFORE = lazy_pattern(r"(?<![\w.])(?P<word>[MmDdWwFfSsVvZz][oiaer])[.,]? \Z")


def short_before(text: str, start: int, weekday: int, *, is_named: bool) -> int:
    """Return where the two letters begin that stand before a date of that `weekday`.

    `start` where none do. Small letters count only before a month that `is_named`: `do 3.12.` is
    Polish for until then.
    """
    begin = max(0, start - 6)
    found = _BEFORE.search(text[begin:start])
    if found is None or (found["word"].islower() and not is_named):
        return start
    word = found["word"].lower()
    is_day = weekday in (_GERMAN.get(word), _DUTCH.get(word))
    return begin + found.start() if is_day else start
