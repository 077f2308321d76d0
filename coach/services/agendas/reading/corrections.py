"""What a text takes back: the old time of a meeting that was moved, the length it had before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH, RELATIVE, SHORT, WEEKDAY
from coach.services.agendas.reading.numerals import NUMBER
from coach.services.agendas.reading.reads import Span

_MOVES = (
    r"(?:mov(?:e|es|ed|ing)|re-?schedul\w+|postpon\w+|push\w*|shift\w*|(?:brought|bring) forward"
    r"|put off|delayed|chang(?:e|es|ed|ing)|switch\w*|extend\w*|lengthen\w*|prolong\w*|shorten\w*"
    r"|cut\w*|reduc\w+|trim\w*|expand\w*|increas\w+|rais\w+|doubl\w+|turn|(?:goes|go|going|up|down)"
    r"|verschob\w*|verschieb\w*|verleg\w*|verlänger\w*|verkürz\w*|kürz\w*|déplac\w+|décal\w+"
    r"|report\w+"
    r"|pass(?:e|er|é|ons|ar|are|a)|raccourci\w*|allong\w+|ampli\w+|muev\w+|mov(?:er|ido|ida)"
    r"|traslad\w+"
    r"|aplaz\w+|cambi\w+|acort\w+|alarg\w+|spost\w+|rinvi\w+|prolung\w+|allung\w+|accorci\w+"
    r"|adi(?:ad|ar|ou)\w*"
    r"|mud\w+|verplaats\w*|verzet\w*|verleng\w*|verkort\w*|inkort\w*|przesun\w*|przeło\w*"
    r"|wydłuż\w*|skróc\w*"
    r"|flytt\w*|förläng\w*|korta\w*)"
)
# What else is moved, cut or extended; its figures are nobody's meeting.
_OTHER = lazy_pattern(
    r"\b(?:time(?! box)|response|repl(?:y|ies)|answers?|cycle|wait|delay|turnaround|sla|pric\w+"
    r"|conversion|rates?"
    r"|budget|discounts?|leads?|deals?|costs?|quotas?|targets?|deadline|trial|scores?|per ?cent"
    r"|(?:webinars?|demos?|trainings?|tours?|videos?)(?=\s*\Z))",
    re.IGNORECASE,
)
_DAY = (
    rf"(?:{WEEKDAY}s?|{SHORT}\.|{RELATIVE}|(?:\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of |de )?)?{MONTH}\b)"
)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d| ?h ?\d\d)(?: ?[ap]\.?m\b\.?| ?(?:uhr|h)\b)?"
    r"|\d{1,2} ?(?:[ap]\.?m\b\.?|uhr\b|h\b|o['’]clock))"
)
_LINK = r"(?:[ ,]+(?:at|on|the|um|am|à|a|las?|alle|às|om|o|kl|klockan|de|of|from|le|el|il)\b)*[ ,]+"
_WHEN = rf"(?:{_DAY}|{_CLOCK})(?:{_LINK}(?:{_DAY}|{_CLOCK}|\d{{1,2}}(?:st|nd|rd|th)?\b)){{0,4}}"
_OLD = f"{_WHEN}?"  # as few words as there can be: the new time follows
_AT = r"(?:(?:at|on|the|um|am|den|à|a|las?|alle|às|om|o|kl|le|el|il|de|for|from) )*"
_FROM = r"(?:from|by|von|vom|de(?:l|sde)?|da(?:l|lle)?|das?|van|z|ze|från|du)"
_TO = r"(?:to|until|auf|zu|à|au|al?|para|alle|às|naar|na|do|till|på)"
_UNIT = r"(?:hours?|hrs?|h|min\w*|stunden?|heures?|horas?|or[ea]|uur|godzin\w*|timm\w*)"
_LONG = rf"(?:an hour|half an hour|{NUMBER}(?: ?{_UNIT})?)"
_MOVED = lazy_pattern(
    rf"\b(?P<verb>{_MOVES})\b(?P<what>[^.!?;\n]{{0,48}}?)"
    rf"(?P<old>\b{_FROM} {_AT}(?:{_OLD}|{_LONG}(?: uhr)?)"
    rf",? {_TO})(?= {_AT}(?:{_WHEN}|{_LONG}))",
    re.IGNORECASE,
)
_BEFORE = (
    r"(?:instead of|rather than|(?:do |is |it['’]s )?not(?! (?:before|later|until|after|more"
    r"|less))(?: on)?"
    r"|(?:was|were)(?: (?:planned|scheduled|set|meant|booked))?(?: to be)?|formerly|originally"
    r"|previously"
    r"|anstatt|statt|anstelle von|nicht|war|au lieu d[eu]|pas|en vez de|en lugar de|invece d(?:i"
    r"|el)"
    r"|em vez de|in plaats van|niet|zamiast|i stället för|inte)"
)
_TAKEN_BACK = lazy_pattern(rf"\b{_BEFORE} {_AT}{_WHEN}(?!\w)", re.IGNORECASE)
_FAILS = lazy_pattern(
    rf"(?<![\w:.]){_WHEN},? (?:sadly |unfortunately )?(?:(?:does ?n['’]?t|does not|do ?n['’]?t"
    rf"|wo ?n['’]?t|will not"
    r"|did ?n['’]?t|ca ?n['’]?t|cannot|no longer) (?:work|suit|fit|do|happen|be)\w*"
    r"|is (?:off|gone|out|full|taken|impossible|cancelled|canceled|not possible|no good|a holiday)"
    r"|f[ae]ll(?:s|en)? through|(?:geht|passt|klappt) (?:doch )?nicht|ne (?:va|marche|convient) pas"
    r"|no (?:puede ser|va|me va)|non va)(?: anymore| any more| for \w+)?",
    re.IGNORECASE,
)
_SORRY = lazy_pattern(
    rf"(?<!\w){_WHEN}(?=[ ,.–-]+(?:(?:no|sorry|wait|oops|correction|i mean|or rather|rather"
    rf"|make (?:it|that)"
    r"|actually|better|nein|pardon|non|perdón|scusa|desculpe|now|jetzt|digo)\b[ ,:–-]*)+"
    rf"{_AT}{_WHEN})",
    re.IGNORECASE,
)
_WEAK = lazy_pattern(
    r"go|up|down|pass|rais|cut|chang|switch|mud|cambi|report|turn|doubl|increas|expand|extend",
    re.IGNORECASE,
)
_IT = lazy_pattern(r"\b(?:meeting|call|sync|start|time|it|session|date|slot)\s*\Z", re.IGNORECASE)
_HOURS = lazy_pattern(_CLOCK, re.IGNORECASE)
_SOME_DAY = lazy_pattern(_DAY, re.IGNORECASE)
_SOME = lazy_pattern(_WHEN, re.IGNORECASE)


def taken_back(text: str) -> tuple[Span, ...]:
    """Return the places of times and lengths that the text itself replaces by others."""
    moved = (found for found in _MOVED.finditer(text) if not _is_of_other(text, found))
    spans = [found.span("old") for found in moved if not _is_range(found)]
    for pattern in (_TAKEN_BACK, _FAILS, _SORRY):
        spans += [found.span() for found in pattern.finditer(text)]
    return tuple(spans) if any(_remaining(text, spans)) else ()


def _is_range(moved: re.Match[str]) -> bool:
    """Whether a meeting only `goes from 14:00 to 15:00`; what is moved from then, is moved."""
    is_clock = _HOURS.search(moved["old"]) and not _SOME_DAY.search(moved["old"])
    return bool(is_clock and _WEAK.match(moved["verb"]) and not _IT.search(moved["what"]))


def _is_of_other(text: str, moved: re.Match[str]) -> bool:
    begin = max(text.rfind(mark, 0, moved.start()) for mark in ".!?;\n") + 1
    return _OTHER.search(text[begin : moved.start("old")]) is not None


def _remaining(text: str, spans: list[Span]) -> Iterator[bool]:
    """Yield for every time or length that stands whether it was not taken back."""
    for found in (*_SOME.finditer(text), *re.finditer(rf"{NUMBER} ?-?{_UNIT}", text, re.I)):
        yield all(found.end() <= start or end <= found.start() for start, end in spans)
