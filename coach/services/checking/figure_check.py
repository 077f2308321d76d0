"""Whether the figures of a sentence stand in its sources, and are said of the same thing there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.checking.actors import SIDES, actor
from coach.services.checking.figures import Figure
from coach.services.checking.reading import Reading
from coach.services.checking.units import Unit
from coach.services.checking.words import root, vocabulary, weight

_WORD = lazy_pattern(r"[^\W\d_]+")
_CLAUSE = lazy_pattern(r"[,;:.!?()]|\\b(?:while|but|whereas|against)\\b")
_AROUND = 48  # characters on either side that say what a figure is about
_RANGE = 6  # characters between the two numbers of a range at most
_WHOLE = (100.0,)  # "100 %" says no more than "all"
_CLEARLY = 0.3  # how much better another figure must fit the words around to be the right one
# Nouns that a writer counts for the reader; sources need not have counted them.
_LENGTHS = (Unit.MINUTES, Unit.MONTHS)
_COUNTED = vocabulary(
    "thing things step steps way ways point points reason reasons question questions part parts"
    " idea ideas side sides team teams department departments option options sign signs move moves"
    " half halves word words line lines role roles kind kinds end ends"
)
_SMALL = 6  # as many of these a writer may count


def missing(figures: Sequence[Figure], known: Sequence[Figure]) -> Figure | None:
    """Return the first stated figure that none of the known ones bears out, or `None`.

    A weekday is advice where the sources name none.
    """
    names_days = any(figure.unit is Unit.WEEKDAY for figure in known)
    for figure in figures:
        if not figure.is_stated or any(figure.agrees(other) for other in known):
            continue
        if figure.unit is Unit.WEEKDAY and not names_days:
            continue
        if figure.unit is Unit.PERCENT and figure.values == _WHOLE:
            continue
        if not (_is_counting(figure) and not _same_noun(figure, known)):
            return figure
    return None


def misplaced(sentence: Reading, sources: Sequence[Reading]) -> Figure | None:
    """Return the first figure that the sources give for something else, or `None`.

    They do where another of their figures fits the words around it clearly better, stands with the
    side that is named here, or where they count other things by this number.
    """
    mine = _places(sentence)
    theirs = [place for reading in sources for place in _places(reading)]
    everything = frozenset[str]().union(*(reading.roots for reading in sources))
    for place in mine:
        if not place.figure.is_stated:
            continue
        rivals = [other for other in theirs if other.figure.unit is place.figure.unit]
        right = [other for other in rivals if place.figure.agrees(other.figure)]
        wrong = [other for other in rivals if not place.figure.agrees(other.figure)]
        if right and wrong and _belongs_elsewhere(place, right, wrong):
            return place.figure
        if right and _counts_others(place, right, everything):
            return place.figure
    return None


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure with the words before and after it, up to the next figure, and the side named."""

    figure: Figure
    before: frozenset[str]
    after: frozenset[str]
    side: str | None


def _places(reading: Reading) -> list[_Place]:
    stated = [f for f in reading.figures if f.is_stated or f.noun or f.unit in _LENGTHS]
    places = []
    for figure in stated:
        # The two ends of a range share their words.
        end = max((f.end for f in stated if f.end <= figure.start - _RANGE), default=0)
        start = min((f.start for f in stated if f.start >= figure.end + _RANGE), default=_AROUND**2)
        before = reading.text[max(end, figure.start - _AROUND) : figure.start]
        after = reading.text[figure.end : min(start, figure.end + _AROUND)]
        clause = _CLAUSE.split(reading.text[: figure.start])[-1] + _CLAUSE.split(after)[0]
        named = [name for word in _WORD.findall(clause.lower()) if (name := actor(word)) in SIDES]
        side = named[0] if named else None
        places.append(_Place(figure, _roots(before), _roots(after), side))
    return places


def _belongs_elsewhere(place: _Place, right: Sequence[_Place], wrong: Sequence[_Place]) -> bool:
    if max(_fit(place, other) for other in wrong) > max(_fit(place, o) for o in right) + _CLEARLY:
        return True
    sides = {other.side for other in right}
    is_other = place.side is not None and None not in sides and place.side not in sides
    return is_other and any(other.side == place.side for other in wrong)


def _counts_others(place: _Place, right: Sequence[_Place], everything: frozenset[str]) -> bool:
    noun = root(place.figure.noun) if place.figure.noun else ""
    is_small = place.figure.values[0] <= _SMALL
    if place.figure.unit is not Unit.COUNT or is_small or noun not in everything:
        return False
    return all(
        other.figure.noun and noun not in other.after and noun not in other.before
        for other in right
    )


def _is_counting(figure: Figure) -> bool:
    small = figure.unit is Unit.COUNT and figure.values[0] <= _SMALL
    return small and figure.noun in _COUNTED


def _same_noun(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether the sources count the same thing and come to another number."""
    return bool(figure.noun) and any(
        root(other.noun) == root(figure.noun) for other in known if other.noun
    )


def _roots(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in _WORD.findall(text.lower()) if weight(word) > 0)


def _fit(mine: _Place, other: _Place) -> float:
    """Return how well the words around two figures match (0–1); those after count double."""
    pairs = [(mine.before, other.before, 1.0), (mine.after, other.after, 2.0)]
    parts = [(len(a & b) / len(a) * w, w) for a, b, w in pairs if a]
    return sum(score for score, _ in parts) / sum(w for _, w in parts) if parts else 0.0
