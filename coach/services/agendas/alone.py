"""Meetings of one side by itself, by mistake or on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.agenda import Attendee
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.stages import Side
from coach.services.agendas.owners import HEADS

_WORDS = {
    Side.SALES: r"(?:sales(?: (?:team|managers?|leads?|people|side|dept|department))?|the reps|reps"
    r"|sellers|head of sales)",
    Side.MARKETING: r"(?:marketing(?: (?:team|managers?|side|dept|department))?|marketers"
    r"|the marketers|head of marketing)",
}
_ABSENT = (
    r"\b{0} (?:(?:won'?t|will not|doesn'?t|don'?t|can'?t|refuses? to|never) "
    r"(?:come|join|attend|show(?: up)?|turn up|be (?:there|around|coming))|(?:have |has )?declined"
    r"|(?:is |are )?not (?:coming|invited|there|attending)|(?:is|are) (?:away|out))"
    r"|\b(?:without|no(?: ?one|body) from) {0}\b"
)
_PRESENT = (
    r"\b(?:only|just) (?:us |my |our |the )*(?:\w+ )?{0}\b|\b{0}[- ]only\b|\b{0} (?:alone|by itself"
    r"|by themselves|internal)\b|\binternal {0}\b|\bus (?:\w+ )?(?:from|in) {0}\b"
)
_OTHER = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
_MISSING = {side: re.compile(_ABSENT.format(said), re.IGNORECASE) for side, said in _WORDS.items()}
_THERE = {side: re.compile(_PRESENT.format(said), re.IGNORECASE) for side, said in _WORDS.items()}
_HANDS = {Side.SALES: "sales rep", Side.MARKETING: "marketer"}


def side_alone(brief: MeetingBrief) -> Side | None:
    """Return the side that meets by itself; `None` where both come, as far as the brief says."""
    for side, other in _OTHER.items():
        if _MISSING[other].search(brief.text):
            return side
    for side in _OTHER:
        if _THERE[side].search(brief.text):
            return side
    named = {person.side for person in brief.people}
    if len(brief.people) > 1 and len(named) == 1 and not brief.headcount:
        (side,) = named
        return side if side in _OTHER else None
    return None


def of_one_side(people: Sequence[Attendee], side: Side) -> tuple[Attendee, ...]:
    """Return who comes of that side: its head and one more where nobody was named."""
    own = tuple(person for person in people if person.side is not _OTHER[side])
    return own or (Attendee(HEADS[side], side), Attendee(_HANDS[side], side))
