"""By which signs a word that looks like a misspelt day is a name: `Ms Munday`, `Frieda`."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import WEEKDAY
from coach.services.agendas.reading.roles import ROLE
from coach.services.names.given import GIVEN

_TITLE = lazy_pattern(
    r"\b(?:dr|mr|mrs|ms|mx|prof|herrn?|frau|mme|mlle|monsieur|madame|sra?|sig|dhr|mevr)\.? \Z",
    re.IGNORECASE,
)
_COMES = lazy_pattern(
    r"\b(?:with|mit|avec|con|com|met|med|w/|invite|ask|add|include|bring|cc|our|my) \Z",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(r"(?P<clause>(?:\A|[.!?:;,\n]) ?)?(?P<word>[^\W\d_][\w'’-]*) \Z")
_TIME_AFTER = lazy_pattern(
    r",? (?:at |from |um |à |a las |around |the )?(?:\d|noon|midday|half|quarter|morning|afternoon"
    r"|evening|next|week)",
    re.IGNORECASE,
)
_WHOSE = lazy_pattern(
    rf" (?:from|aus|von|vom|du|des|van|of|in) (?:the |our |dem |der )?{ROLE}(?![\w-])"
    rf"|,? \({ROLE}(?![\w-])",
    re.IGNORECASE,
)
_CALENDAR = lazy_pattern(rf"(?:{WEEKDAY}|next|on|this|every|coming|or)", re.IGNORECASE)
_NEAR = 32


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the word there is a name by itself or by the words around it."""
    word = text[start:end]
    if word.casefold() in GIVEN:
        return True
    before = text[max(0, start - _NEAR) : start]
    if _TITLE.search(before):
        return True
    if not word[0].isupper() or _TIME_AFTER.match(text, end):
        return False
    if _COMES.search(before) or _WHOSE.match(text, end):
        return True
    found = _BEFORE.search(before)
    if found is None or _CALENDAR.fullmatch(found["word"]):
        return False
    is_capital = found["word"][0].isupper() and found["clause"] is None
    return is_capital or found["word"].casefold() in GIVEN
