"""How long from now a meeting is: `in 20 minutes`, `two hours from now`."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.lengths import lengths_in
from coach.services.agendas.reading.reads import Read

_SOON = lazy_pattern(
    r"\b(?:starts |starting )?(?:in|dans|fra|tra|dentro de|daqui a) (?:about )?", re.IGNORECASE
)
_FROM_NOW = lazy_pattern(r" from now\b", re.IGNORECASE)
_LONGEST_SOON = 48 * 60  # minutes ahead that people count in minutes or hours
# What is done in so many minutes takes that long; else the meeting is that far off.
_IS_LENGTH = lazy_pattern(
    r"\b(?:agree|decide|settle|sort|fix|cover|solve|resolve|finish|done|get through|closed?|won"
    r"|lost|signed|sold|plan|go"
    r"|review|define|discuss|do (?:it|this|that)|wrap|run|handle|respon[ds]\w*|repl\w+|call(?:s"
    r"|ed|ing)?|answer\w*|contact\w*|follow"
    r"|reach\w*|touch\w*|convert\w*|cold)\b[^.!?;,:\n]*\Z",
    re.IGNORECASE,
)
_IS_TASK = lazy_pattern(
    r",? (?:we|i|they|you) (?:must|want|need|have|has|should|can|could|will|would"
    r"|agree|settle|decide)\b",
    re.IGNORECASE,
)


def soon_in(text: str) -> Read[float] | None:
    """Return in how many minutes we meet, `None` where nothing like it is said."""
    ins = {found.end(): found.start() for found in _SOON.finditer(text)}
    for length in lengths_in(text) if ins or _FROM_NOW.search(text) else ():
        if (after := _FROM_NOW.match(text, length.end)) and length.minutes <= _LONGEST_SOON:
            return Read(length.minutes, ((length.start, after.end()),))
        start = ins.get(length.start)
        if start is None or length.minutes > _LONGEST_SOON:
            continue
        before = text[max(0, start - 48) : start]
        if not _IS_LENGTH.search(before) and not _IS_TASK.match(text, length.end):
            return Read(length.minutes, ((start, length.end),))
    return None
