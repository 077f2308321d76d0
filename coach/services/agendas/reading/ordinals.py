"""Days of the month in words: `Tuesday the first`, `the tenth of December`."""

from __future__ import annotations

import re

from coach.services.agendas.reading.calendar_words import MONTH

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


def ordinal_of(found: re.Match[str]) -> tuple[int, str | None]:
    """Return the day of the month that `ORDINAL_FORM` found, and the month where one is named."""
    word = found["oa"] or found["ob"] or found["oe"]
    return _NUMBERS["-".join(word.lower().split())], found["oc"] or found["od"]
