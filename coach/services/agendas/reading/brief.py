"""Reads a whole brief: what for, how long, when, who, how often, what is known to be wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from coach.domain.lazily import lazy_pattern
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.text import clean
from coach.services.agendas.reading.bounds import is_allowed
from coach.services.agendas.reading.corrections import taken_back
from coach.services.agendas.reading.minutes import read_minutes
from coach.services.agendas.reading.people import read_people
from coach.services.agendas.reading.plain_text import plain_text
from coach.services.agendas.reading.problems import read_problems
from coach.services.agendas.reading.purpose import purpose_of
from coach.services.agendas.reading.reads import Span, without
from coach.services.agendas.reading.repeats import read_repeat
from coach.services.agendas.reading.roles import is_role
from coach.services.agendas.reading.starts import read_start

_ARTICLES = lazy_pattern(r"\A(?:(?:only|just|for|with|us|my|our|the|all|we)\b,? )+", re.IGNORECASE)
_ONLY_BEFORE = lazy_pattern(
    r"\b(?:only|just)(?: (?:for|with|us|my|our|the|all))*\s*\Z", re.IGNORECASE
)
_ONLY_FIRST = lazy_pattern(r"(?:only|just)\b", re.IGNORECASE)
_ONLY_AFTER = lazy_pattern(r" (?:only|alone|by (?:itself|themselves)|internal)\b", re.IGNORECASE)
_SPACES = lazy_pattern(r"[^\S\n]{2,}")
LONGEST = 2000  # characters in which length, people and time are looked for


def read_brief(text: str, now: datetime, zone: str) -> MeetingBrief:
    """Return what `text` asks for; nothing in it is lost or followed, all of it is only read.

    `zone` is the person's own. Raises `MeetingError` where there is no such zone, and for nothing
    in the text: what cannot be kept is left unsaid, with a warning.
    """
    text = _SPACES.sub(" ", clean(text))
    cut = len(text) if len(text) <= LONGEST else _last_space(text)
    head, rest = text[:cut], text[cut:]
    problems = read_problems(head)
    asked = without(head, problems.spans)
    typed = plain_text(asked)
    said = replace(typed, text=without(typed.text, taken_back(typed.text)))
    start = read_start(said.text, now, zone)
    repeat, minutes = read_repeat(said.text), read_minutes(without(said.text, start.spans))
    times = (*start.spans, *minutes.spans, *repeat.spans)
    people = read_people(without(said.text, times))
    kept = [span for span in people.spans if not _is_alone(said.text, span)]
    spans = (*said.typed((*times, *kept)), *problems.spans)
    purpose = f"{purpose_of(head, spans)} {rest.strip()}".strip()
    return MeetingBrief(
        text=purpose or "; ".join(problems.value),
        minutes=minutes.value or _until(start.value.minutes),
        start=start.value.when,
        day=start.value.day,
        zone=start.value.zone,
        repeat=repeat.value,
        people=people.value.people,
        headcount=people.value.headcount,
        problems=problems.value,
        warnings=(*minutes.warnings, *start.warnings),
    )


def _is_alone(text: str, span: Span) -> bool:
    """Whether it is said of a team that it comes by itself, which the brief is to keep."""
    words = text[span[0] : span[1]]
    is_team = is_role(_ARTICLES.sub("", words).strip())
    before, after = text[max(0, span[0] - 16) : span[0]], text[span[1] :]
    said = _ONLY_BEFORE.search(before) or _ONLY_FIRST.match(words) or _ONLY_AFTER.match(after)
    return is_team and said is not None


def _last_space(text: str) -> int:
    """Return where to cut a long text so that no word is, where it has words."""
    last = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
    return last if last > 0 else LONGEST


def _until(minutes: int | None) -> int | None:
    """Return the minutes to an end that was said, where a meeting may be so long."""
    return minutes if minutes is not None and is_allowed(minutes) else None
