"""Lengths of time in a text, as people write them in English and six other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.services.agendas.reading.numerals import DIGITS, NUMBER, value_of

_HOUR = (
    r"(?:hours?|hrs?|h|stunden?|std\.?|heures?|horas?|ore|ora|uur|uren|uurtjes?|godzin[aęy]?"
    r"|godz\.?)"
)
_MINUTE = r"(?:minutes?|mins?|minuten?|minutos?|minuti|minuut|minuutjes?|minut[aęy]?|min)"
_ARTICLE = r"(?:an? |one |eine[rn]? |une? |una? |een )?"
_JOIN = r"(?:,? and |,? und | et | y | )?"
# A bare number after hours: minutes that people round to, and nothing that is counted.
_ROUND = (
    r"(?:[0-5][05]|ten|fifteen|twenty(?:-five)?|thirty|forty(?:-five)?|fifty)(?!\w|[.,:]\d|\s*%"
    r"|\s+(?:people|ppl|of us|attendees|participants|leads|reps|persons?)\b)"
)
_SPOKEN: tuple[tuple[str, int], ...] = (
    (r"(?:three[- ]quarters? of an hour|three[- ]quarter hour|drei ?viertel ?stunde|drie kwartier"
     r"|trois[- ]quarts d['’]heure|tres cuartos de hora)", 45),
    (rf"{_ARTICLE}(?:quarter[- ](?:of an )?hour|viertel ?stunde|quart d['’]heure"
     r"|cuarto de hora|kwartier(?:tje)?|kwadrans)", 15),
    (rf"{_ARTICLE}(?:half[- ](?:an )?hour|halbe[n]? stunde|demi[- ]heure|media hora|mezz['’]ora"
     r"|meia hora|half ?uur(?:tje)?|pół godziny|halbstündig\w*)", 30),
    (rf"{_ARTICLE}(?:hour and a half|heure et demie|hora y media|ora e mezza|hora e meia"
     r"|anderhalf uur)", 90),
    (rf"{_ARTICLE}(?:hour and a quarter)", 75),
    (rf"{_ARTICLE}(?:half[- ](?:a )?day|halbe[rn]? tag|halbtägig\w*|demi[- ]journée"
     r"|medio día)", 240),
    (rf"{_ARTICLE}(?:(?:full|whole|entire|working)[- ]day|day[- ]long|ganze[rn]? tag"
     r"|ganztägig\w*)", 480),
    (r"(?:uurtje|godzin(?:a|ę|ka|kę))", 60),
    (r"(?:all[- ]day(?: long)?|une journée|un día entero|einen tag)", 480),
)  # fmt: skip
# `a day` is a length only where a meeting fills it.
_DAY_BEFORE = r"(?:\A\W*|[.!?\n]\s*|\b(?:for|takes?|need|have|book|block|plan|want) )"
_DAY_AFTER = r"(?= (?:to|on|for|with|workshop|off-?site|session|meeting|together|of planning)\b)"
_FORMS: tuple[tuple[str, str], ...] = (
    *((f"s{which}", rf"\b{words}\b") for which, (words, _) in enumerate(_SPOKEN)),
    ("label", r"\b(?:length|duration|minutes|dauer|durée|duración)\s?[:=]\s?(?P<bare>\d{1,4})"
              rf"(?!\s?(?:{_HOUR}|[:.,]\d)\b)(?:\s?{_MINUTE}\b)?"),
    ("hour", r"\b(?:(?:bi-?weekly|fortnightly|weekly|monthly|full|quick|whole) hour"
             r"|hour[ -]long)\b"),
    ("colon", rf"\b(?P<ch>\d{{1,2}})[:.](?P<cm>[0-5]\d)[ -]?{_HOUR}(?![\w:])"),
    ("both", rf"(?P<bh>{NUMBER})[ -]?{_HOUR}{_JOIN}"
             rf"(?:(?P<bm>{NUMBER})[ -]?(?:{_MINUTE}|m)\b|(?P<br>{_ROUND}))"),
    ("more", rf"(?P<mh>{NUMBER})[ -]?(?:hours|heures|horas) (?:and|et|y) "
             r"(?P<mp>(?:a )?half|a quarter|demie|media)\b"),
    ("range", rf"(?P<lo>{NUMBER}) ?(?:{_MINUTE}|{_HOUR})?(?: ?[-–] ?(?=\d)| (?:to|or|bis|à) )"
              rf"(?P<hi>{NUMBER})[ -]?(?:(?P<rm>{_MINUTE})|(?P<rh>{_HOUR}))\b"),
    ("hours", rf"(?P<h>{NUMBER})[ -]?(?:{_HOUR}\b(?:[ -]long\b)?|-?stündig\w*)"),
    ("minutes", rf"(?P<m>{NUMBER})[ -]?(?:(?:{_MINUTE}|-?minütig\w*)\b(?:[ -]long\b)?)"),
    ("prime", rf"(?P<p>{DIGITS}) ?['’′](?![\w'])"),
    ("letter", r"(?<![\w€$£.,:/])(?P<l>\d{2,3})m\b"),
    ("days", rf"(?P<d>{NUMBER})[- ]days?[- ](?:meeting|workshop|off-?site|session|retreat)\b"),
    ("day", rf"(?:(?<=[^\w])|\A)(?:a|one|1)[- ]day\b{_DAY_AFTER}"),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS), re.IGNORECASE)
_FILLS_A_DAY = re.compile(rf"{_DAY_BEFORE}\Z", re.IGNORECASE)
_DAY = 1440


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in minutes, whole or not; `least` is the lower end of a range."""

    minutes: float
    start: int
    end: int
    least: float | None = None


def lengths_in(text: str) -> Iterator[Length]:
    """Yield the lengths of time of `text` in order, whatever they are the length of."""
    for found in _ANY.finditer(text):
        if found.lastgroup is None or (
            found["day"] and not _FILLS_A_DAY.search(text[: found.start()][-30:])
        ):
            continue
        least = None
        if found["range"]:
            least = value_of(found["lo"]) * (60 if found["rh"] else 1)
        yield Length(_minutes(found), found.start(), found.end(), least)


def _minutes(found: re.Match[str]) -> float:
    for which, (_, minutes) in enumerate(_SPOKEN):
        if found[f"s{which}"]:
            return minutes
    if found["hour"]:
        return 60
    if found["colon"]:
        return int(found["ch"]) * 60 + int(found["cm"])
    if found["both"]:
        return value_of(found["bh"]) * 60 + value_of(found["bm"] or found["br"])
    if found["more"]:
        return value_of(found["mh"]) * 60 + (15 if "quarter" in found["mp"] else 30)
    if found["range"]:
        return value_of(found["hi"]) * (60 if found["rh"] else 1)
    for group, factor in (("h", 60), ("m", 1), ("p", 1), ("l", 1), ("bare", 1), ("d", _DAY)):
        if found[group]:
            return value_of(found[group]) * factor
    return 480
