"""How often a meeting is held, from words such as `weekly` or `every other Tuesday`."""

from __future__ import annotations

import re

from coach.domain.agenda import Repeat
from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import WEEKDAY
from coach.services.agendas.reading.reads import Read

_PLURAL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_FORMS: tuple[tuple[Repeat, str], ...] = (
    (
        Repeat.FORTNIGHTLY,
        rf"(?:every|each) (?:two|2|other|second|2nd) (?:weeks?|{WEEKDAY})|every fortnight"
        r"|once (?:a|every|per) fortnight|twice a month"
        r"|(?:fortnightly|bi-?weekly|14-?tägig|zweiwöchentlich)"
        r"|jede zweite woche|alle (?:zwei|2|14) (?:wochen|tage)|toutes les (?:deux|2) semaines"
        r"|cada (?:dos|2) semanas|quincenal(?:mente)?",
    ),
    (
        Repeat.MONTHLY,
        r"(?:every|each|once a|once per|once every) month|first \w+ (?:of|in) (?:every|each|the)"
        r" month|monthly|every four weeks|every 4 weeks|(?:monatlich|jeden monat)"
        r"|(?:mensuel(?:le)?|chaque mois|tous les mois)|(?:mensual(?:mente)?|cada mes)",
    ),
    (
        Repeat.WEEKLY,
        rf"(?:every|each|jede[nr]?|chaque|cada|todos los|tous les) (?:{WEEKDAY}s?)"
        rf"|(?:every|each|once a|once per|once every) week(?! of\b)|weekly|{_PLURAL} (?=at|\d)"
        rf"|on {_PLURAL}|wöchentlich\w*|jede woche|hebdomadaire"
        r"|chaque semaine|toutes les semaines|semanal(?:mente)?|cada semana",
    ),
)
_ANY = lazy_pattern(
    "|".join(rf"(?P<{repeat}>\b(?:{words})\b)" for repeat, words in _FORMS), re.IGNORECASE
)
# The newsletter is weekly, and so are the numbers: the meeting need not be.
_OF_OTHER = lazy_pattern(
    r" (?:news ?letters?|reports?|numbers?|figures?|targets?|e-?mails?|mails?|dashboards?|leads"
    r"|quotas?|goals?|volumes?|blogs?|posts?|webinars?|campaigns?|forecasts?|results?|mqls?|data"
    r"|budgets?|spend|active|rhythm|fights?|rows?|quarrels?|arguments?|complaints?)\b",
    re.IGNORECASE,
)
_DONE = lazy_pattern(
    r"\b(?:spends?|sends?|makes|gets|loses?|waste[sd]?|writes?|publish\w*|posts|delivers?|brings"
    r"|generates?|works?|builds?)\b[^.!?;,\n]*\Z",
    re.IGNORECASE,
)
_EVERY_MONTH = lazy_pattern(
    rf"\b(?:first|last|second|third|fourth) {WEEKDAY} (?:of|in) (?:every|each|the) month\b",
    re.IGNORECASE,
)


def read_repeat(text: str) -> Read[Repeat]:
    """Return how often the meeting is held; once where nothing else is said of the meeting."""
    if (every := _EVERY_MONTH.search(text)) is not None:
        return Read(Repeat.MONTHLY, (every.span(),))
    for found in _ANY.finditer(text):
        before = text[max(0, found.start() - 48) : found.start()]
        if not _OF_OTHER.match(text, found.end()) and not _DONE.search(before):
            return Read(Repeat(str(found.lastgroup)), (found.span(),))
    return Read(Repeat.ONCE)
