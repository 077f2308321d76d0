"""How a message ends: who signs it, for which side, and where its words stop before that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.roles import ROLE, is_role
from coach.services.conflicts.reading.speakers import (
    NOBODY,
    Speaker,
    is_like_name,
    side_by_role,
    speaker_of,
)

_MOST_LINES = 8  # of a signature
_LONGEST_LINE = 80
_MOST_LOOKED_AT = 40  # lines at the end in which a closing is looked for
_CLOSING = (
    r"(?:(?:(?:many |kind |best |warm |kindest )?(?:regards|wishes|thanks)"
    r"|thanks(?: a lot)?|thank you"
    r"|thx|best|cheers|sincerely|yours(?: sincerely| truly)?|all the best|br|kr|rgds|ta"
    r"|respectfully"
    r"|(?:mit |viele |liebe |beste |freundliche |besten |herzliche )?(?:freundlichen )?"
    r"grü(?:ß|ss)en?"
    r"|mfg|lg|vg|danke|cordialement|bien (?:à vous|cordialement)|merci|amicalement|bonne journée"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|gracias|atentamente|un abrazo|saluti|grazie"
    r"|obrigad[oa]|atenciosamente|abraços|groeten|groetjes)"
    r"(?: (?:and|und|et|y) (?:best |kind )?(?:regards|thanks|grüße|merci|gracias))?)"
)
_CLOSES = lazy_pattern(rf"{_CLOSING}[ ,.!–—-]*\Z", re.IGNORECASE)
_CLOSES_WITH = lazy_pattern(
    rf"{_CLOSING}[ ]?[,–—-][ ]?(?P<name>[^,;:!?\n]{{2,50}})\Z", re.IGNORECASE
)
_DASHES = lazy_pattern(r"(?:--|__|—) ?\Z")
_DEVICE = lazy_pattern(
    r"(?:sent|gesendet|envoyé|enviado) (?:from|von|vom|depuis|de|desde) "
    r"(?:my|mein\w*|mon|mi)\b.{0,40}\Z"
    r"|get outlook for\b.{0,40}\Z",
    re.IGNORECASE,
)
_ROLE_LINE = lazy_pattern(
    rf"(?P<dash>[-–—~]{{1,2}} ?)?(?P<name>[^,|/(–—\n]{{2,40}}?(?:, ?| ?[|/(–—] ?| - ))?"
    rf"(?P<role>(?:(?:an?|your|one|the) (?:[a-z]+ ){{0,2}})?{ROLE})\)?"
    r"(?:(?:,| at| \||@) ?[^.!?\n]{1,40})?\.?\Z",
    re.IGNORECASE,
)
_MARKS = lazy_pattern(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_LEGAL = lazy_pattern(r"confidential|intended only|vertraulich|confidentiel|confidencial", re.I)
_SENTENCE = lazy_pattern(r"[.!?] +\w|[!?]\Z")


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a message's words stop, and who signs below."""

    at: int
    signer: Speaker = NOBODY


def ending_of(text: str) -> Ending:
    """Return the end of a message; without a signature that is the end of the text."""
    rows = text.split("\n")
    words = [_MARKS.sub("", row).strip(" \t*_\xa0") for row in rows]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row) + 1)
    for at in range(len(rows) - 1, max(0, len(rows) - _MOST_LOOKED_AT) - 1, -1):
        if not any(words[:at]):
            break
        below = [line for line in words[at + 1 :] if line and not _LEGAL.search(line)]
        if _DASHES.match(words[at]) and _is_signature(below[:_MOST_LINES]):
            return _ended(starts, words, at, below)
        closes = _CLOSES.match(words[at]) is not None or _DEVICE.match(words[at]) is not None
        if closes and _is_signature(below):
            return _ended(starts, words, at, below)
        named = _CLOSES_WITH.match(words[at])
        if named is not None and is_like_name(named["name"].split("(")[0]) and _is_signature(below):
            return _ended(starts, words, at, [named["name"], *below])
    return _role_at_the_end(text, starts, words)


def _ended(starts: list[int], words: list[str], at: int, below: list[str]) -> Ending:
    """Return the end before line `at`; a closing right above it belongs to the signature."""
    above = next((row for row in range(at - 1, -1, -1) if words[row]), 0)
    for row in range(above, max(above - 4, 0), -1):
        between = [line for line in words[row + 1 : at] if line]
        if _CLOSES.match(words[row]) and any(words[:row]) and _is_signature(between):
            return Ending(starts[row], _signer([*between, *below]))
    return Ending(starts[at], _signer(below))


def _is_signature(lines: list[str]) -> bool:
    """Whether lines are names, roles and addresses: short, and no sentence among them."""
    return len(lines) <= _MOST_LINES and not any(
        len(line) > _LONGEST_LINE or len(line.split()) > 10 or _SENTENCE.search(line)
        for line in lines
    )


def _signer(lines: list[str]) -> Speaker:
    lines = [line for line in lines if len(line) <= _LONGEST_LINE][:_MOST_LINES]
    if not lines:
        return NOBODY
    first = speaker_of(lines[0].lstrip("-–—~ "))
    is_person = is_like_name(first.name) or is_role(first.name)
    sides = (side_by_role(line) for line in lines)
    return Speaker(
        first.name if is_person else "",
        first.side or next((side for side in sides if side is not None), None),
    )


def _role_at_the_end(text: str, starts: list[int], words: list[str]) -> Ending:
    """Return a last line such as `Tom, AE` or `– a tired marketer`."""
    last = next((row for row in range(len(words) - 1, 0, -1) if words[row]), 0)
    whole = Ending(len(text))
    if not last or len(words[last]) > _LONGEST_LINE or not any(words[:last]):
        return whole
    found = _ROLE_LINE.match(words[last])
    if found is None:
        return whole
    name = (found["name"] or "").rstrip(" ,|/(–—-")
    if name and not is_like_name(name):
        return whole
    above = words[last - 1]
    if name or found["dash"]:
        return Ending(starts[last], Speaker(name or found["role"], side_by_role(found["role"])))
    if is_like_name(above) and not is_role(above) and any(words[: last - 1]):
        return Ending(starts[last - 1], Speaker(above, side_by_role(found["role"])))
    return (
        whole
        if above
        else Ending(starts[last], Speaker(found["role"], side_by_role(found["role"])))
    )
