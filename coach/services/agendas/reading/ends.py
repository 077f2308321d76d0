"""The end of a meeting that is said apart from its start: `starts 14:15 on Monday, ends 15:00`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.clocks import Clock
from coach.services.agendas.reading.reads import Span

_APART = 64  # characters between a start and its end
_LONGEST = 12 * 60
# Nothing else may stand between: `starts 14:15, the fair ends at 18:00` ends another thing.
_ENDS = lazy_pattern(
    r"(?:[\s,;:.()–-]|\b(?:on|am|le|el|and|then|und|et|y|e|en|it|we|meeting|should|will|must|to|be|start|sharp)\b"
    r"|['’](?:s|re|ll)\b)*"
    r"\b(?:ends?|ending|end time|finish(?:es|ing)?|stops?|until|till?|over|done|out"
    r"|wrap(?:s|ping)?(?: it)? up|ende|endet|schluss|fertig|fin|finit|termine|termina|hasta"
    r"|jusqu['’]à|fine|fim|einde|slut|koniec)\b"
    r"(?:[\s:=–-]|\b(?:is|at|by|um|gegen|à|a|las?|alle|às|om|before|no later than|around)\b)*",
    re.IGNORECASE,
)


def ended(text: str, clocks: Sequence[Clock], days: Sequence[Span]) -> list[Clock]:
    """Return the times in order, those with an end said apart as one with the end.

    `days`: the places of days, one of which may stand between a start and its end.
    """
    done: list[Clock] = []
    for clock in clocks:
        both = _with_end(text, done[-1], clock, days) if done else None
        if both is None:
            done.append(clock)
        else:
            done[-1] = both
    return done


def _with_end(text: str, start: Clock, end: Clock, days: Sequence[Span]) -> Clock | None:
    if start.minutes or end.minutes or end.start - start.end > _APART:
        return None
    between = text[start.end : end.start]
    inside = [day for day in days if start.end <= day[0] and day[1] <= end.start]
    for first, last in inside:
        at = first - start.end
        between = between[:at] + " " * (last - first) + between[at + last - first :]
    if _ENDS.fullmatch(between) is None:
        return None
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    if minutes <= 0 and end.hour <= 12:
        minutes += 720
    if not 0 < minutes <= _LONGEST:
        return None
    if inside:
        return replace(start, minutes=minutes, until=end.end, is_sure=True)
    return replace(start, minutes=minutes, end=end.end, is_sure=True)
