"""The order in which letters of left-to-right and right-to-left scripts are drawn (UAX #9).

Embeddings, overrides and isolates do nothing here; everything else follows the algorithm.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

_OPEN, _CLOSE = "([{（［｛「『【《〈〔<«‹≤", ")]}）］｝」』】》〉〕>»›≥"
MIRRORED = dict(zip(_OPEN + _CLOSE, _CLOSE + _OPEN, strict=True))
_BRACKETS = dict(zip(_OPEN[:-4], _CLOSE[:-4], strict=True))
_DEEPEST, _MOST = 63, 500  # brackets open at once, as the algorithm has it; pairs of a text
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_EXPLICIT = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_NEUTRAL = ("B", "S", "WS", "ON")


def base_level(text: str) -> int:
    """Return 1 where the first letter is of a right-to-left script, else 0."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """Return each character's level: odd ones are drawn from right to left."""
    kinds = [_kind(char) for char in text]
    if not {"R", "AL", "AN"} & set(kinds):
        return [2 * base] * len(kinds)
    edge = "R" if base else "L"
    _resolve_marks(kinds, edge)
    _resolve_numbers(kinds, edge)
    _resolve_brackets(text, kinds, edge)
    _resolve_neutrals(kinds, edge)
    return [_level(kind, base) for kind in kinds]


def order(line: list[int], base: int) -> list[tuple[int, int, int]]:
    """Return the runs of a line from left to right, as start, end and level."""
    runs, at = [], 0
    for level, same in groupby(line):
        size = len(list(same))
        runs.append((at, at + size, level))
        at += size
    odd = [level for *_, level in runs if level % 2]
    for level in range(max(line, default=base), min(odd, default=max(line, default=0) + 1) - 1, -1):
        _reverse_from(runs, level)
    return runs


def _kind(char: str) -> str:
    """Return its class; what embeds, overrides or isolates says nothing here."""
    kind = unicodedata.bidirectional(char) or "L"
    return "BN" if kind in _EXPLICIT else kind


def _reverse_from(runs: list[tuple[int, int, int]], level: int) -> None:
    at = 0
    for high, same in groupby(list(runs), key=lambda run: run[2] >= level):
        size = len(list(same))
        if high:
            runs[at : at + size] = runs[at : at + size][::-1]
        at += size


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolve_marks(kinds: list[str], edge: str) -> None:
    """W1: a mark is what it stands on; formatting without a width goes with it, too."""
    before = edge
    for at, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[at] = before
        before = kinds[at]


def _resolve_numbers(kinds: list[str], edge: str) -> None:
    """W2 to W7: what digits, signs and separators belong to."""
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (kind, before) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            kinds[at] = before
    _resolve_terminators(kinds)
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """W5 and W6: signs next to digits are part of the number, others are neutral."""
    at = 0
    for terminator, same in groupby(list(kinds), key="ET".__eq__):
        end = at + len(list(same))
        if terminator and "EN" in (kinds[at - 1] if at else "", *kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _resolve_brackets(text: str, kinds: list[str], edge: str) -> None:
    """N0: two brackets go the way of what is between them, else of what is before."""
    for start, end in _pairs(text, kinds):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if edge in inside:
            kinds[start] = kinds[end] = edge
        elif inside:
            before = [_STRONG[kind] for kind in kinds[:start] if kind in _STRONG]
            kinds[start] = kinds[end] = before[-1] if before else edge


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: which brackets belong together."""
    open_ones: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if kinds[at] != "ON":
            continue
        if char in _BRACKETS:
            if len(open_ones) == _DEEPEST or len(found) == _MOST:
                break
            open_ones.append((_BRACKETS[char], at))
        elif any(char == close for close, _ in open_ones):
            while open_ones:
                close, start = open_ones.pop()
                if close == char:
                    found.append((start, at))
                    break
    return sorted(found)


def _resolve_neutrals(kinds: list[str], edge: str) -> None:
    """N1 and N2: what has no direction goes the way of its two neighbours, or of the text."""
    at = 0
    for neutral, same in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = at + len(list(same))
        if neutral:
            before = _STRONG[kinds[at - 1]] if at else edge
            after = _STRONG[kinds[end]] if end < len(kinds) else edge
            kinds[at:end] = [before if before == after else edge] * (end - at)
        at = end
