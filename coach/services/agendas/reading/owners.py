"""Whose a day is that owns something: of a meeting to come, or of what has been or others do."""

from __future__ import annotations

import re
from enum import Enum

from coach.domain.lazily import lazy_pattern

_OWNS = lazy_pattern(r"['’]s (?=\w)")
_MEETING = lazy_pattern(
    r"['’]s (?:[\w&+:.-]+ ){0,5}?(?:sync|meeting|call|session|workshop|kick-?off|stand-?up|review"
    r"|retro\w*|debrief|planning|catch-?up|huddle|check-?in|chat|talk|off-?site|qbr|council|clinic"
    r"|1:1|one-on-one|round ?table|get-together)\b(?! (?:notes|minutes|leads|numbers|figures))",
    re.IGNORECASE,
)
_ASKED = lazy_pattern(
    r"\b(?:agendas?|plan|prep\w*|draft|outline|structure|script|ready|run|host|lead|moderate|chair"
    r"|schedule|book|set up|invit\w+|organi[sz]e)"
    r"(?: (?:me|us|an?|one|up|agenda|please|myself|ourselves))*(?: (?:for|of|to|with))?"
    r"(?: (?:our|the))? \Z",
    re.IGNORECASE,
)
_OPENS = lazy_pattern(
    r"(?:\A|[.!?;:\n]\s*)(?:(?:please|pls|hi|hello|ok|so|for|re|about|subject|topic)[ ,:]+)*\Z",
    re.IGNORECASE,
)
# What is told of it afterwards.
_OVER = lazy_pattern(
    r"[^.!?:\n]*\b(?:was|were|went|ended|got|had|did(?:n['’]t)?|failed|turned|felt|showed|broke|ran"
    r"|blew|told|said|left|walked|blamed|argued|fought|promised|agreed|decided|brought|made)\b",
    re.IGNORECASE,
)
_NEAR = 48


class Owner(Enum):
    """What a day owns in a text."""

    OF_NOTHING = "nothing"
    OF_MEETING = "meeting"
    OF_OTHER = "other"


def owner_at(text: str, start: int, end: int) -> Owner:
    """Return what the day from `start` to `end` owns: `tomorrow's sync` is a meeting to come."""
    if _OWNS.match(text, end) is None:
        return Owner.OF_NOTHING
    before = text[max(0, start - _NEAR) : start]
    if _MEETING.match(text, end) is None:
        return Owner.OF_OTHER
    if _ASKED.search(before):
        return Owner.OF_MEETING
    is_told = _OPENS.search(before) is None or _OVER.match(text, end) is not None
    return Owner.OF_OTHER if is_told else Owner.OF_MEETING
