"""The numbers of sources in a text: in the order a reader meets them, and never somebody's own."""

from __future__ import annotations

import re

from coach.domain.passages import Hit

_MARK = re.compile(r"\[(\d+)\]")


def in_reading_order(text: str, hits: tuple[Hit, ...]) -> tuple[str, tuple[Hit, ...]]:
    """Return `text` with its marks counted from 1 as they appear, and the hits in that order.

    Hits that are not cited follow in their old order; a mark that names no hit stays as it is.
    """
    cited = [int(mark) for mark in _MARK.findall(text) if 0 < int(mark) <= len(hits)]
    order = list(dict.fromkeys(cited))
    order += [n for n in range(1, len(hits) + 1) if n not in order]
    new = {old: place for place, old in enumerate(order, 1)}
    written = _MARK.sub(lambda mark: f"[{new.get(int(mark[1]), int(mark[1]))}]", text)
    return written, tuple(hits[n - 1] for n in order)


def in_a_line(typed: str) -> str:
    """Return what a person typed on one line; a number in brackets names no source there."""
    return _MARK.sub(r"(\1)", " ".join(typed.split()))
