"""Where the messages of a chat's log begin: a time and a name, in the order each program has."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH, WEEKDAY
from coach.services.conflicts.reading.lines import Line, Opening, next_with_words
from coach.services.conflicts.reading.speakers import NOBODY, is_like_name, speaker_of

_SPACE = r"[ \t\xa0\u202f]"
_EDGE = r"[\u200e\u200f\ufeff \t]{0,6}"
_TIME = rf"\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:{_SPACE}?[ap]\.?{_SPACE}?m\.?)?(?![\d:])"
_DATE = (
    rf"(?:(?:{WEEKDAY}|today|yesterday|heute|gestern|hier|hoy|ayer)\b\.?,?{_SPACE}*)?"
    rf"(?:(?:\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?\.?|{MONTH}\.?{_SPACE}\d{{1,2}}"
    rf"|\d{{1,2}}\.?{_SPACE}{MONTH}\.?)(?:{_SPACE}\d{{4}})?)?"
)
_AT = rf"{_SPACE}*(?:,|T|at|um|à|a las)?{_SPACE}*"
# `[10:32] Ana: text`, `12/03/24, 09:15 - Tom: text`, `2024-03-12 09:15 <Tom> text`.
_STAMP = lazy_pattern(
    rf"{_EDGE}(?P<open>\[?){_EDGE}(?P<date>{_DATE}){_AT}{_TIME}(?P<close>\]?)"
    rf"(?P<dash>{_SPACE}[-–—]{_SPACE})?{_SPACE}*",
    re.IGNORECASE,
)
_SAYS = lazy_pattern(
    r"(?:<(?P<nick>[^<>\n]{1,60})>|(?P<name>[^:：\n\[\]]{1,80}?)[:：])(?=\s|\Z|\S)"
)
# `Ana  10:32 AM`, `Ana (AE) [10:32]`, `Ana — Today at 10:32`.
_AFTER_NAME = lazy_pattern(
    rf"{_EDGE}(?P<name>[^\d\[\n:|·•—][^\[\n:|·•—]{{0,79}}?)(?:{_SPACE}APP)?"
    rf"{_SPACE}*(?:[-–—•·|,]{_SPACE}*)?(?P<open>[\[(]?){_DATE}{_AT}(?P<time>{_TIME})[\])]?"
    rf"{_SPACE}*(?P<says>:(?=\s|\Z))?{_SPACE}*(?P<more>[^\n]*)\Z",
    re.IGNORECASE,
)
_A_TIME = lazy_pattern(r"\d[:.]\d\d")
_TIME_ALONE = lazy_pattern(rf"{_EDGE}\[?{_DATE}{_AT}{_TIME}\]?{_SPACE}*\Z", re.IGNORECASE)
_MACHINE = lazy_pattern(
    r"end-to-end encrypted|ende-zu-ende|\b(?:created|joined|left|added|removed|changed)\b"
    r"|security code|verschlüsselt|chiffré|cifrad",
    re.IGNORECASE,
)
_PARENTHESIS = lazy_pattern(r"\([^()\n]{1,60}\)|(?<=\w), .*")
_LONGEST_LINE = 240  # of a line that holds a name and a time, and nothing else


def chat_openings(lines: list[Line]) -> list[Opening]:
    """Return where the messages of a log begin, in order; some may overlap."""
    openings: list[Opening] = []
    has_time = [_A_TIME.search(line.text[:_LONGEST_LINE]) is not None for line in lines]
    for at in range(len(lines)):
        found = None
        if has_time[at]:
            found = _stamped(lines, at) or _named(lines, at)
        elif has_time[at + 1 : at + 2] == [True]:
            found = _above(lines, at)
        if found is not None:
            openings.append(found)
    # Times without any name are the hours of somebody's day, not the lines of a log.
    return openings if any(one.speaker.name for one in openings) else []


def _stamped(lines: list[Line], at: int) -> Opening | None:
    line = lines[at]
    stamp = _STAMP.match(line.text)
    if stamp is None:
        return None
    is_marked = bool((stamp["open"] and stamp["close"]) or stamp["date"] or stamp["dash"])
    says = _SAYS.match(line.text, stamp.end())
    if says is not None:
        name = says["nick"] or says["name"]
        if is_marked or says["nick"] or _is_name(name):
            return Opening(line.start, line.start + says.end(), line.depth, speaker_of(name))
    rest = line.text[stamp.end() :].strip()
    if not is_marked or not (stamp["open"] or stamp["dash"]):
        return None
    if _is_name(rest) and _has_words_below(lines, at):  # Teams puts the words below
        return Opening(line.start, line.end, line.depth, speaker_of(rest))
    end = line.end if _MACHINE.search(rest) else line.start + stamp.end()
    return Opening(line.start, end, line.depth, NOBODY)


def _named(lines: list[Line], at: int) -> Opening | None:
    line = lines[at]
    found = _AFTER_NAME.match(line.text)
    if found is None or not _is_name(found["name"]):
        return None
    if found["more"]:
        if not found["says"]:
            return None
        return Opening(
            line.start, line.start + found.start("more"), line.depth, speaker_of(found["name"])
        )
    return Opening(line.start, line.end, line.depth, speaker_of(found["name"]))


def _above(lines: list[Line], at: int) -> Opening | None:
    """Return a name on its own line, with the time alone on the next."""
    line = lines[at]
    below = lines[at + 1]
    if below.depth != line.depth or _TIME_ALONE.match(below.text) is None:
        return None
    if not _is_name(line.text):
        return None
    return Opening(line.start, below.end, line.depth, speaker_of(line.text))


def _has_words_below(lines: list[Line], at: int) -> bool:
    below = next_with_words(lines, at + 1)
    return below is not None and _STAMP.match(below.text) is None


def _is_name(words: str) -> bool:
    """Whether `words` are a name, with a role beside it or not; `ana` alone will do."""
    if len(words) > _LONGEST_LINE // 3:
        return False
    name = _PARENTHESIS.sub("", words).strip(" \t*_@~<>\u200e\u200f\u202f\xa0")
    return is_like_name(name) or (name.isalnum() and not name.isdigit() and len(name) > 1)
