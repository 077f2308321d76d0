"""Citation marks: `[2]`, `[1, 3]`, `[1][2]`, `[1–3]` and the numbers they name."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.checking.sentences import MARK

_MARK = lazy_pattern(MARK)
_RANGE = lazy_pattern(r"(\d+)\s?[–-]\s?(\d+)")
_WIDEST = 20  # numbers in a range; a wider one is no citation but a date or a phone number


def cited(text: str) -> tuple[int, ...]:
    """Return the numbers that the marks in `text` name, each once, in order."""
    numbers: dict[int, None] = {}
    for mark in _MARK.findall(text):
        for first, last in _RANGE.findall(mark):
            low, high = int(first), int(last)
            numbers.update(dict.fromkeys(range(low, min(high, low + _WIDEST) + 1)))
        numbers.update(dict.fromkeys(int(number) for number in re.findall(r"\d+", mark)))
    return tuple(sorted(numbers))
