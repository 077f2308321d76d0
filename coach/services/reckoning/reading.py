"""Reads what a person gives for the lead arithmetic, in any order and wording.

Where two readings are possible the person is asked; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from coach.domain.lazily import lazy_pattern
from coach.domain.leads import LARGEST, QUESTIONS, Term, missing_in
from coach.services.checking.figures import Figure, figures_in
from coach.services.checking.units import Unit
from coach.services.reckoning.cues import cues_in
from coach.services.reckoning.pairing import Pair, free_cues, is_tied, joined
from coach.services.reckoning.tidying import tidied, unclear_in, without_unclear
from coach.services.reckoning.values import is_sum, reads_as

LONGEST = 2000  # characters that are read
_CHANGE = lazy_pattern(
    r"\s*(?:more|less|fewer|higher|lower|up|down|growth|increase|discount)\b", re.IGNORECASE
)
_RANGE = lazy_pattern(r"\s*(?:-|–|—|to|or)\s*", re.IGNORECASE)
_YEAR = lazy_pattern(
    r"\b(?:a|per|this|next|each|the|in one|whole|full) year\b|\b(?:annual|yearly)", re.I
)
# Words that set a second number beside the first: then and now, one case and the other.
_BESIDE = lazy_pattern(
    r"\b(?:or|vs|versus|now|today|currently|for (?:in|out)bound"
    r"|(?:this|last|next) (?:year|quarter))\b",
    re.IGNORECASE,
)
_EACH = lazy_pattern(
    r"\W*(?:each|(?:per|a) (?:rep|seller|person|head|sdr|bdr|ae))\b", re.IGNORECASE
)
_HALF = lazy_pattern(r"\b(?:first|second|this|next|last|each|per) half\Z", re.IGNORECASE)
_QUARTER = lazy_pattern(r"\b(?:a|per|this|next|each) quarter\b(?! of)|\bquarterly", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood, and what is asked because it can be read in two ways."""

    given: dict[Term, Fraction]
    questions: tuple[str, ...]


def read_numbers(text: str) -> Reading:
    """Return the numbers that `text` gives for the lead arithmetic."""
    text = tidied(text[:LONGEST])
    questions = [_two_ways(number) for number in unclear_in(text)]
    text = without_unclear(text)
    every = [figure for figure in figures_in(text) if figure.is_stated]
    figures, ranges = _single(text, [figure for figure in every if _may_count(text, figure)])
    questions += [f"You wrote {words}: which of the two shall count?" for words in ranges]
    cues = free_cues(text, figures)
    pairs = joined(text, figures, cues)
    found: dict[Term, set[Fraction]] = {}
    later: list[Pair] = []
    for pair in pairs:
        if len(pair.cue.terms) > 1:
            later.append(pair)
        elif is_tied(text, pair, pairs, cues) or (value := _value(pair)) is None:
            questions.append(f"What is {pair.figure.text}?")
        elif pair.cue.terms[0] is Term.TARGET and _EACH.match(text, pair.figure.end):
            questions.append(f"Is {pair.figure.text} each person's part? What is it in all?")
        else:
            found.setdefault(pair.cue.terms[0], set()).add(value)
    for pair in later:
        questions += _settle(pair, found)
    _add_months(text, found)
    spoken = {pair.figure for pair in pairs}
    spoken |= set(_add_beside(text, pairs, [f for f in figures if f not in spoken], found))
    clear = {term: min(values) for term, values in found.items() if len(values) == 1}
    questions += [_conflict(term) for term in found if term not in clear]
    if clear.get(Term.WON, 0) >= clear.get(Term.TARGET, LARGEST):
        questions.append(f"{QUESTIONS[Term.WON]} It must be less than the target.")
        del clear[Term.WON]
    questions += _unread(text, [f for f in every if f not in spoken], "".join(questions), clear)
    return Reading(clear, tuple(dict.fromkeys(questions)))


def _two_ways(number: str) -> str:
    whole, part = number.replace(".", ""), number.partition(".")[0]
    return f"Is {number} meant as {int(whole):,} or as {part}? Please write it without the dot."


def _may_count(text: str, figure: Figure) -> bool:
    is_change = _CHANGE.match(text, figure.end) is not None
    return figure.is_stated and not is_change and figure.unit not in (Unit.WEEKDAY, Unit.RHYTHM)


def _single(text: str, figures: Sequence[Figure]) -> tuple[list[Figure], list[str]]:
    """Leave out figures inside others and the two ends of a range, which are asked about."""
    alone = [f for f in figures if not any(_inside(f, other) for other in figures)]
    ends: set[int] = set()
    ranges: list[str] = []
    for place, (one, other) in enumerate(pairwise(alone)):
        is_between = text[: one.start].rstrip().lower().endswith("between")
        if _RANGE.fullmatch(text, one.end, other.start) or (
            is_between and text[one.end : other.start].strip().lower() == "and"
        ):
            ends |= {place, place + 1}
            ranges.append(text[one.start : other.end])
    return [figure for place, figure in enumerate(alone) if place not in ends], ranges


def _inside(figure: Figure, other: Figure) -> bool:
    return figure is not other and other.start <= figure.start and figure.end <= other.end


def _value(pair: Pair) -> Fraction | None:
    value = reads_as(pair.figure, pair.cue.terms[0])
    return 1 - value if pair.cue.is_rest and value is not None and value < 1 else value


def _settle(pair: Pair, found: dict[Term, set[Fraction]]) -> Iterator[str]:
    """Take the one meaning that is left, else ask which is meant."""
    free = [term for term in pair.cue.terms if term not in found]
    if len(free) == 1 and (value := reads_as(pair.figure, free[0])) is not None:
        found[free[0]] = {value}
    else:
        yield (
            f"Is {pair.figure.text} the share of opportunities you win, or the share of MQLs that "
            "becomes an opportunity?"
        )


def _add_months(text: str, found: dict[Term, set[Fraction]]) -> None:
    for figure in figures_in(text):
        if figure.unit is Unit.MONTHS and figure.is_stated:
            months = Fraction(str(figure.values[0]))
            found.setdefault(Term.MONTHS, set()).add(months)
    if Term.MONTHS not in found:
        for pattern, months in ((_YEAR, Fraction(12)), (_QUARTER, Fraction(3))):
            if pattern.search(text):
                found.setdefault(Term.MONTHS, set()).add(months)


def _add_beside(
    text: str, pairs: Sequence[Pair], unread: Sequence[Figure], found: dict[Term, set[Fraction]]
) -> Iterator[Figure]:
    """Set `20 % and this year 25 %` against each other, though only the first is named."""
    for pair in pairs:
        for figure in unread:
            between = text[pair.figure.end : figure.start]
            value = _value(Pair(figure, pair.cue, 0.0))
            is_like = figure.unit is pair.figure.unit and pair.cue.terms[0] in found
            if not is_like or value is None or not _BESIDE.search(between):
                continue
            if not figures_in(between) and not cues_in(between):
                found[pair.cue.terms[0]].add(value)
                yield figure


def _unread(
    text: str, unread: Sequence[Figure], asked: str, given: Mapping[Term, Fraction]
) -> Iterator[str]:
    """Ask what each share or sum is that no words name; say so where it can be done without."""
    can_do = not missing_in(given)
    for figure in unread:
        is_share = figure.unit is Unit.PERCENT and not _is_period(text, figure)
        if figure.text in asked or not (is_share or is_sum(figure)):
            continue
        change = _CHANGE.match(text, figure.end)
        words = figure.text + (change[0] if change else "")
        if can_do:
            yield f"What is {words}? I left it out, as no words say what it stands for."
        else:
            yield f"What is {words}?"


def _is_period(text: str, figure: Figure) -> bool:
    """Whether `half` is one of the year."""
    return figure.text.lower() == "half" and _HALF.search(text, 0, figure.end) is not None


def _conflict(term: Term) -> str:
    return f"Two numbers were given: {QUESTIONS.get(term, term.value)}"
