"""A number as it stands in its sentence, with the noun that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from coach.playbook.composing.terms import terms_in
from coach.services.checking.figures import Figure
from coach.services.checking.units import Unit
from coach.services.checking.words import vocabulary

_MOST = 3  # words beside a number
_WORD = re.compile(r"[ \N{NO-BREAK SPACE}-]([^\W\d_]+)")
_BEFORE = re.compile(r"(?:[^\W\d_]+ ){1,3}\Z")
_RANGE = re.compile(r" ?[-–] ?| (?:to|or) ")
_OF = re.compile(r" of (?:the |our |all )*")
_COUNTS = frozenset({Unit.COUNT, Unit.PERCENT})
_NO_NOUNS = vocabulary("with within without under over per until since who by from for to if")


def phrases(text: str, figures: Sequence[Figure], wanted: Iterable[Figure]) -> Iterator[str]:
    """Yield each wanted figure of a text with what it counts, a range of two as one.

    A bare number is given the words before it, and is left out where there are none; so is what
    only may be a number. `figures` are all of the text.
    """
    ends = {figure.start: figure.end for figure in figures}
    told = 0
    for figure in wanted:
        if not figure.is_stated or figure.start < told:
            continue
        start, told = figure.start, figure.end
        if (to := _RANGE.match(text, told)) is not None:
            told = ends.get(to.end(), told)
        if figure.unit in _COUNTS:
            last, told = told, _noun_end(text, told)
            if told == last and figure.unit is Unit.COUNT:
                before = _BEFORE.search(text[:start])
                if before is None:
                    continue
                start = before.start()
        yield " ".join(text[start:told].split())


def _noun_end(text: str, end: int) -> int:
    """Return where the noun ends that stands after a number, `end` where there is none."""
    of = _OF.match(text, end)
    at = of.end() - 1 if of is not None else end
    for _ in range(_MOST):
        word = _WORD.match(text, at)
        if word is None or not terms_in(word[1]) or word[1].lower() in _NO_NOUNS:
            break
        end = at = word.end()
        # A plural closes what is counted: “three process industries”.
        if word[1].endswith("s") and not word[1].endswith("ss"):
            break
    return end
