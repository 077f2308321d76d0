"""Texts that were pasted more than once."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_SHORTEST = 20  # characters of what counts as pasted again
_SHORTEST_MAIL = 40
_MARKS = lazy_pattern(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def first_copy(text: str) -> int:
    """Return where the first of several like copies ends; the end of `text` where it is one."""
    words = "".join(text.split())
    # A text of copies is the only kind that stands within itself written twice.
    size = (words + words).find(words, 1) if words else 0
    if size >= len(words) or size < _SHORTEST:
        return len(text)
    seen = 0
    for at, char in enumerate(text):
        seen += not char.isspace()
        if seen == size:
            return at + 1
    return len(text)


def likeness(body: str) -> str:
    """Return what two copies of one message share; "" where it is too short to be told."""
    words = "".join(_MARKS.sub("", body).split()).casefold()
    return words if len(words) >= _SHORTEST_MAIL else ""
