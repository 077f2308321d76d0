"""One person, role or group at a place in a text, or as the form writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from coach.domain.agenda import Attendee
from coach.domain.stages import Side
from coach.services.agendas.reading.names import Name, name_at
from coach.services.agendas.reading.numerals import NUMBER, value_of
from coach.services.agendas.reading.roles import KIN, ROLE, is_role, side_of, singular, team_of
from coach.services.checking.words import vocabulary

ORGANISER = "organiser"
_TEAMS = ("sales", "marketing", "vertrieb", "verkauf", "ventas", "ventes")
_FROM = re.compile(rf" (?:from|von|aus) (?:the |our )?({ROLE})(?![\w-])", re.IGNORECASE)
_SMALL = re.compile(r"[^\W\d_]{2,20}(?<!s)(?= )")
_THINGS = vocabulary(
    """input data content help support feedback somebody someone everybody everyone nobody people
    buy-in backing advice news money budget traffic demand pipeline lead material info information
    one more less each either both some any all many few those that this it up out back away"""
)
_MOST_NAMED = 12  # of one role that are listed one by one
_LONGEST_ROLE = 60
_ARTICLES = (
    r"(?:(?:the|our|my|your|their|his|her|an?|all|some|just|only|whole|entire|full|us"
    r"|(?:everyone|everybody|people|someone|somebody|colleagues|guys|folks) (?:from|in|of)"
    r"|der|die|das|dem|den|unsere?[mnr]?|le|la|les|notre"
    r"|nos|el|los|las|nuestr[oa]s?) )*"
)
_START = re.compile(_ARTICLES, re.IGNORECASE)
_ME = re.compile(r"(?:me|myself|i|ich|mir|moi|yo|mí)\b", re.IGNORECASE)
_PEOPLE = (
    r"(?:people|ppl|persons?|participants|attendees|colleagues|pax|folks|of us|leuten?|personen"
    r"|teilnehmer\w*|personnes|personas)\b"
)
_COUNT = re.compile(
    rf"(?:(?P<n>{NUMBER}) (?:other )?(?:{_PEOPLE}|(?=from ))"
    rf"(?: ?from (?:the )?(?P<of>{ROLE})(?! [a-z]+s\b))?"
    rf"|(?:team|group|party) of (?P<t>{NUMBER})\b)",
    re.IGNORECASE,
)
_SIDES = re.compile(r"(?P<a>\d{1,2}) ?\+ ?(?P<b>\d{1,2})(?![\d:])(?: people\b)?")
_HEADS = re.compile(
    r"(?:two|both|2)? ?(?:heads|leaders|directors|vps)"
    r"(?: (?:of|for) (?:sales (?:and|&|\+) marketing|marketing (?:and|&|\+) sales))?\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:both|the two) (?:teams|sides|departments)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"(?P<n>{NUMBER}) (?:of (?:the|our|my|your|their|his|her) )?(?P<role>{ROLE})(?![\w-])",
    re.IGNORECASE,
)
# `two of us from marketing`, but not `12 people from sales and marketing`.
_ALSO = re.compile(rf" ?(?:and|&|\+|und|et|y) (?:the )?{ROLE}(?![\w-])", re.IGNORECASE)
_ONE_OF = {"sales": "seller", "marketing": "marketer"}
_KIN = re.compile(rf"(?P<role>{KIN})(?![\w'’-])", re.IGNORECASE)
_IS_KIN = re.compile(rf", (?:our|my|his|her|their|the) (?P<role>{KIN})(?![\w'’-])", re.I)
_ROLE = re.compile(rf"{ROLE}(?: team| side)?(?![\w-]| ?/)", re.IGNORECASE)
_OF = re.compile(
    r",? (?:from|in|of|at|von|vom|aus|de|du|der) (?:the |our |dem |der )?"
    rf"(?P<role>{ROLE})(?![\w-])",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?:,? (?:the |our |his |her |their )|, | – | - | ?/ ?)(?P<role>{ROLE})(?![\w-])", re.I
)
_BRACKETS = re.compile(rf" ?\(([^()\n]{{1,{_LONGEST_ROLE}}})\)")
_CROWD = re.compile(rf" of (?P<n>{NUMBER})(?! \w+ (?:leads|deals|calls))\b", re.IGNORECASE)
_NUMBER_IN = re.compile(rf"(?P<n>{NUMBER})(?: {_PEOPLE})?", re.IGNORECASE)


class Mark(IntEnum):
    """How surely words are somebody who comes, seen by themselves."""

    NAME = 0  # a bare name: only where people are listed
    TEAM = 1  # `sales`, `content`: a team, or a matter
    ROLE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Who stands at one place of a list; `count` where only a number was given.

    `is_shared`: what was said of the last may hold for the names before. `is_kin`: somebody by
    what they are to another, such as `her team lead`.
    """

    people: tuple[Attendee, ...]
    end: int
    mark: Mark = Mark.ROLE
    count: int = 0
    is_shared: bool = False
    is_kin: bool = False


def piece_at(text: str, at: int) -> Piece | None:
    """Return who is named at `at`, `None` where nobody is."""
    begin = _START.match(text, at)
    after = at if begin is None else begin.end()
    for place in dict.fromkeys((at, after)):
        for read in (_counted, _several, _kin, _named, _role):
            if (piece := read(text, place)) is not None:
                return piece
    return None


def _counted(text: str, at: int) -> Piece | None:
    if (sides := _SIDES.match(text, at)) is not None:
        both = (_attendee("sales"), _attendee("marketing"))
        return Piece(both, sides.end(), count=int(sides["a"]) + int(sides["b"]))
    if (heads := _HEADS.match(text, at)) is not None:
        both = (_attendee("head of sales"), _attendee("head of marketing"))
        return Piece(both, heads.end())
    if (teams := _BOTH.match(text, at)) is not None:
        return Piece((_attendee("sales"), _attendee("marketing")), teams.end())
    if (me := _ME.match(text, at)) is not None:
        return Piece((Attendee(ORGANISER, Side.OTHER),), me.end())
    if (found := _COUNT.match(text, at)) is None:
        return None
    many, team = int(value_of(found["n"] or found["t"])), team_of(found["of"] or "")
    if team and 0 < many <= _MOST_NAMED and not _ALSO.match(text, found.end()):
        return Piece(_numbered(_ONE_OF.get(team.lower(), singular(team)), many), found.end())
    return Piece((_attendee(team),) if team else (), found.end(), count=many)


def _several(text: str, at: int) -> Piece | None:
    """Read `two SDRs`: each has a number, so that each can own a question."""
    found = _SEVERAL.match(text, at)
    if found is None or found["n"].lower() in ("a", "an"):
        return None
    many, role = int(value_of(found["n"])), found["role"]
    one = singular(role)
    if many < 1:
        return None
    if (many > 1 and one == role) or many > _MOST_NAMED:
        return Piece((_attendee(role),), found.end(), count=many)
    return Piece(_numbered(one, many), found.end())


def _numbered(role: str, many: int) -> tuple[Attendee, ...]:
    names = [role] if many == 1 else [f"{role} {which}" for which in range(1, many + 1)]
    return tuple(Attendee(name, side_of(role)) for name in names)


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
    if (name := name_at(text, at)) is None:
        return _small(text, at)
    for pattern in (_OF, _BRACKETS, _IS):
        found = pattern.match(text, name.end)
        if found is None or (pattern is _IS and _is_next(text, found.end())):
            continue
        role = found.group(1).strip()
        if pattern is _BRACKETS and not is_role(role):
            return Piece((_person(name, role),), found.end(), Mark.NAME)
        if pattern is not _IS or role.lower() not in _TEAMS:
            return Piece((_person(name, role),), found.end(), is_shared=pattern is _OF)
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
    if word is None or word.group().lower() in _THINGS:
        return None
    found = _FROM.match(text, word.end()) or _BRACKETS.match(text, word.end())
    if found is None or not is_role(role := found.group(1).strip()):
        return None
    person = _person(Name(word.group(), word.end()), role)
    return Piece((person,), found.end(), Mark.NAME, is_shared=found.re is _FROM)


def _role(text: str, at: int) -> Piece | None:
    """Read `sales ops`, `our CMO Dana`, `marketing (4 people)`, `head of sales (Ana)`."""
    found = _ROLE.match(text, at)
    if found is None:
        return None
    role, mark = team_of(found.group()), _mark(found.group())
    inside = _BRACKETS.match(text, found.end())
    if inside is not None:
        if (many := _NUMBER_IN.fullmatch(inside[1])) is not None:
            return Piece((_attendee(role),), inside.end(), count=int(value_of(many["n"])))
        name = name_at(inside[1], 0)
        if name is not None and name.end == len(inside[1]):
            return Piece((_person(name, role),), inside.end())
    if (crowd := _CROWD.match(text, found.end())) is not None:
        return Piece((_attendee(role),), crowd.end(), count=int(value_of(crowd["n"])))
    name = name_at(text, found.end() + 1) if text[found.end() :][:1] == " " else None
    if name is not None and mark is Mark.ROLE:
        return Piece((_person(name, role),), name.end)
    if (of := _OF.match(text, found.end())) is not None and side_of(role) is Side.OTHER:
        return Piece((Attendee(role, side_of(of["role"])),), of.end())
    return Piece((_attendee(role),), found.end(), mark)


def _mark(role: str) -> Mark:
    """Whether a role is a person's or, in one or two plain words, a team's."""
    is_person = re.search(
        r"\b(?:heads?|vps?|svps?|directors?|leads?|leaders?|managers?|chief|c[mrsefot]os?|[ab]es?"
        r"|aes?|[sb]drs?|pmms?|csms?|reps?|sellers?|marketers?|executives?|officer|rev ?ops|ops"
        r"|designers?|analysts?|owners?|founders?|team|people|folks|leit\w+|counterparts?"
        r"|guys|leadership|management|direct\w+|responsable|commerciaux|vende\w+|comerciales"
        r"|vertriebler\w*)\b",
        role,
        re.IGNORECASE,
    )
    return Mark.ROLE if is_person else Mark.TEAM


def _attendee(role: str) -> Attendee:
    return Attendee(role, side_of(role))


def _person(name: Name, role: str) -> Attendee:
    # `Tom from marketing` says his side and no role.
    team = team_of(role)
    is_side = team.lower() in _TEAMS
    return Attendee(name.name, side_of(role), "" if is_side else team, name.email)
