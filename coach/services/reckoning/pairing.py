"""Joins each figure with the words that name it, right before or right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.checking.figures import Figure
from coach.services.checking.units import Unit
from coach.services.reckoning.cues import Cue, cues_in
from coach.services.reckoning.values import reads_as

# What it costs to leave a figure unnamed, each letter and stop between it and its words, and how
# near other words must come to make it doubtful.
_UNNAMED, _PER_LETTER, _PER_STOP, _TIE = 40.0, 0.2, 6.0, 2.0
_STOP = lazy_pattern(r"[,;:.!?\n]|\b(?:and|with|plus|while|but)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure with its words; `cost` grows with what stands between them."""

    figure: Figure
    cue: Cue
    cost: float


_Best = dict[Cue | None, tuple[float, tuple[Pair, ...]]]


def joined(text: str, figures: Sequence[Figure], cues: Sequence[Cue]) -> list[Pair]:
    """Join each figure with at most one cue of the gaps around it, at the least cost in all."""
    # best[cue] is the least cost so far with that cue, of the gap after, already used.
    best: _Best = {None: (0.0, ())}
    for place, figure in enumerate(figures):
        after_at = figures[place + 1].start if place + 1 < len(figures) else len(text)
        before_at = figures[place - 1].end if place else 0
        before = [c for c in cues if before_at <= c.start and c.end <= figure.start]
        after = [c for c in cues if figure.end <= c.start and c.end <= after_at]
        costs = {c: _cost(text, figure, c) for c in (*before, *after) if _fits(figure, c)}
        following: _Best = {}
        for used, (cost, pairs) in best.items():
            _offer(following, None, cost + _UNNAMED, pairs)
            for cue, more in costs.items():
                if cue != used and more < _UNNAMED:
                    pair = Pair(figure, cue, more)
                    _offer(following, cue if cue in after else None, cost + more, (*pairs, pair))
        best = following
    return list(min(best.values(), key=lambda found: found[0])[1])


def free_cues(text: str, figures: Sequence[Figure]) -> list[Cue]:
    """Return the cues outside figures, and those that are the unit of one, such as minutes."""
    cues = []
    for cue in cues_in(text):
        inside = next((f for f in figures if f.start < cue.end and cue.start < f.end), None)
        if inside is None:
            cues.append(cue)
        elif inside.unit is Unit.MINUTES:
            cues.append(Cue(cue.terms, inside.end, inside.end, 0.0))
    return cues


def _offer(best: _Best, used: Cue | None, cost: float, pairs: tuple[Pair, ...]) -> None:
    if used not in best or cost < best[used][0]:
        best[used] = (cost, pairs)


def is_tied(text: str, pair: Pair, pairs: Sequence[Pair], cues: Sequence[Cue]) -> bool:
    """Whether other words, of another meaning and naming nothing else, lie as near."""
    used = {other.cue for other in pairs}
    return any(
        cue not in used
        and cue.terms != pair.cue.terms
        and _fits(pair.figure, cue)
        and abs(_cost(text, pair.figure, cue) - pair.cost) < _TIE
        for cue in cues
    )


def _cost(text: str, figure: Figure, cue: Cue) -> float:
    between = (
        text[cue.end : figure.start] if cue.end <= figure.start else text[figure.end : cue.start]
    )
    stops = len(_STOP.findall(between))
    return len(between) * _PER_LETTER + stops * _PER_STOP + cue.weakness


def _fits(figure: Figure, cue: Cue) -> bool:
    return any(reads_as(figure, term) is not None for term in cue.terms)
