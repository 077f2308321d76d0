"""People in a list who are counted: `6 people`, `2+2`, `two SDRs`, `both teams`."""

from __future__ import annotations

import re

from coach.domain.agenda import Attendee
from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.numerals import NUMBER, value_of
from coach.services.agendas.reading.pieces import Piece, attendee
from coach.services.agendas.reading.roles import ROLE, is_person, side_of, singular, team_of

_MOST_NAMED = 12  # of one role that are listed one by one
PEOPLE = (
    r"(?:people|ppl|persons?|participants|attendees|colleagues|pax|folks|heads|guests|of us"
    r"|in the room|leuten?|personen|teilnehmer\w*|kolleg(?:en|innen)|personnes|participants"
    r"|personas|asistentes|participantes|persone|partecipanti|pessoas|mensen|deelnemers|osób|osoby"
    r"|osobami|uczestników|personer|deltagare)\b"
)
GROUP_OF = (
    r"(?:(?:team|group|party|crowd|circle|room) of|(?:room|table|seats|space|chairs) for"
    r"|(?:gruppe|runde) von|(?:groupe|équipe|comité) de"
    r"|(?:grupo|equipo|equipa|equipe) de|(?:gruppo|squadra) di|groep van|grupp (?:om|på))"
)
# Where the people are who were counted.
_PLACE = (
    r"(?:(?:in|around|round|at|on|for|joining) (?:the|one|this) (?:room|table|call|line|meeting"
    r"|workshop|session)|im raum|am tisch|dans la salle|autour de la table|en la (?:sala|mesa)"
    r"|in (?:sala|zaal|de zaal)|na sala|(?:à|al) (?:mesa|tavolo)|w sali|i rummet|dabei)"
)
_HEDGE = (
    r"(?:(?:about|around|roughly|approx(?:imately)?\.?|some|up to|max\.?|maybe|only|just"
    r"|the(?= \w+ of us)|at most|circa"
    r"|ca\.|etwa|rund|ungefähr|zirka|maximal|environ|à peu près|unos|unas|más o menos"
    r"|aproximadamente"
    r"|cerca de|umas|uns|zo['’]n|ongeveer|około|ungefär|cirka) )*"
)
_LEAST = (
    rf"between {NUMBER} and |{NUMBER}(?:(?<!ty) ?[-–] ?| (?:to|or|bis|oder|à|ou|a|o|tot|of|do) )"
)
_COUNT = lazy_pattern(
    rf"(?:{_HEDGE}(?:{_LEAST})?(?P<n>{NUMBER})(?: or so)? (?:other )?(?:{PEOPLE}|(?=from ))"
    rf"(?: ?from (?:the )?(?P<of>{ROLE})(?! [a-z]+s\b))?"
    rf"|(?:(?:an?|eine[rm]?|une?|una?|uma?|een|en) )?{GROUP_OF} (?P<t>{NUMBER})\b)"
    r"(?: (?:in the room|in (?:all|total)|altogether|all told|at the table|on the call|overall"
    r"|expected|invited"
    rf"|{_PLACE}|insgesamt|im raum|en tout|au total|en total|in totale|no total|in totaal|łącznie"
    rf"|totalt))?",
    re.IGNORECASE,
)
_SIDES = lazy_pattern(r"(?P<a>\d{1,2}) ?\+ ?(?P<b>\d{1,2})(?![\d:])(?: people\b)?")
_HEADS = lazy_pattern(
    r"(?:two|both|2)? ?(?:heads|leaders|directors|vps)"
    r"(?: (?:of|for) (?:sales (?:and|&|\+) marketing|marketing (?:and|&|\+) sales))?\b",
    re.IGNORECASE,
)
_BOTH = lazy_pattern(r"(?:both|the two) (?:teams|sides|departments)\b", re.IGNORECASE)
_SEVERAL = lazy_pattern(
    rf"(?P<n>{NUMBER}|both) (?:of (?:the|our|my|your|their|his|her) )?(?P<role>{ROLE})(?![\w-])",
    re.IGNORECASE,
)
# `two of us from marketing`, but not `12 people from sales and marketing`.
_ALSO = lazy_pattern(rf" ?(?:and|&|\+|und|et|y) (?:the )?{ROLE}(?![\w-])", re.IGNORECASE)
_ONE_OF = {"sales": "seller", "marketing": "marketer"}


def counted_at(text: str, at: int) -> Piece | None:
    """Read `6 people`, `2+2`, `both teams` and `the heads of sales and marketing`."""
    if (sides := _SIDES.match(text, at)) is not None:
        both = (attendee("sales"), attendee("marketing"))
        return Piece(both, sides.end(), count=int(sides["a"]) + int(sides["b"]))
    if (heads := _HEADS.match(text, at)) is not None:
        both = (attendee("head of sales"), attendee("head of marketing"))
        return Piece(both, heads.end())
    if (teams := _BOTH.match(text, at)) is not None:
        return Piece((attendee("sales"), attendee("marketing")), teams.end())
    if (found := _COUNT.match(text, at)) is None:
        return None
    many, team = int(value_of(found["n"] or found["t"])), team_of(found["of"] or "")
    if team and 0 < many <= _MOST_NAMED and not _ALSO.match(text, found.end()):
        return Piece(_numbered(_ONE_OF.get(team.lower(), singular(team)), many), found.end())
    return Piece((attendee(team),) if team else (), found.end(), count=many)


def several_at(text: str, at: int) -> Piece | None:
    """Read `two SDRs`: each has a number, so that each can own a question."""
    found = _SEVERAL.match(text, at)
    if found is None or found["n"].lower() in ("a", "an"):
        return None
    role = found["role"]
    one = singular(role)
    if found["n"].lower() == "both":
        return Piece(_numbered(one, 2), found.end()) if one != role and is_person(role) else None
    many = int(value_of(found["n"]))
    if many < 1:
        return None
    if (many > 1 and one == role) or many > _MOST_NAMED:
        return Piece((attendee(role),), found.end(), count=many)
    return Piece(_numbered(one, many), found.end())


def _numbered(role: str, many: int) -> tuple[Attendee, ...]:
    names = [role] if many == 1 else [f"{role} {which}" for which in range(1, many + 1)]
    return tuple(Attendee(name, side_of(role)) for name in names)


# `we are 7`: a number that nothing follows, after words of who is there.
_ALONE = lazy_pattern(
    r"\b(?:met z['’]n|it(?:(?:['’]ll| will| would) be|['’]s| is)|we(?:['’]re| are|['’]ll be"
    r"| will be|['’]d be)"
    r"|there(?:['’]ll be| are| will be)|wir sind"
    r"|wir werden|nous (?:sommes|serons)|on (?:est|sera)|somos|seremos|siamo(?: in)?|saremo(?: in)?"
    r"|we zijn(?: met(?: z['’]n)?)?|vi (?:är|blir)|jesteśmy w|(?:będzie|jest) nas"
    r"|headcount(?: of|:)?"
    r"|(?:attendees|people|participants|teilnehmer|personnes|personas) ?[:=])"
    r" (?:about |around |only |just |(?:all |just )?the |all |zu |unos |unas |environ |circa "
    r"|ongeveer |około )?"
    rf"(?P<n>{NUMBER})(?: (?:personas|persone|pessoas|personnes|personen|personer|people|of us"
    rf"|mensen|osób))?"
    rf"(?=\s*(?:\Z|[.,;:!)\n]|(?:and|in total|altogether|insgesamt|en tout|sein|{_PLACE})\b))",
    re.IGNORECASE,
)
_OF_TEN = lazy_pattern(
    r"\b(?:serons|sommes|sera|seremos|saremo|siamo) (?:environ |circa )?(?:1|une|unos|unas|una"
    r"|uma) "
    r"(?P<n>dizaine|douzaine|quinzaine|vingtaine|decena|docena|veintena|decina|dozzina|ventina"
    r"|dezena)\b"
    r"|\bnas (?:około )?(?P<pl>dwoje|troje|czworo|pięcioro|sześcioro|siedmioro|ośmioro|dziewięcioro"
    r"|dziesięcioro)\b",
    re.IGNORECASE,
)
_TENS = {"di": 10, "do": 12, "qu": 15, "vi": 20, "ve": 20, "de": 10}
_POLISH = ("dwoje", "troje", "czworo", "pięcioro", "sześcioro", "siedmioro", "ośmioro",
           "dziewięcioro", "dziesięcioro")  # fmt: skip
_IN_GERMAN = lazy_pattern(
    r"\bzu (?P<n>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)\b", re.I
)
_GERMAN = ("zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")


def headcount_in(text: str) -> int | None:
    """Return how many `we are 7` or `wir sind zu sechst` says, `None` where nothing does."""
    if (found := _ALONE.search(text)) is not None:
        return int(value_of(found["n"])) or None
    if (ten := _OF_TEN.search(text)) is not None:
        return _POLISH.index(ten["pl"].lower()) + 2 if ten["pl"] else _TENS[ten["n"][:2].lower()]
    found = _IN_GERMAN.search(text)
    return _GERMAN.index(found["n"].lower()) + 2 if found else None
