"""Where a list of people may begin in a text, and how surely it does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading.crowds import PEOPLE
from coach.services.agendas.reading.names import name_at
from coach.services.agendas.reading.reads import GAP, Span
from coach.services.agendas.reading.roles import side_of

_MEETING = (
    r"(?:meetings?|agenda|sessions?|workshops?|calls?|sync|talks?|chats?|besprechung|réunion)"
)
_NOT_WITH = (
    r"(?<!demo )(?<!deal )(?<!deals )(?<!dealing )(?<!problem )(?<!problems )(?<!issue )"
    r"(?<!issues )(?<!wrong )(?<!work )(?<!start )(?<!along )(?<!happy )(?<!do )(?<!filled )"
)
# Words after which people are listed.
_LISTED = lazy_pattern(
    rf"{_NOT_WITH}\b(?:together with|with|between|among|mit|avec|con|zwischen|entre|including|plus"
    rf"|joined by|bringing|inviting|invite|meet(?: with)?|we['’]?re|we are|there (?:are|will be)"
    r"|con|com|(?<!we )(?<!i )(?<!they )(?<!have )met|med"
    rf"|{_MEETING} (?:for|of|(?:à|zu|de|di|van)(?= \d))|(?<=[{GAP}] )for|something (?:{GAP}+ )?for"
    r"|(?:attendees|participants|invitees|guests) (?:are|will be)"
    r"|(?:get|bring)(?= [^.!?\n]{3,60} together\b)"
    r"|(?:attendees?|people|participants?|present|who|invited|invitees"
    rf"|teilnehmer|wer|personnes|asistentes) ?:) |{_NOT_WITH}\b(?:w/ ?|w )",
    re.IGNORECASE,
)
# Words that ask for somebody, or for something: only who is named with a role is a person.
_ASKED = lazy_pattern(
    r"\b(?:add|cc|loop in|bring in|(?-i:[Bb]ring(?= [A-ZÀ-Þ][a-zà-ÿ]))|pull in"
    r"|ask|include|invite also|joining(?: are| is)?"
    # `Get Ivan from RevOps`, but `Get Marketing to stop` asks for nobody.
    r"|(?-i:[Gg]et|[Hh]ave)(?-i:(?=(?: [A-ZÀ-Þ][\w'’-]+){1,2}(?:,| from | in | of | \()))"
    # `Invita también a Lucía`, `Lade Sabine aus dem Vertrieb ein`
    r"|(?:invit(?:a[drl]?|en?|ez|er|o|iamo|iamos)|convoca[dr]?|convi(?:er?|ez|da[r]?)|inclu(?:ye|ir|i)"
    r"|añad(?:e|ir)|agrega|suma|llama|lade[nt]?|einladen|nodig|bjud in|zaproś)"
    r"(?: (?:también|anche|aussi|também|auch|ook|por favor|bitte))?(?: a| o)?"
    r"(?-i:(?= [A-ZÀ-Þ]))"
    r"|attending(?: are"
    r"| is)?|present(?: are| is)?) ",
    re.IGNORECASE,
)
# `Sales: Ana, Ben; marketing: Cleo`: the names after a team's are of its side.
_TEAM = lazy_pattern(
    rf"(?:\A|[,.;:|/(\n]|(?<!{GAP}){GAP}|- )[\s{GAP}]*(?:(?:all|from|for|on|just|only|the|our"
    rf"|im|nur|que)"
    r" )*(?P<team>sales|marketing|vertrieb|verkauf|ventas|ventes|vendite|vendas|verkoop|sprzedaż"
    r"|försäljning)(?: team| side| people|team|seite)?(?: only)?(?: ?: ?| = | – | - (?=[A-ZÀ-Ý]))"
    r"|(?:\A|[,;:.\n] ?|\b(?:and|plus) )(?:from|aus) (?:the )?(?P<of>sales|marketing)"
    r"(?-i: (?=[A-ZÀ-Ý]))"
    r"|\bon the (?P<side>sales|marketing) side,?(?-i: (?=[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_OPENS = lazy_pattern(
    rf"(?:\A|[,.;:!?\n({GAP}]|(?<= )[–—-](?= (?:me|myself|ich|moi|yo)\b)"
    r"|\b(?:just|only|nur|solo|seulement)\b"
    rf"|\b(?:for|à|para|per|met|med|dla|für|pour|voor|expect(?:ing)?)(?= (?:a |the |about "
    rf"|around )?[\w-]+ {PEOPLE}))[\s{GAP}]*"
    r"(?:(?:and|und|et|y|e|so) (?-i:(?=[A-ZÀ-Þ])))?",
    re.IGNORECASE,
)
_TOPIC = lazy_pattern(r"\b(?:topics?|subject|about|thema|sujet|tema|re|on) ?:\s*\Z", re.IGNORECASE)
_MARKED = lazy_pattern(
    r"(?<![\w\"“-])(?=[^\W\d_][^\s,;:()]*(?: [^\W\d_][^\s,;:()]*)?"
    r" (?:(?:(?:will |is )?join(?:s|ing)? (?:us )?)?from |\())"
    r"|(?=[\"“„][^\"”“\n]{1,80}[\"”“] )"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a list may begin, and the place of the word that opens it.

    `side`: of a team's list. `asks`: somebody is asked for, or something.
    """

    start: int
    at: int
    is_listed: bool
    side: Side | None = None
    asks: bool = False


def openings_in(text: str) -> list[Opening]:
    """Return the places in the order in which the lists would begin."""
    listed = [Opening(f.start(), f.end(), True) for f in _LISTED.finditer(text)]
    ends = {found.end() for found in _TEAM.finditer(text)}
    opened = [
        Opening(f.end(), f.end(), False)
        for f in _OPENS.finditer(text)
        if f.end() not in ends and not _TOPIC.search(text[max(0, f.end() - 12) : f.end()])
    ]
    asked = [Opening(f.start(), f.end(), False, asks=True) for f in _ASKED.finditer(text)]
    marked = [Opening(f.start(), f.start(), False) for f in _MARKED.finditer(text)]
    teams = [
        Opening(f.start(), f.end(), True, side_of(f["team"] or f["of"] or f["side"]))
        for f in _TEAM.finditer(text)
    ]
    return sorted((*listed, *opened, *asked, *marked, *teams), key=lambda opening: opening.at)


def labels_in(text: str) -> list[Span]:
    """Return the places of teams with a name behind them: `Sales: Ana`."""
    return [found.span() for found in _TEAM.finditer(text) if name_at(text, found.end())]
