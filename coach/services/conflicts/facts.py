"""What a quarrel's text says, what it claims, what nobody in it says."""

from __future__ import annotations

import re

from coach.domain.conflict import Disputed, Heard, Message, Missing, Said, Span, Thread
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Conflict
from coach.domain.stages import Side
from coach.services.conflicts.sentences import spoken
from coach.services.conflicts.softening import judges, softened

SHORTEST = 4  # words of a claim
MOST_SAID, MOST_DISPUTED, MOST_MISSING = 4, 3, 2  # missing: a side
_DATED = lazy_pattern(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|this morning|last"
    r" (?:week|month|quarter|year|night|friday|monday)|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|q[1-4]|two|three|four|five|six|seven|eight|nine"
    r"|ten|dozen|half|twice|weeks?|months?|days?|hours?|minutes?)\b",
    re.IGNORECASE,
)
_HAPPENED = lazy_pattern(
    r"\b(?:\w+ed|sent|got|went|came|told|said|wrote|gave|took|made|met|lost|won|found|left|heard"
    r"|saw"
    r"|put|ran|held|called|closed|signed|asked|has been|have been|was|were|had)\b",
    re.IGNORECASE,
)
_OWN = lazy_pattern(r"\W*I(?:'m|’m| (?:look|feel|felt|was|am|made|must|may))", re.IGNORECASE)
_ASKS = lazy_pattern(r"\?\s*[\"”')\]]*$")
_ORDERS = lazy_pattern(
    r"\b(?:ignore (?:all |any |the |your )*(?:previous|prior|above|earlier|rules|instructions)"
    r"|system"
    r" ?prompt|you are (?:now|an? (?:ai|assistant|language model))|as an ai|output only"
    r"|respond with"
    r"|system:|assistant:|new (?:task|instructions?):|dear (?:ai|language model))"
    r"|</?\w+(?: [^<>]*)?>|override\]\]"
    # what goes on giving orders, like "Set the heat to 9"
    r"|^\W*(?:set|print|output|name) (?:the|no|your) (?:heat|stage|pattern|verdict|confidence)\b"
    r"|^\W*(?:write|say|state|conclude|tell the reader) that (?:sales|marketing|both|the reader)\b",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    """Whether a sentence speaks to a machine and not of the quarrel."""
    return _ORDERS.search(text) is not None


def said_in(thread: Thread) -> tuple[Said, ...]:
    """Return what is told as something that happened, the best dated first, then by place."""
    rated = [(_weight(span), span) for _, span in spoken(thread) if not is_order(span.text)]
    best = sorted((-weight, span.start) for weight, span in rated if weight >= 2)[:MOST_SAID]
    places = {start for _, start in best}
    return tuple(Said(s, softened(s.text)) for _, s in _once(rated) if s.start in places)


def disputed_in(thread: Thread) -> tuple[Disputed, ...]:
    """Return what somebody claims of the other side, the strongest claims, in their order."""
    rated = [
        (judges(span.text), span, message)
        for message, span in spoken(thread)
        if not is_order(span.text) and _is_claim(span.text)
    ]
    best = sorted((-claims, span.start) for claims, span, _ in rated if claims)[:MOST_DISPUTED]
    places = {start for _, start in best}
    return tuple(
        Disputed(span, softened(span.text), voice_of(message))
        for _, span, message in rated
        if span.start in places
    )


def missing_in(note: Conflict) -> tuple[Missing, ...]:
    """Return what to ask either side; the same, whoever pasted the text."""
    asked = [(q, Side.SALES) for q in note.ask_sales[:MOST_MISSING]]
    asked += [(q, Side.MARKETING) for q in note.ask_marketing[:MOST_MISSING]]
    return tuple(Missing(question, side) for question, side in asked)


def heard_in(thread: Thread) -> Heard:
    """Return whose voices the text itself shows."""
    sides = {message.side for message in thread.messages}
    if sides >= {Side.SALES, Side.MARKETING}:
        return Heard.BOTH
    if Side.SALES in sides:
        return Heard.SALES
    return Heard.MARKETING if Side.MARKETING in sides else Heard.NOBODY


def voice_of(message: Message) -> Heard:
    """Return on which side somebody speaks, as far as the text shows."""
    return {Side.SALES: Heard.SALES, Side.MARKETING: Heard.MARKETING}.get(
        message.side or Side.OTHER, Heard.NOBODY
    )


def _is_claim(text: str) -> bool:
    """Whether a sentence says something of somebody else; a few words alone say nothing."""
    return len(text.split()) >= SHORTEST and not _ASKS.search(text) and not _OWN.match(text)


def _weight(span: Span) -> int:
    """Return how much a sentence tells: a figure or date, something that happened, no verdict."""
    if _ASKS.search(span.text):
        return 0
    told = 2 * bool(_DATED.search(span.text)) + bool(_HAPPENED.search(span.text))
    return told - 2 * judges(span.text)


def _once(rated: list[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Return each sentence at its first place only."""
    seen: dict[str, tuple[int, Span]] = {}
    for weight, span in rated:
        seen.setdefault(span.text.casefold(), (weight, span))
    return list(seen.values())
