"""Meetings of one side by itself, by mistake or on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.agenda import Attendee
from coach.domain.lazily import lazy_pattern
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.stages import Side
from coach.services.agendas.owners import HEADS
from coach.services.agendas.reading.roles import ROLE, ROLES, side_of

_WORDS = {
    Side.SALES: r"(?:sales"
    r"(?: (?:team|managers?|leads?|people|ppl|reps?|side|dept|department|folks))?|the reps"
    r"|(?:\w+ )?reps|sellers|[sb]drs(?: team)?|[sb]dr team|aes|account exec(?:utive)?s"
    r"|head of sales)",
    Side.MARKETING: r"(?:marketing"
    r"(?: (?:team|managers?|people|ppl|side|dept|department|folks))?|marketers"
    r"|the marketers?|(?:the )?(?:content|brand|demand gen|campaign) team|head of marketing)",
}
_ABSENT = (
    r"\b{0} (?:(?:won'?t|will not|doesn'?t|don'?t|can'?t|refuses? to|never) "
    r"(?:come|join|attend|show(?: up)?|turn up|be (?:there|around|coming))|(?:have |has )?declined"
    r"|(?:is |are )?not (?:coming|invited|there|attending)|(?:is|are) (?:away|out))"
)
# Where the sentence is over, or goes on to the matter.
_ENDS = (
    r"(?=\s*(?:[,.;:!?)(–\x1f-]|\Z|\d|(?:for|on|about|to|please|pls|this|today|meeting|session"
    r"|round|talk|who"
    r"|needed|there|invited|has to|and (?:i|me)|will)\b))"
)
_UNWANTED = (
    rf"\b(?:without|no(?: ?one|body) from|nobody of|no) {{0}}\b{_ENDS}(?! (?:want|need|will)s?\b)"
    r"|\b{0}(?:,? (?:is|are|were))?(?: not|n['’]t)(?: being)? (?:coming|invited|needed|involved"
    r"|affected|required|part)"
    r"|\b{0} (?:need ?n['’]?t|(?:do|does) ?n['’]?t (?:need|have) to|(?:do|does) not (?:need"
    r"|have) to|should not)"
    r" (?:be there|come|join|attend|sit in|know)|\b(?:keep|leave) {0} out\b"
)
_PRESENT = (
    rf"(?<!not )\b(?:only|just) (?:for |with |us |my |our |the "
    rf"|all )*(?:\w+ )?{{0}}\b(?!['’]s){_ENDS}"
    rf"|\b{{0}}[- ]only\b{_ENDS}|\b{{0}} (?:alone|by itself"
    r"|by themselves|internal|among (?:our|them)selves)\b|\b{0}[- ]internal|\binternal {0}\b"
    rf"|\b(?:us|we) (?:\w+ )?(?:(?:from|in) )?{{0}}(?: among ourselves)\b|\bus (?:\w+ )?(?:from"
    rf"|in) {{0}}\b{_ENDS}"
)
# Whoever else is missing, the two are to sit together.
_TOGETHER = lazy_pattern(
    r"\b(?:both (?:teams|sides|departments)?|speak together|together with|with (?:them"
    r"|the other side|the reps)"
    r"|sales (?:and|&|\+|/) ?(?:marketing|mktg)|(?:marketing|mktg) ?(?:and|&|\+|/) ?sales)\b",
    re.IGNORECASE,
)
# Said of the other side: it is told afterwards, or has said by letter what it has to say.
_TOLD = (
    r"\b{0} (?:gets?|will get|receives?|(?:has|have) (?:already )?sent"
    r"|sent)\b[^.!?]{{0,40}}\b(?:summary|notes?"
    r"|copy|mails?|afterwards|writing|already)\b"
)
# A team by itself, whichever it is.
_BY_ITSELF = lazy_pattern(
    r"\b(?:internal to us|among ourselves|by ourselves|just us|our own team|(?:no|without"
    r"|not? wish(?: for)?"
    r"|not? want) (?:the )?other (?:departments?|teams?|sides?)|they (?:don['’]?t|do not|won['’]?t)"
    r" (?:attend|come|join)|nobody else|no ?one else|not? other departments?)\b",
    re.IGNORECASE,
)
# Whoever writes brings people of a side that nobody knows.
_MINE = lazy_pattern(r"\b(?:and|plus|with|,) (?:my|our) (?:own )?team\b", re.IGNORECASE)
_ONLY = lazy_pattern(rf"(?<![\w-])(?P<role>{ROLE}) only\b{_ENDS}", re.IGNORECASE)
_OTHER = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
_MISSING = {
    side: lazy_pattern(_ABSENT.format(said), re.IGNORECASE) for side, said in _WORDS.items()
}
_KEPT_OUT = {side: lazy_pattern(_UNWANTED.format(said), re.I) for side, said in _WORDS.items()}
_THERE = {side: lazy_pattern(_PRESENT.format(said), re.IGNORECASE) for side, said in _WORDS.items()}
_AFTERWARDS = {side: lazy_pattern(_TOLD.format(said), re.I) for side, said in _WORDS.items()}
_HANDS = {Side.SALES: "sales rep", Side.MARKETING: "marketer"}


def side_alone(brief: MeetingBrief) -> Side | None:
    """Return the side that meets by itself; `None` where both come, as far as the brief says."""
    together = _TOGETHER.search(brief.text) is not None
    for side, other in _OTHER.items():
        if _KEPT_OUT[other].search(brief.text) or _AFTERWARDS[other].search(brief.text):
            return side
        if _MISSING[other].search(brief.text) and not together:
            return side
    for side in _OTHER:
        if _THERE[side].search(brief.text):
            return side
    if (only := _ONLY.search(brief.text)) and side_of(only["role"]) in _OTHER:
        return side_of(only["role"])
    if _BY_ITSELF.search(brief.text):
        return _most_named(brief)
    named = {person.side for person in brief.people}
    if _MINE.search(brief.text):
        return None
    if len(brief.people) > 1 and len(named) == 1 and not brief.headcount:
        (side,) = named
        return side if side in _OTHER else None
    return None


def _most_named(brief: MeetingBrief) -> Side | None:
    """Return the side whose roles are named most; SDRs by themselves are of the sellers."""
    roles = [person.side for person in brief.people]
    roles += [side_of(found.group()) for found in ROLES.finditer(brief.text)]
    if not roles:
        return None
    if set(roles) == {Side.OTHER}:
        return Side.SALES
    return max(_OTHER, key=roles.count)


def is_on_purpose(brief: MeetingBrief, side: Side) -> bool:
    """Whether a side that meets alone wants to, rather than being left alone by the other."""
    return _MISSING[_OTHER[side]].search(brief.text) is None


def of_one_side(people: Sequence[Attendee], side: Side) -> tuple[Attendee, ...]:
    """Return who comes of that side: its head and one more where nobody was named."""
    own = tuple(person for person in people if person.side is not _OTHER[side])
    return own or (Attendee(HEADS[side], side), Attendee(_HANDS[side], side))
