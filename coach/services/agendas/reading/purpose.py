"""What a meeting is for: what remains of a brief, in the person's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import WEEKDAY
from coach.services.agendas.reading.reads import GAP, Span, without

_NOUN = (
    r"(?:agendas?|meetings?|sessions?|calls?|sync|chats?|talks?|workshops?|slot|meeting plan"
    r"|besprechung|termin|réunion|reunión)"
)
_ASKS = (
    r"(?:hi|hello|hey|dear coach|please|pls|bitte|asap|can (?:you|we)|could (?:you|we)|would you"
    r"|help me(?: to)?|i['’]?d like(?: to)?|i would like(?: to)?"
    r"|(?:we|i) (?:need|want|have(?! (?:been|to)\b)|['’]ve got)|we['’](?:ve|re)(?: got)?|need"
    r"|it should take|it takes"
    r"|it['’]ll(?: last)?|it will last|i['’]ve (?:only )?got"
    r"|takes|dauert|quick|short)"
)
_MAKES = (
    r"(?:make|write|draft|plan|prepare|give|create|build|set up|schedule|book|get|put together"
    r"|organi[sz]e|arrange|do)"
)
_LINK = (
    r"(?:for|to|on|about|re|regarding|of|with|at|in|from|um|am|mit|zu[rm]?|über|sur|pour|sobre|para"
    r"|de|and|(?:topics?|subject|thema) is|topics?|thema|subject|purpose|title|meeting length"
    r"|length|duration|es geht um|is about)"
)
_LEAD = lazy_pattern(
    rf"[\s,.;:!–-]*(?:(?:{_ASKS}\b[\s,!:]*)+"
    rf"|{_MAKES} (?:me |us )?(?:(?:an? |the |our |one )(?:[\w-]+ )?)?{_NOUN}\b"
    rf"|(?:an? |the |our |one )?{_NOUN}\b(?=[\s:,]*(?:{_LINK}\b|asap\b|\Z|[:,.]))"
    rf"|{_LINK}\b\s*:?|{WEEKDAY} ?[:,])(?!['’-]\w)",
    re.IGNORECASE,
)
_TAIL = lazy_pattern(
    rf"(?:[\s,;:–(]+|\s-\s*)(?:{_LINK}|an?|the|our"
    r"|we (?:have|meet)|we['’]ve got|have|please|pls|starts?"
    r"|next"
    r"|every|only|which|that|lasts?|takes?|le|el|la|asap)[\s,;:]*\Z",
    re.IGNORECASE,
)
# What is left of a sentence whose telling words were read elsewhere.
_EMPTY = lazy_pattern(
    rf"(?:[\W_]|\b(?:{_MAKES}|{_LINK}|an?|the|our|we|i|me|us|it|is|have|has|want|needs?|meet|el|la|le"
    r"|les|der|die|das|el|los|each|next|please|starts?"
    r"|à|les|this|every|the first|sharp|between|tops|total|approx|once|just|now|so"
    r"|then|recurring|can|could|grab|let['’]?s|do|begins?|beginn|commence|empieza|inizia|las|dauert"
    # A day that stands alone is when it is, told apart by its warning.
    rf"|{WEEKDAY})\b)*\Z",
    re.IGNORECASE,
)
_EDGE = " \t,;:–—-\n"
_FIRST = _EDGE + ".!?/|>·•"  # `60 min / lead form` begins with a separator
_GAPS = lazy_pattern(rf"[ \t]*(?P<before>[,.;:\n]?)[ \t]*{GAP}[{GAP} \t]*(?P<after>[,.;:\n]?)")
_MOST_STRIPS = 8


def purpose_of(text: str, spans: Iterable[Span]) -> str:
    """Return `text` without what was read elsewhere and without the asking for an agenda."""
    rest = without(text, spans)
    parts: list[str] = []
    at, joint = 0, ""
    for gap in _GAPS.finditer(rest):
        _add(parts, rest[at : gap.start()], joint)
        joint = (
            f"{gap['before']} "
            if gap["before"] in ".\n" and gap["before"]
            else (", " if gap["before"] or gap["after"] else " ")
        )
        at = gap.end()
    _add(parts, rest[at:], joint)
    return "".join(parts).strip(_EDGE + ".")


def _add(parts: list[str], words: str, joint: str) -> None:
    words = _trimmed(words)
    if not _EMPTY.match(words):
        parts += [joint, words] if parts else [words]


def _trimmed(words: str) -> str:
    """Take asking and linking words off both ends; never more than a few layers of them."""
    for _ in range(_MOST_STRIPS):
        shorter = _LEAD.sub("", words, count=1) if _LEAD.match(words) else words
        shorter = shorter.lstrip(_FIRST)
        if (tail := _TAIL.search(shorter[-60:])) is not None:
            shorter = shorter[: len(shorter) - len(tail.group())]
        if shorter == words:
            break
        words = shorter
    return words.strip(_EDGE)
