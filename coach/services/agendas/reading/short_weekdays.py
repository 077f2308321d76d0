"""Weekdays cut short: German `Do 3.12.` and `Mi 10:00`, Dutch `wo 2 dec`, French `jeu. 15h`."""

from __future__ import annotations

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import RELATIVE, SHORT, WEEKDAY, WEEKDAYS

_DUTCH = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_GERMAN = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_CUT = {
    "lun": 0, "mar": 1, "mer": 2, "mié": 2, "mie": 2, "jeu": 3, "jue": 3, "gio": 3, "ven": 4,
    "vie": 4, "sáb": 5, "dim": 6, "segunda": 0, "terça": 1, "quarta": 2, "quinta": 3, "sexta": 4,
}  # fmt: skip
# `Do` and `So` open English sentences too: only a dot or a time of day makes them weekdays.
SHORT_FORM = (
    rf"(?P<wa>{SHORT})(?:\.|(?=,? (?:um |ab |von )?\d{{1,2}}(?:[:.]\d\d)?"
    r"(?: ?(?:-|–|bis) ?\d{1,2}(?:[:.]\d\d)?)? ?uhr\b)"
    r"|(?<!So)(?=,? \d{1,2}:\d\d"
    rf"(?!,? (?:on|works?|is|for|to|would|suits?|{RELATIVE}|{WEEKDAY})\b)))"
    # Only before a time: `mar` is March too, and `segunda` a second one.
    rf"|\b(?P<wc>{'|'.join(_CUT)})\b\.?(?=,? (?:às \d|(?:à |a las |alle )?\d{{1,2}}(?:h|:\d\d)))"
)
_BEFORE = lazy_pattern(
    r"(?<![\w.])(?P<word>[MmDdWwFfSsVvZz][oiaer]|lun|mar|mer|mié|mie|jeu|jue|gio"
    r"|ven|vie|sáb|dim)[.,]? \Z"
)


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday's being 0, in full or as `SHORT_FORM` finds it."""
    return WEEKDAYS[word.lower()] if word.lower() in WEEKDAYS else _CUT[word.lower()]


def short_before(text: str, start: int, weekday: int, *, is_named: bool) -> int:
    """Return where a weekday cut short begins that stands before a date of that `weekday`.

    `start` where none does. `do` counts only before a month that `is_named`: `do 3.12.` is Polish
    for until then.
    """
    begin = max(0, start - 6)
    found = _BEFORE.search(text[begin:start])
    if found is None or (found["word"] == "do" and not is_named):
        return start
    word = found["word"].lower()
    is_day = weekday in (_GERMAN.get(word), _DUTCH.get(word), _CUT.get(word))
    return begin + found.start() if is_day else start
