"""What the words beside a day and a time say of them: that people meet then, or what else."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_MEETS = lazy_pattern(
    r"\b(?:we(?:['’](?:ll|d)| will| shall| can| could| should)? (?:all )?meet|meet(?:s"
    r"|ing)?\b(?! room)|sit down"
    r"|get together|prep\w*|book|schedule|invit\w+|sync|catch up|let['’]?s|agenda|come together"
    r"|our (?:call|talk|session|slot|workshop|chat)|debrief|review|kick-?off|treffen wir"
    r"|wir treffen|besprech\w+"
    r"|termin|réunion|réunit|retrouv\w+|on se voit|nos vemos|reun\w+|quedamos|ci vediamo"
    r"|riunione|incontr\w+"
    r"|encontramos|afspraak|overleg|vergader\w*|zien elkaar|spotkan\w+|spotyka\w+|möte|möts"
    r"|ses vi)\b",
    re.IGNORECASE,
)
_NOUN = (
    r"(?:webinars?|launch|fair|trade (?:fair|show)|newsletter|mailing|board(?: meeting)?|release"
    r"|event"
    r"|conference|congress|exhibition|show|summit|campaign|deadline|demo|customer|pitch|tender|sale"
    r"|announcement|go-live|price change|black friday|messe|kongress|salon|lancement|feria"
    r"|lanzamiento|fiera"
    r"|lancio|feira|lançamento|beurs|lancering|targi|mässa\w*|lansering\w*)"
)
_HAPPENS = (
    r"(?:is|are|will be|takes place|starts?|opens?|begins?|goes (?:out|live)|runs|happens?"
    r"|closes?|ends?"
    r"|falls|sees|ist|findet|beginnt|startet|est|a lieu|commence|ouvre|es|empieza|è|inizia|é"
    r"|começa|begint"
    r"|jest|zaczyna|är|börjar|on|at|,|am|le|el|il|den|em|op)"
)
_EVENT = lazy_pattern(
    rf"\b{_NOUN}\b(?: \w+){{0,3}}? ?{_HAPPENS}(?= |\Z)[^.!?;\n]{{0,40}}\Z", re.IGNORECASE
)
_SURE = lazy_pattern(
    rf"\b(?:the|our|this year['’]s|die|der|das|le|la|el|o|a|de|het) {_NOUN} {_HAPPENS}"
    r"(?: (?:on|at|um|am|le|el|em))*[ \x1f]*\Z",
    re.IGNORECASE,
)
_PARTS = lazy_pattern(
    r"[.!?;\n]|,? (?:so|because|since|and|but|while|therefore|und|weil|et|car|y|porque|e|en|i"
    r"|och) (?=\w)|, ",
    re.IGNORECASE,
)
# From then to then, on a day that is still to be found: nothing but a length.
_DAY_IS_OPEN = lazy_pattern(
    r"\b(?:day|date|which day|tag|datum|termin|jour|date|día|fecha|giorno|data|dia|dag|dzień"
    r"|datę)s?"
    r"(?: (?:is|are|to|still|yet|not|noch|reste?|est|encore|por|aún|da|ancora|ainda|a|à|nog|do"
    r"|är|ännu))*"
    r"(?: be)? (?:open|tbd|tba|tbc|unknown|found|fixed|set|agreed|decided|confirmed|follows"
    r"|flexible|offen"
    r"|unklar|folgt|définir|fixer|confirmer|ouverte?|definir|decidir|confirmar|definire"
    r"|stabilire|decidere"
    r"|bepalen|open|onbekend|ustalenia|bestämmas)\b|\b(?:no|any|some|whatever|which) (?:date|day"
    r"|weekday)\b"
    r"|\b(?:tbd|tba|egal wann|n['’]importe quel jour|cualquier día|qualsiasi giorno"
    r"|qualquer dia)\b",
    re.IGNORECASE,
)
_NEAR = 80  # characters of a clause that are looked at
MEETS, NEUTRAL, ELSE = 0, 1, 2


def kind_of(text: str, start: int, end: int) -> int:
    """Return `MEETS`, `NEUTRAL` or `ELSE` for the day and time that stand from `start` to `end`."""
    before = _PARTS.split(text[max(0, start - _NEAR) : start])[-1]
    after = _PARTS.split(text[end : end + _NEAR])[0]
    if _EVENT.search(before):
        return ELSE
    if _MEETS.search(before) or _MEETS.search(after):
        return MEETS
    return NEUTRAL


def meets_in(words: str) -> bool:
    """Whether words speak of people who meet."""
    return _MEETS.search(words) is not None


def is_of_event(text: str, start: int) -> bool:
    """Whether words straight before a day say that something else happens then."""
    return _SURE.search(text[max(0, start - 48) : start]) is not None


def day_is_open(text: str) -> bool:
    """Whether the text says that its day is still to be found."""
    return _DAY_IS_OPEN.search(text) is not None
