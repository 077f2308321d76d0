"""One person, role or group at a place in a text, or as the form writes it."""

from __future__ import annotations

import re

from coach.domain.agenda import Attendee
from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading.crowds import PEOPLE, counted_at, several_at
from coach.services.agendas.reading.names import Name, is_thing, name_at
from coach.services.agendas.reading.numerals import NUMBER, value_of
from coach.services.agendas.reading.pieces import Mark, Piece, attendee
from coach.services.agendas.reading.relations import said_of_all
from coach.services.agendas.reading.roles import (
    KIN,
    ROLE,
    is_individual,
    is_person,
    is_role,
    side_of,
    team_of,
)
from coach.services.agendas.reading.small_names import small_name_at
from coach.services.checking.words import vocabulary

ORGANISER = "organiser"
# Written in one word: `contentteam`.
_JOINED_TEAM = lazy_pattern(
    r"(?P<area>sales|marketing|content|brand|events?|campagne|kampagnen|verkoop|vertriebs?|verkaufs?"
    r"|pr|product|produkt|support|growth|inbound|online ?marketing)-?teams?(?![\w-])",
    re.IGNORECASE,
)
_TEAMS = ("sales", "marketing", "vertrieb", "verkauf", "ventas", "ventes")
_FROM = lazy_pattern(
    rf" (?:(?:(?:will |is )?join(?:s|ing)? (?:us )?)?from|von|aus) (?:the |our )?({ROLE})(?![\w-])",
    re.IGNORECASE,
)
_SMALL = lazy_pattern(r"[^\W\d_]{2,20}(?= |\()")
_THINGS = vocabulary(
    """input data content help support feedback somebody someone everybody everyone nobody people
    buy-in backing advice news money budget traffic demand pipeline lead material info information
    pricing prices numbers figures slides deck quotes examples questions ideas answers lists reports
    one more less each either both some any all many few those that this it up out back away"""
)
_LONGEST_ROLE = 60
_ARTICLES = (
    r"(?:(?:the|our|my|your|their|his|her|an?|all|some|just|only|whole|entire|full|us|also|maybe"
    r"|perhaps"
    r"|probably|possibly|mostly|mainly|plus|then|definitely|ideally|hopefully|nur|auch|vielleicht"
    r"|seulement|aussi|solo|también|sólo|soltanto|anche|apenas|também|alleen|ook|tylko|bara"
    r"|(?:everyone|everybody|people|someone|somebody|colleagues|guys|folks) (?:from|in|of)"
    r"|het|de|ons|onze|o|os|as|il|lo|gli|der|die|das|dem|den|unsere?[mnr]?|le|la|les|notre"
    r"|nos|el|los|las|nuestr[oa]s?) )*"
)
_START = lazy_pattern(_ARTICLES, re.IGNORECASE)
_ME = lazy_pattern(r"(?:me|myself|i|ich|mir|moi|yo|mí)\b", re.IGNORECASE)
# `I (Noor, demand gen)`: who writes says who that is.
_MYSELF = lazy_pattern(r" ?\((?P<name>[^(),\n]{2,40}), ?(?P<role>[^()\n]{2,60})\)")
_KIN = lazy_pattern(rf"(?P<role>{KIN})(?![\w'’-])", re.IGNORECASE)
_IS_KIN = lazy_pattern(rf", (?:our|my|his|her|their|the) (?P<role>{KIN})(?![\w'’-])", re.I)
_ROLE = lazy_pattern(rf"{ROLE}(?: team| side)?(?![\w-]| ?/)", re.IGNORECASE)
_OF = lazy_pattern(
    r"(?:,? (?:from|in|of|at|von|vom|aus|de|du|der|des|do|da|dos|das|dal|dai|dei|degli|del|dalla"
    r"|dalle|dalle|della"
    r"|delle|di|van|z|ze|från|de la|aus dem"
    r"|von der|aus der)"
    r"|,? (?:who )?(?:runs|leads|heads(?: up)?|manages)"
    r"|,? (?:(?:will|can|could|is|['’]ll) )?(?:be )?(?:join(?:s|ing)?|dial(?:s|ing)? in)"
    r"(?: us)? from"
    r"|,? who (?:does|is (?:in|from|with)|works (?:in|for|at)|looks after|takes care of|handles"
    r"|owns|is (?:in charge of|responsible for)))"
    r" (?:the |our |dem |der )?(?:(?:paid|regional|local|whole|entire|new|european|global) )?"
    rf"(?P<role>{ROLE})(?: campaigns)?(?![\w-])",
    re.IGNORECASE,
)
_IS = lazy_pattern(
    rf"(?:,? (?:the |our |his |her |their |notre |unsere?[rmn]? |nuestr[oa] |(?:la "
    rf"|il )?nostr[oa] |(?:a |o )?noss[oa] |onze |is (?:our |the |my |a |an )?)|, | – | - "
    rf"| ?[/:=@] ?)"
    rf"(?P<role>{ROLE})(?![\w-]| ?:| - [A-ZÀ-Ý])",
    re.I,
)
_PAIR_ENDS = lazy_pattern(r"\s*(?:;|\Z|\.\s)")
_IN = lazy_pattern(r",? (?:in|of|at|de|du|des|di|do|da|del|della|delle) ", re.IGNORECASE)
_BRACKETS = lazy_pattern(rf" ?[(\[]([^()\[\]\n]{{1,{_LONGEST_ROLE}}})[)\]]")
_NEXT_NAME = lazy_pattern(r"(?:,? (?:and|und|et|y|e|en|och|i|&|\+) | ?[,/&+] ?)")
_CROWD = lazy_pattern(rf" of (?P<n>{NUMBER})(?! \w+ (?:leads|deals|calls))\b", re.IGNORECASE)
_NUMBER_IN = lazy_pattern(rf"(?P<n>{NUMBER})(?: {PEOPLE})?", re.IGNORECASE)


def piece_at(text: str, at: int) -> Piece | None:
    """Return who is named at `at`, `None` where nobody is."""
    begin = _START.match(text, at)
    after = at if begin is None else begin.end()
    for place in dict.fromkeys((at, after)):
        for read in (_me, counted_at, several_at, _kin, _joined, _named, _role, _small, _known):
            # `a field (marketing)` is nobody.
            if read in (_small, _known) and place != at:
                continue
            if (piece := read(text, place)) is not None:
                return piece
    return None


def _me(text: str, at: int) -> Piece | None:
    found = _ME.match(text, at)
    if found is None:
        return None
    if (said := _MYSELF.match(text, found.end())) is not None:
        name = name_at(said["name"], 0)
        if name is not None and name.end == len(said["name"]):
            return Piece((_person(name, said["role"].strip()),), said.end())
    return Piece((Attendee(ORGANISER, Side.OTHER),), found.end())


def _kin(text: str, at: int) -> Piece | None:
    """Read `team lead Sven` and `boss`: only where people are listed."""
    found = _KIN.match(text, at)
    if found is None:
        return None
    name = name_at(text, found.end() + 1) if text[found.end() :][:1] == " " else None
    if name is None:
        people, end = (Attendee(found["role"], Side.OTHER),), found.end()
    else:
        people, end = (Attendee(name.name, Side.OTHER, found["role"], name.email),), name.end
    return Piece(people, end, Mark.NAME, is_kin=True)


def _named(text: str, at: int) -> Piece | None:
    if _ROLE.match(text, at) is not None:
        return None
    name = name_at(text, at)
    return None if name is None else _with_role(text, name)


def _with_role(text: str, name: Name) -> Piece:
    """Return whom a name is of, with what is said of them behind it."""
    for pattern in (_OF, _BRACKETS, _IS):
        found = pattern.match(text, name.end)
        if pattern is _BRACKETS and said_of_all(text, name.end):
            continue
        if found is None or (
            (pattern is _IS or found.group().startswith(",")) and _is_next(text, found.end())
        ):
            continue
        role = found.group(1).strip()
        if pattern is _BRACKETS and not is_role(role):
            return Piece((_person(name, role),), found.end(), Mark.NAME)
        # `Ana, sales` may be two that come; `Ana: sales` is one.
        if (
            pattern is not _IS
            or is_individual(role)
            or team_of(role).lower() not in _TEAMS
            or not found.group().startswith(",")
            or _PAIR_ENDS.match(text, found.end())
        ):
            is_team = team_of(role).lower() in _TEAMS
            shared = pattern is _OF or (pattern is _BRACKETS and is_team)
            # `Drop in sales`: only in a list of people is it somebody.
            mark = Mark.NAME if is_team and _IN.match(found.group()) else Mark.ROLE
            return Piece((_person(name, role),), found.end(), mark, is_shared=shared)
    found = _IS_KIN.match(text, name.end)
    if found is not None and not _is_next(text, found.end()):
        person = Attendee(name.name, Side.OTHER, found["role"], name.email)
        return Piece((person,), found.end(), Mark.NAME, is_kin=True)
    mark = Mark.ROLE if name.email else Mark.NAME
    return Piece((Attendee(name.name, Side.OTHER, email=name.email),), name.end, mark)


def _is_next(text: str, end: int) -> bool:
    """Whether a role is that of the name behind it: `Anna, our SDR Cem`."""
    return text[end : end + 1] == " " and name_at(text, end + 1) is not None


def _small(text: str, at: int) -> Piece | None:
    """Read `ana from sales` and `ana (AE)`, but not `input from sales`."""
    word = _SMALL.match(text, at)
    if word is None or word.group().lower() in _THINGS or is_thing(word.group()):
        return None
    found = _FROM.match(text, word.end()) or _BRACKETS.match(text, word.end())
    if found is None or not is_role(role := found.group(1).strip()):
        return None
    person = _person(Name(word.group(), word.end()), role)
    return Piece((person,), found.end(), Mark.NAME, is_shared=found.re is _FROM)


def _known(text: str, at: int) -> Piece | None:
    """Read `tom`: a name that is known and in small letters no other word."""
    found = small_name_at(text, at)
    return found and _with_role(text, Name(*found))


def _joined(text: str, at: int) -> Piece | None:
    found = _JOINED_TEAM.match(text, at)
    return found and Piece((Attendee(found.group(), side_of(found["area"])),), found.end())


def _role(text: str, at: int) -> Piece | None:
    """Read `sales ops`, `our CMO Dana`, `marketing (4 people)`, `head of sales (Ana)`."""
    found = _ROLE.match(text, at)
    if found is None:
        return None
    role, mark = team_of(found.group()), Mark.ROLE if is_person(found.group()) else Mark.TEAM
    inside = _BRACKETS.match(text, found.end())
    if inside is not None:
        if (many := _NUMBER_IN.fullmatch(inside[1])) is not None:
            return Piece((attendee(role),), inside.end(), count=int(value_of(many["n"])))
        names = _names_in(inside[1])
        if names:
            return Piece(tuple(_person(name, role) for name in names), inside.end())
    if (crowd := _CROWD.match(text, found.end())) is not None:
        return Piece((attendee(role),), crowd.end(), count=int(value_of(crowd["n"])))
    name = name_at(text, found.end() + 1) if text[found.end() :][:1] == " " else None
    if name is not None and mark is Mark.ROLE:
        return Piece((_person(name, role),), name.end)
    if (of := _OF.match(text, found.end())) is not None and side_of(role) is Side.OTHER:
        return Piece((Attendee(role, side_of(of["role"])),), of.end())
    return Piece((attendee(role),), found.end(), mark)


def _names_in(words: str) -> list[Name]:
    """Return the names that `words` list and nothing else, else none."""
    names: list[Name] = []
    at = 0
    while (name := name_at(words, at)) is not None:
        names.append(name)
        if name.end == len(words):
            return names
        if (further := _NEXT_NAME.match(words, name.end)) is None:
            return []
        at = further.end()
    return []


def _person(name: Name, role: str) -> Attendee:
    # `Tom from marketing` says his side and no role.
    team = team_of(role)
    is_side = team.lower() in _TEAMS
    return Attendee(name.name, side_of(role), "" if is_side else team, name.email)
