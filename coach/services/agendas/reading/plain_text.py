"""A text with its number words as digits and its misspelt times mended, for reading alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import FROM_TODAY, MONTHS, WEEKDAYS
from coach.services.agendas.reading.crowds import GROUP_OF
from coach.services.agendas.reading.name_signs import is_name
from coach.services.agendas.reading.number_words import NUMBER_WORDS, plain
from coach.services.agendas.reading.reads import Span
from coach.services.checking.words import vocabulary

_WORD = lazy_pattern(r"[^\W\d_]+")
_MOST_WORDS = 4  # of a number: `veinti`, `quatre-vingt-dix`, `sto dwadzieścia jeden`
# What is counted in the languages whose number words are read; a longer word begins with it.
_COUNTED = lazy_pattern(
    r"(?:stund|minut|min\b|mins\b|mn\b|std\b|uhr\b|heure|hora|or[ea]\b|uur\b|uren\b|godz|timm|tim\b"
    r"|tage?n?\b|jours?\b|dias?\b|giorn|dag(?:en|ar)?\b|dni\b|woche|semaine|semana|settiman|weken\b"
    r"|tygodni|veck(?:a|or)\b|personen\b|leuten?\b|personnes|personas|persone\b|pessoas|mensen\b"
    r"|osob|personer\b|teilnehm|kolleg|participant|asistent|partecipant|deelnemer|uczestnik"
    r"|deltagar"
    r"|attendee|hour|hr)"
)
_GROUP = lazy_pattern(rf"\b{GROUP_OF} \Z", re.IGNORECASE)
_PART = lazy_pattern(r"(?:quart|cuarto|kwart|kvart|mezz|medi|viertel)")
_HALVED = lazy_pattern(
    r"(?:i|en|och|und|et|y|e)(?: (?:een|en|ett|eine))?"
    r" (?:pol|half|halve|halv|halbe|demie?|media|mezz[ao]|meia)\b"
)
# Before a number that is a time of day, by language.
_BEFORE = {
    "de": vocabulary(
        "um gegen ab nach vor halb viertel dreiviertel bis stunde stunden uhr sind werden"
    ),
    "fr": vocabulary("à vers dès heure heures moins sommes serons"),
    "es": vocabulary("las la hora horas menos y somos seremos"),
    "it": vocabulary("alle dalle ore ora meno e in"),
    "pt": vocabulary("às hora horas menos e somos seremos"),
    "nl": vocabulary("om over voor half kwart uur en n met"),
    "pl": vocabulary("o godzinie godzina po do przed godziny i nas"),
    "sv": vocabulary("klockan kl halv kvart över timme timmar och är blir"),
}
_COMPOUND = lazy_pattern(r"(.{3,}?)(stünd|stund|minüt|minut|timm|uurs)", re.IGNORECASE)
_ENGLISH = vocabulary(
    """eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
    forty fifty sixty seventy eighty ninety hundred"""
)
_JOINED = {
    f"{ten}{one}": f"{ten}-{one}"
    for ten in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for one in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}
_NUMBERS = _ENGLISH | vocabulary("a an one two three four five six seven eight nine ten")
_SPELT = _ENGLISH | frozenset(_JOINED)
_UNITS = vocabulary("minutes minute hours hour")
_UNIT = vocabulary("min mins minute minutes hour hours hr hrs h")
_LEAST = 6  # letters of a misspelt day, month or `quarter`; shorter words are too alike
# What is mended wherever it stands; names that are like other months are none of these.
_CALENDAR = vocabulary(
    """monday tuesday wednesday thursday friday saturday sunday january february september october
    november december tomorrow quarter dienstag mittwoch donnerstag freitag mercredi vendredi"""
)
_SOUND = vocabulary("frieda sundry quarters quarterly quartet montage tomorrow's") | frozenset(
    (*WEEKDAYS, *MONTHS, *FROM_TODAY)
)
_BY_EAR = {"fiveteen": "fifteen", "wensday": "wednesday", "fridy": "friday", "mondy": "monday",
           "sundy": "sunday", "fity": "fifty", "haf": "half", "hafl": "half", "hlaf": "half",
           "halv": "half", "halfe": "half", "qtr": "quarter"}  # fmt: skip
_UNITS_BY_EAR = {"huor": "hour", "huors": "hours", "hous": "hours", "horus": "hours",
                 "hower": "hour", "howers": "hours", "mintes": "minutes", "minits": "minutes",
                 "mns": "min"}  # fmt: skip
_ALIKE = 0.82
_ALIKE_COUNTED = 0.78  # before a unit, where little else than a number can stand


@dataclass(frozen=True, slots=True)
class PlainText:
    """What was typed, in plain words; each letter knows the place it stands for."""

    text: str
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]

    def typed(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the places in what was typed; of an empty span none."""
        return tuple((self._starts[s], self._ends[e - 1]) for s, e in spans if s < e)


def plain_text(text: str) -> PlainText:
    """Return `text` with number words as digits where they tell a time, and times well spelt."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, new in (*_changes(text), (len(text), len(text), "")):
        parts += [text[at:start], new]
        starts += [*range(at, start), *([start] * len(new))]
        ends += [*range(at + 1, start + 1), *([end] * len(new))]
        at = end
    return PlainText("".join(parts), tuple(starts), tuple(ends))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        number = _number(text, words, place)
        if number is not None:
            many, new = number
            yield words[place].start(), words[place + many - 1].end(), new
            place += many
            continue
        word = words[place]
        new = _compound(word.group()) or _mended(text, words, place) or ""
        if new:
            yield word.start(), word.end(), new
        place += 1


def _number(text: str, words: list[re.Match[str]], place: int) -> tuple[int, str] | None:
    """Return how many words a number takes and its digits, where it tells a time or people."""
    before = words[place - 1].group().casefold() if place else ""
    for many in range(min(_MOST_WORDS, len(words) - place), 0, -1):
        start, end = words[place].start(), words[place + many - 1].end()
        # `six` is English before it is French.
        if text[start:end].casefold() in _NUMBERS:
            continue
        if end - start > 40 or (known := NUMBER_WORDS.get(plain(text[start:end]))) is None:
            continue
        after = plain(text[end : end + 24]).lstrip(" '")
        if _PART.match(after):  # `meno un quarto`
            continue
        grouped = _GROUP.search(text[max(0, start - 16) : start])
        if grouped or _COUNTED.match(after) or _HALVED.match(after):
            value = next(iter(known.values()))
        else:
            fits = (n for language, n in known.items() if before in _BEFORE[language])
            if (value := next(fits, -1)) < 0:
                continue
        # `half drie` is half an hour before three, `half three` half an hour after.
        if before == "half" and "nl" in known and not after.startswith("uur"):
            return many, f"{value:g} uur"
        apostrophe = " " if text[end : end + 1] in "'’" and text[end:] else ""
        return many, f"{value:g}{apostrophe}"
    return None


def _compound(word: str) -> str | None:
    """Read `fünfzigminütig` and `tvåtimmars`: the number apart from what it counts."""
    found = _COMPOUND.match(word)
    known = NUMBER_WORDS.get(plain(found[1])) if found else None
    return f"{next(iter(known.values())):g}-{word[found.end(1) :]}" if found and known else None


def _mended(text: str, words: list[re.Match[str]], place: int) -> str | None:
    """Return what a misspelt word of a time was meant to be, `None` where it is none."""
    word = words[place].group().casefold()
    after = [w.group().casefold() for w in words[place + 1 : place + 3]]
    counts = [w for w in after if w in _UNIT or w in _UNITS_BY_EAR or _close(w, _UNITS)]
    if word in _BY_EAR:
        is_time = after and (after[0] in ("a", "an") or after[0] in _UNIT)
        if _BY_EAR[word].endswith("day"):
            is_day = not is_name(text, *words[place].span())
            return _like(words[place].group(), _BY_EAR[word]) if is_day else None
        return _BY_EAR[word] if is_time else None
    if len(word) >= _LEAST and word not in _SOUND and (near := _close(word, _CALENDAR)):
        return None if is_name(text, *words[place].span()) else _like(words[place].group(), near)
    if counts and word not in _NUMBERS:
        near = word if word in _JOINED else _close(word, _SPELT, _ALIKE_COUNTED)
        if near is not None:
            return _JOINED.get(near, near)
    if word in _UNIT or not _is_counted(text, words, place):
        return None
    return _UNITS_BY_EAR.get(word) or _close(word, _UNITS)


def _like(typed: str, meant: str) -> str:
    """Return a word with a capital where the typed one has one."""
    return meant.title() if typed[0].isupper() else meant


def _is_counted(text: str, words: list[re.Match[str]], place: int) -> bool:
    """Whether a number, well spelt or not, stands straight before a word."""
    if text[: words[place].start()].rstrip(" -")[-1:].isdigit():
        return True
    before = words[place - 1].group().casefold() if place else ""
    return before in _NUMBERS or _close(before, _SPELT, _ALIKE_COUNTED) is not None


def _close(word: str, known: frozenset[str], alike: float = _ALIKE) -> str | None:
    """Return the known word that begins alike and differs in a slip of the finger."""
    if len(word) < 4 or word.removesuffix("s") in known or word in known:
        return None
    near = [one for one in known if one[0] == word[0] and abs(len(one) - len(word)) <= 2]
    return next(iter(get_close_matches(word, near, 1, alike)), None)
