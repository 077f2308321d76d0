"""One wording out of two: criteria of both sides, sorted as a definition sheet sorts them.

What clashes stands between square brackets, both ways, and is chosen by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.domain.shared_words import LONGEST
from coach.services.shared_words.comparing import Comparison, Pair, denies

_DOES = re.compile(
    r"\b(?:we|within|hours?|calls?|adds?|gives?|brings?|phones?|rings?|answers?|sends?|hands?|takes|owns?|tells?|stops?|"
    r"puts?|writes?|reject\w*|accepts?|returns?|goes back|follows? up|updates?)\b",
    re.IGNORECASE,
)
HEADS = ("What has to be true", "What does not count", "Who does what")


def draft_of(found: Comparison) -> str:
    """Return a wording that both sides can change and then accept."""
    sorted_: dict[str, list[str]] = {head: [] for head in HEADS}
    for criterion in _criteria(found):
        sorted_[_head(criterion)].append(criterion)
    parts = []
    for head, criteria in sorted_.items():
        if criteria:
            lines = "\n".join(f"- {line}" for line in criteria)
            parts.append(f"{head}:\n{lines}")
    return "\n\n".join(parts)[: 2 * LONGEST]


def _criteria(found: Comparison) -> Iterator[str]:
    for pair in found.shared:
        yield _settled(pair)
    for only in (found.only_sales, found.only_marketing):
        yield from map(_line, only)


def _settled(pair: Pair) -> str:
    """Return the wording that says more, or both to choose from where they clash."""
    if pair.clash:
        return f"[{_line(pair.sales)} / {_line(pair.marketing)}]"
    return _line(max((pair.sales, pair.marketing), key=len))


def _head(criterion: str) -> str:
    if criterion.startswith("["):
        return HEADS[0]
    if denies(criterion):
        return HEADS[1]
    return HEADS[2] if _DOES.search(criterion) else HEADS[0]


def _line(text: str) -> str:
    """Return one line without brackets of its own, which would read as a choice left open."""
    plain = " ".join(text.replace("[", "(").replace("]", ")").split()).strip(" .;,")
    return plain[:1].upper() + plain[1:]
