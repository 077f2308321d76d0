"""Which bare numbers beside a day are times of day: `Tuesday 10-11`, `10.30 Friday`."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH, RELATIVE, WEEKDAY
from coach.services.agendas.reading.clock_forms import THEN

_NEAR = 40
_MOST_HOURS = 8  # between two numbers that only their day makes hours
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)"
_DAY = (
    rf"\b(?:{WEEKDAY}|{RELATIVE}|(?:{_NUMBER}|\d{{1,2}}\.?) {MONTH}|{MONTH} (?:{_NUMBER}|\d{{1,2}})"
    rf"|{_NUMBER}|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?)(?: (?:morning|afternoon|evening))?"
)
_BEFORE = lazy_pattern(rf"{_DAY}\.?,?(?: (?:from|at|between|von|de))? \Z", re.IGNORECASE)
_NAMED_BEFORE = lazy_pattern(
    rf"\b(?:{WEEKDAY}|{RELATIVE})(?: (?:morning|afternoon|evening))? \Z", re.IGNORECASE
)
_SAID_BEFORE = lazy_pattern(
    rf"(?:{_DAY}\.?,? ?(?:at|@|um|ab|à|a las|alle|às|om|kl|gegen) ?)\Z", re.IGNORECASE
)
_RELATIVE_BEFORE = lazy_pattern(
    rf"\b{RELATIVE}(?: (?:morning|afternoon|evening))? \Z", re.IGNORECASE
)
_AFTER = lazy_pattern(
    rf",? (?:on |am |le |el |op |this |next |coming )*(?:{WEEKDAY}|{RELATIVE})\b", re.IGNORECASE
)
_OPENS = lazy_pattern(r"(?:\A|[.;:!?\n(])\s*\Z")
_FREE = lazy_pattern(THEN, re.IGNORECASE)
# `slides 3-4 tomorrow` are no hours.
_COUNTED_BEFORE = lazy_pattern(
    r"(?:[^\W\d_]s|\b(?:page|slide|step|part|phase|point|item|chapter|question|row|version|option"
    r"|score|fell|rose|grew|went|came in|won|lost|sent|got|had|were|was|of|by|about|seite|folie"
    r"|punkt|[^\W\d_]+ed)) \Z",
    re.IGNORECASE,
)
_MATTER = lazy_pattern(r" (?-i:[a-zß-ÿ])", re.IGNORECASE)


def is_day_before(found: re.Match[str]) -> bool:
    """Whether a day stands straight before a number."""
    return _BEFORE.search(_near(found)) is not None


def is_day_and_at_before(found: re.Match[str]) -> bool:
    """Whether `Friday at` or the like stands straight before a number."""
    return _SAID_BEFORE.search(_near(found)) is not None


def is_relative_before(found: re.Match[str]) -> bool:
    """Whether `tomorrow` or the like stands straight before a number, which no date follows."""
    return _RELATIVE_BEFORE.search(_near(found)) is not None


def opens_before_day(found: re.Match[str]) -> bool:
    """Whether a day follows a number that opens a clause: `10.30 Friday`, no cost of `2.50`."""
    is_day = _AFTER.match(found.string, found.end()) is not None
    return is_day and _OPENS.search(_near(found)[-4:]) is not None


def is_range_beside_day(found: re.Match[str]) -> bool:
    """Whether two bare numbers are hours of a day: `Tuesday 10-11`, `wed 3-4 budget talk`."""
    before = _near(found)
    if _BEFORE.search(before) and _FREE.match(found.string, found.end()):
        return True
    if (int(found["eh"]) - int(found["h"])) % 12 > _MOST_HOURS:
        return False
    if _NAMED_BEFORE.search(before) and _MATTER.match(found.string, found.end()):
        return True
    is_day = _AFTER.match(found.string, found.end()) is not None
    return is_day and _COUNTED_BEFORE.search(before) is None


def _near(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - _NEAR) : found.start()]
