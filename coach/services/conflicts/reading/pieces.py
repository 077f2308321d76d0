"""The pieces of a text between the places where somebody begins to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coach.services.conflicts.reading.lines import Line, Opening
from coach.services.conflicts.reading.speakers import NOBODY, Speaker


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one person at one depth of quotation, from `start` to `end`."""

    start: int
    end: int
    depth: int = 0
    speaker: Speaker = NOBODY


def apart(*kinds: list[Opening]) -> list[Opening]:
    """Return the openings of all kinds in order; where two overlap, that of the earlier kind."""
    kept: list[Opening] = []
    for openings in kinds:
        # Those of one kind come in order, so each need only be held against its neighbours.
        standing = kept[:]
        starts = [one.start for one in standing]
        end = 0
        for one in openings:
            at = bisect_left(starts, one.start)
            is_clear = at == 0 or standing[at - 1].end <= one.start
            is_clear = is_clear and (at == len(starts) or one.end <= starts[at])
            if is_clear and one.start >= end:
                kept.append(one)
                end = one.end
        kept.sort(key=lambda one: one.start)
    return kept


def pieces_of(lines: list[Line], openings: list[Opening]) -> Iterator[Piece]:
    """Yield what each said, in order; what stands in an opening belongs to nobody's words."""
    speakers: dict[int, Speaker] = {}
    current: Piece | None = None
    for one in _in_order(lines, openings):
        if isinstance(one, Piece) and current is not None and current.depth == one.depth:
            current = replace(current, end=one.end)
            continue
        if current is not None:
            yield current
        if isinstance(one, Piece):
            current = replace(one, speaker=speakers.get(one.depth, NOBODY))
        else:
            current = None
            level = one.depth + one.is_of_quoted
            speakers = {depth: who for depth, who in speakers.items() if depth < level}
            speakers[level] = one.speaker
    if current is not None:
        yield current


def _in_order(lines: Iterable[Line], openings: list[Opening]) -> Iterator[Piece | Opening]:
    waiting = iter([*openings, None])
    opening = next(waiting)
    at = 0
    for line in lines:
        at = max(at, line.start)
        while opening is not None and opening.start < line.end:
            yield from _words(line, at, opening.start)
            yield opening
            at = max(at, opening.end)
            opening = next(waiting)
        yield from _words(line, at, line.end)


def _words(line: Line, start: int, end: int) -> Iterator[Piece]:
    if line.text[max(0, start - line.start) : max(0, end - line.start)].strip():
        yield Piece(start, end, line.depth)
