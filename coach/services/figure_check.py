"""Whether the figures of a sentence stand in its sources, and are said of the same thing there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.services.figures import Figure, Unit
from coach.services.reading import Reading
from coach.services.words import root, weight

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 48  # characters on either side that say what a figure is about
_CLEARLY = 0.3  # how much better another figure must fit the words around to be the right one
# Nouns that a writer counts for the reader; sources need not have counted them.
_COUNTED = frozenset(
    "thing things step steps way ways point points reason reasons question questions part parts"
    " idea ideas side sides team teams department departments option options sign signs move moves"
    " half halves word words line lines role roles kind kinds end ends".split()
)
_SMALL = 6  # as many of these a writer may count


def missing(figures: Sequence[Figure], known: Sequence[Figure]) -> Figure | None:
    """Return the first stated figure that none of the known ones bears out, or `None`."""
    for figure in figures:
        if not figure.is_stated or any(figure.agrees(other) for other in known):
            continue
        if not (_is_counting(figure) and not _same_noun(figure, known)):
            return figure
    return None


def misplaced(sentence: Reading, sources: Sequence[Reading]) -> Figure | None:
    """Return the first figure that the sources give for something else, or `None`.

    They do where another of their figures fits the words around it clearly better.
    """
    there = [(figure, _around(reading, figure)) for reading in sources for figure in reading.figures]
    for figure in sentence.figures:
        rivals = [(other, words) for other, words in there if other.unit is figure.unit]
        if not figure.is_stated or not rivals:
            continue
        mine = _around(sentence, figure)
        right = [_fit(mine, words) for other, words in rivals if figure.agrees(other)]
        wrong = [_fit(mine, words) for other, words in rivals if not figure.agrees(other)]
        if right and wrong and max(wrong) > max(right) + _CLEARLY:
            return figure
    return None


def _is_counting(figure: Figure) -> bool:
    small = figure.unit is Unit.COUNT and figure.values[0] <= _SMALL
    return small and (figure.noun in _COUNTED or not figure.noun)


def _same_noun(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether the sources count the same thing and come to another number."""
    return bool(figure.noun) and any(
        root(other.noun) == root(figure.noun) for other in known if other.noun
    )


def _around(reading: Reading, figure: Figure) -> frozenset[str]:
    before = reading.text[max(0, figure.start - _AROUND) : figure.start].rpartition(".")[2]
    after = reading.text[figure.end : figure.end + _AROUND]
    words = _WORD.findall(f"{before} {after}".lower())
    return frozenset(root(word) for word in words if weight(word) > 0)


def _fit(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / len(mine) if mine else 0.0
