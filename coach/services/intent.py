"""What a person wants, by clear words alone; where unsure it is a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from coach.domain.answers import Message
from coach.services.agendas.wishes import wants_agenda
from coach.services.small_talk import SmallTalk, small_talk_of

__all__ = ["Intent", "SmallTalk", "intent_of", "small_talk_of"]


OPENING = 600  # characters in which a person says what they want


class Intent(StrEnum):
    """The jobs; a click of the person overrides what the words say."""

    ASK = "ask"
    AGENDA = "agenda"
    CONFLICT = "conflict"
    STAGE = "stage"
    CALCULATION = "calculation"
    SMALL_TALK = "small_talk"


def intent_of(text: str, history: Sequence[Message] = ()) -> Intent:
    """Return what `text` asks for; `ASK` unless its words say otherwise plainly.

    The history changes nothing yet: no earlier turn makes "thanks" a question.
    """
    if small_talk_of(text) is not None:
        return Intent.SMALL_TALK
    opening = text[:OPENING]
    if wants_agenda(opening):
        return Intent.AGENDA
    for intent, pattern in _JOBS:
        if pattern.search(opening):
            return intent
    return Intent.ASK


_NUMBER = r"\d[\d.,]*\s*(?:k|m|mio|%|million|percent)?"
_JOBS = (
    (
        Intent.STAGE,
        re.compile(
            r"\b(?:which|what) stage (?:are|is|am)\b|\bwhere do we stand\b|\bhow aligned are we\b"
            r"|\bare we (?:undefined|defined|aligned|integrated)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Intent.CALCULATION,
        re.compile(
            rf"^(?=.*\bhow many\b|.*\bcalculat|.*\bwork out\b)(?=.*{_NUMBER}.*{_NUMBER})"
            r"(?=.*\b(?:target|deals?|revenue|win rate|conversion|opps?|leads?|mqls?)\b)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        Intent.CONFLICT,
        re.compile(
            r"\b(?:here is|this is|below is|read) (?:the |our |a )?"
            r"(?:thread|chat|quarrel|argument|exchange)\b"
            r"|\b(?:mediate|settle) (?:this|our|the) (?:quarrel|conflict|argument|fight)\b",
            re.IGNORECASE,
        ),
    ),
)
