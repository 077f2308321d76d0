"""Where people's turns begin when each is only named: `Ana (Sales): …`, `Marketing: …`."""

from __future__ import annotations

import re
from collections import Counter

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.roles import ROLES, is_role
from coach.services.checking.words import vocabulary
from coach.services.conflicts.reading.lines import Line, Opening
from coach.services.conflicts.reading.speakers import is_like_name, speaker_of

_NAME = (
    r"@?[^\W\d_][\w'’.\-&]*(?:[ /][^\W\d_&][\w'’.\-&]*){0,4}"
    r"(?:,? ?[(\[][^()\[\]\n]{1,60}[)\]]|, [\w &/\-]{2,40})?"
)
_LABEL = lazy_pattern(
    rf"(?:[-*•] )?[*_]{{0,2}}(?P<label>{_NAME})[*_]{{0,2}}[ \xa0]?[:：]"
    r"[*_]{0,2}(?=\s|\Z|[^\W\d_])"
)
# Within a line a turn begins after a sentence, a wide gap, a tab or a stroke.
_WITHIN = lazy_pattern(r"(?:(?<=[.!?…\"”)] )|(?<=  )|(?<=\t)|(?<=[/|] ))(?=[*_@]{0,3}[^\W\d_])")
_PRONOUNS = vocabulary("me you him her he she them they us we i")
_FIELDS = vocabulary(
    """problem problems issue issues impact ask asks context note notes update ps result results
    cause question questions answer goal goals action actions next step steps owner deadline date
    time where when who what why how which subject re fwd fw aw wg summary tldr background example
    examples eg ie today yesterday tomorrow fact facts pros cons option options plan attendees
    agenda topic topics status reason reasons deal account customer client stage amount warning
    reminder fyi edit us quarter situation request feedback budget target targets lead leads
    source sources campaign outcome decision decisions risk risks point first second third finally
    also but so then and or anyway meanwhile hi hello hey dear thanks btw no yes well look
    listen ok however because
    conclusion remember bonus translation quote title name email phone company total problema
    important http https from to cc sent von an betreff system assistant user instructions"""
)


def label_openings(lines: list[Line], *, is_log: bool) -> list[Opening]:
    """Return where the named turns begin, in order.

    `is_log`: the text has no other structure, so bare names and roles count as turns too, if at
    least two of them do and they look like speakers rather than the fields of a form.
    """
    found = [one for line in lines for one in _in_line(line)]
    sure = [opening for opening, label in found if _has_role_beside(label)]
    if not is_log:
        return sure
    names = [(opening, label) for opening, label in found if not _is_field(label)]
    counts = Counter(label.casefold() for _, label in names)
    is_full = len(names) * 5 >= sum(1 for line in lines if line.text.strip()) * 4
    is_again = any(number > 1 for number in counts.values())
    turns = [
        opening
        for opening, label in names
        if _is_speaker(label) or counts[label.casefold()] > 1 or (is_full and is_again)
    ]
    fields = len(found) - len(names)
    is_talk = (
        is_again or (is_full and len(counts) > 1) or any(_is_known(label) for _, label in names)
    )
    return turns if is_talk and len(turns) > 1 and fields < len(turns) else sure


def _in_line(line: Line) -> list[tuple[Opening, str]]:
    """Return the labels of one line: at its beginning, then within it."""
    text = line.text
    if ":" not in text and "：" not in text:
        return []
    first = _LABEL.match(text, len(text) - len(text.lstrip(" \t\u200e\u200f")))
    if first is None:
        return []
    found = [first]
    for place in _WITHIN.finditer(text, first.end()):
        label = _LABEL.match(text, place.start())
        if label is not None and not _is_field(label["label"]):
            found.append(label)
    return [
        (
            Opening(
                line.start + one.start(),
                line.start + one.end(),
                line.depth,
                speaker_of(one["label"]),
            ),
            one["label"],
        )
        for one in found
    ]


def _has_role_beside(label: str) -> bool:
    """Whether a label is a name with a role, which nothing but a turn begins with."""
    name, bracket, role = label.partition("(")
    if not bracket:
        name, _, role = label.partition(", ")
    is_one = ROLES.search(role) is not None if bracket else is_role(role)
    return is_one and is_like_name(name.strip(" ,@")) and not _is_field(name)


def _is_field(label: str) -> bool:
    return label.split()[0].strip(".,@").casefold() in _FIELDS


def _is_known(label: str) -> bool:
    return is_role(label) or _has_role_beside(label) or label.casefold() in _PRONOUNS


def _is_speaker(label: str) -> bool:
    return _is_known(label) or is_like_name(re.split(r"[(,]", label)[0].strip(" @"))
