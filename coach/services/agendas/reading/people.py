"""Who comes to a meeting, from lists of names, roles and numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.domain.agenda import Attendee
from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side
from coach.services.agendas.reading.comers import COMES, DO, WANT, absent_in
from coach.services.agendas.reading.crowds import headcount_in
from coach.services.agendas.reading.openings import Opening, labels_in, openings_in
from coach.services.agendas.reading.persons import ORGANISER, piece_at
from coach.services.agendas.reading.pieces import Mark, Piece
from coach.services.agendas.reading.reads import GAP, Read, Span
from coach.services.agendas.reading.relations import related, said_of_all
from coach.services.agendas.reading.signs import (
    are_counted,
    are_given,
    are_people,
    has_role,
    is_known,
    is_named,
)
from coach.services.agendas.reading.small_names import is_small_name

_NEXT = lazy_pattern(
    rf"(?: *(?:[,;&+{GAP}]|(?:and|plus|und|et|y|e|en|och|oraz|(?-i:[in])|['’]n['’]?"
    rf"|as well as|sowie)\b))+"
    rf"[ {GAP}]*"
    r"(?:(?:and|with|from|und|mit|(?-i:(?:a|con|avec)(?= [A-ZÀ-Þ][a-zà-ÿ]))) )*",
    re.IGNORECASE,
)
# `Nadia and Oliver please, nobody else`
_PLEASE = r"(?:,? (?:please|pls|plz|bitte|por favor|svp|s['’]il (?:te|vous) pla[iî]t|per favore))"
_END = lazy_pattern(
    rf"{_PLEASE}?\s*(?:\Z|[,.;:!?\n)–/|{GAP}]|- |→)"
    rf"| (?:for|für|pour|durante|por|per|voor|na|på|am|um|ab|le|el|il|op|on|at|à|alle|a las) ?{GAP}"
    rf"| (?:(?:will|should|must|can|need to|want to) )?"
    r"(?:meet|sit down|get together|come together|only|meeting|sync|session|workshop)\b",
    re.IGNORECASE,
)
# What is said of the list as a whole and belongs to nothing else.
_SAID_WITH = lazy_pattern(
    rf"{_PLEASE}?(?: (?:ein|uit|dazu)(?=\s*(?:[.,;:!?]|\Z)))?"
    rf"(?:(?: only)?{_PLEASE}?[ ,;.–-]*\b(?:nobody|no[ -]?one) else(?: please)?\b"
    r"|[ ,;.–-]*\b(?:sonst niemand|personne d['’]autre|nadie más|nessun altro|niemand anders)\b)?",
    re.IGNORECASE,
)
# After a list that was opened by a word, the matter may follow at once.
_MATTER = lazy_pattern(r" (?:on|about|to|for|re|regarding|tomorrow|today)\b", re.IGNORECASE)
_ENDS_LISTED = lazy_pattern(
    r" (?:on|about|to|for|at|in|re|with|who|that|because|regarding|around|zu[rm]?|über|sur|para"
    r"|sobre"
    r"|pour|together|tops|abt|next|this|tomorrow|today|so"
    r"|where|how|what|is|are|we|over|only|please|pls|bitte|ein|uit|dazu|join\w*"
    r"|asap|urgently|tonight|tmrw|tmr|tmw|2moro"
    r"|and (?:have|we|i|need|want))\b",
    re.IGNORECASE,
)
# Contacts rather than people who come, where nothing opens a list.
_LEADS = lazy_pattern(r"(?:events?|campaigns?|content|seo|social media) leads", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Company:
    """Who comes; `headcount` is the sum of bare numbers of people, `None` without any."""

    people: tuple[Attendee, ...] = ()
    headcount: int | None = None


def read_people(text: str) -> Read[Company]:
    """Return who comes, each once, in the order they are named."""
    people: dict[tuple[str, Side], Attendee] = {}
    spans: list[Span] = []
    headcount, done = 0, 0
    absent = absent_in(text)
    labels = labels_in(text)
    for opening in openings_in(text):
        if opening.start < done and opening.at < done:
            continue
        pieces = _list_at(text, opening, labels)
        if not pieces:
            continue
        with_list = _SAID_WITH.match(text, pieces[-1].end)
        done = with_list.end() if with_list else pieces[-1].end
        spans.append((opening.start, done))
        headcount += sum(piece.count for piece in pieces)
        for person in _persons(pieces, opening.side):
            if person.name.casefold() not in absent:
                people.setdefault((person.name.casefold(), person.side), person)
    many = headcount or headcount_in(text)
    return Read(Company(tuple(people.values()), many or None), tuple(spans))


def _persons(pieces: Sequence[Piece], side: Side | None) -> Iterator[Attendee]:
    for piece in pieces:
        for person in piece.people:
            is_bare = piece.mark is Mark.NAME and side is not None
            yield replace(person, side=side) if is_bare and side else person


def _list_at(text: str, opening: Opening, labels: Sequence[Span]) -> Sequence[Piece]:
    """Return the longest list that begins there and ends as lists do."""
    pieces = list(_pieces(text, opening, labels))
    while pieces:
        told = related(text, pieces)
        if _ends(text, told, opening):
            return told
        pieces.pop()
    return ()


def _pieces(text: str, opening: Opening, labels: Sequence[Span]) -> Iterator[Piece]:
    at, is_apart = opening.at, False
    while (piece := piece_at(text, at)) is not None:
        # Behind a length or a day, `events` is what it is about.
        if is_apart and piece.mark is not Mark.ROLE:
            return
        # `who: Sales: Ana, Ben`: the list is that of the team.
        if any(start < piece.end <= end for start, end in labels):
            return
        yield piece
        if said_of_all(text, piece.end):
            return
        further = _NEXT.match(text, piece.end)
        if further is None:
            return
        at, is_apart = further.end(), GAP in further.group()


def _ends(text: str, pieces: Sequence[Piece], opening: Opening) -> bool:
    end = pieces[-1].end
    if opening.is_listed:
        # Of `Ana from sales and whoever else` Ana is sure.
        sure = is_named(pieces[-1]) and _NEXT.match(text, end)
        return bool(sure or _END.match(text, end) or _ENDS_LISTED.match(text, end))
    if opening.asks and all(has_role(piece) for piece in pieces):
        return bool(_END.match(text, end) or _ENDS_LISTED.match(text, end))
    if any(_LEADS.fullmatch(p.name) for piece in pieces for p in piece.people):
        return False
    only_names = are_given(text, pieces, opening.at)
    if not only_names and not are_people(pieces):
        return False
    # `Budget, CMO`: the first is what it is about.
    is_alone = len(pieces) < 2 or pieces[1].mark is not Mark.NAME
    if (
        not only_names
        and is_alone
        and pieces[0].mark is Mark.NAME
        and text[pieces[0].end :].lstrip()[:1] in ",;"
    ):
        return False
    known = all(piece.mark is Mark.ROLE and is_known(piece) for piece in pieces)
    if known and (len(pieces) > 1 or is_named(pieces[0])) and DO.match(text, end):
        return True
    if (are_counted(pieces) or is_named(pieces[-1])) and COMES.match(text, end):
        return True
    names = [person.name for piece in pieces for person in piece.people]
    if ORGANISER in names and (WANT.match(text, end) or _is_behind_time(text, names, opening)):
        return True
    if only_names and _MATTER.match(text, end):
        return True
    return bool(_END.match(text, end) or (is_named(pieces[-1]) and _ENDS_LISTED.match(text, end)))


def _is_behind_time(text: str, names: Sequence[str], opening: Opening) -> bool:
    """Whether small names stand behind the time: `fri 9am me n jake goals`, the matter last."""
    others = [name for name in names if name != ORGANISER]
    is_behind = GAP in text[max(0, opening.at - 2) : opening.at]
    return is_behind and bool(others) and all(is_small_name(name) for name in others)
