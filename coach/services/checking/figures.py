"""Figures: per cent, money, multiples, years, durations and counts, brought to one unit each.

`20 %`, `twenty per cent`, `a fifth` and `one in five` are one figure, as are `half an hour` and
`30 minutes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.checking.numbers import PARTS, Number, Token, numbers_in, tokens_of
from coach.services.checking.sentences import MARK
from coach.services.checking.units import (
    DAY,
    LIKE,
    MINUTES,
    MONEY,
    MONEY_SIGNS,
    MONTHS,
    MULTIPLES,
    ORDINALS,
    PERCENT,
    RHYTHMS,
    TIME,
    TIMES,
    WEEKDAYS,
    Unit,
)
from coach.services.checking.words import vocabulary


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written; `values` are its readings, `noun` is what a count counts.

    `is_stated` is false where the words only may mean a number (`one`, `a week`): such a figure
    can bear another out but needs no source itself. `start` and `end` count characters.
    """

    unit: Unit
    values: tuple[float, ...]
    text: str
    start: int
    end: int
    noun: str = ""
    is_stated: bool = True

    def agrees(self, other: Figure) -> bool:
        """Whether both say the same, whatever the wording."""
        pairs = [(a, b) for a in self.values for b in other.values]
        if self.unit is other.unit:
            return any(_close(a, b) or _is_third(a, b) or _is_third(b, a) for a, b in pairs)
        factor = LIKE.get((self.unit, other.unit))
        return factor is not None and any(_close(a * factor, b) for a, b in pairs)


_RANGE = vocabulary("to – — - and or")
_YEARS = range(1900, 2100)
_POINTING = vocabulary("the these those our your their of between")
_NOT_NOUNS = vocabulary("of in to and or for at by on is are was were the a an with than from")
_NOISE = lazy_pattern(rf"{MARK}|(?m:^\s*(?:[-*+•>]\s+)*\d{{1,3}}[.)]\s)|[*_`]")
# Prepositions after which `a week` states a length and not a rhythm.
_LENGTHS = vocabulary("takes took take within in for after lasts lasted than every about wait")


def figures_in(text: str, is_english: bool = True) -> list[Figure]:
    """Return the figures of `text` in order; marks `[n]` and list numbers are none."""
    tokens = tokens_of(_NOISE.sub(lambda found: " " * len(found.group()), text))
    numbers = list(numbers_in(tokens, is_english))
    taken: set[int] = set()
    found: list[Figure] = []
    for which, number in enumerate(numbers):
        figure = _measure(text, tokens, numbers, which)
        if figure is not None:
            found.append(figure)
            taken.update(range(number.first, number.after))
    found += _without_numbers(text, tokens, taken)
    return sorted(found, key=lambda figure: (figure.start, figure.end))


def _measure(
    text: str, tokens: Sequence[Token], numbers: Sequence[Number], which: int
) -> Figure | None:
    """Give a number its unit: what follows it, else what follows the range it opens."""
    number = numbers[which]
    before = tokens[number.first - 1].text if number.first else ""
    unit, factor, after = _unit_at(tokens, number.after, before)
    if unit is None and which + 1 < len(numbers):
        other = numbers[which + 1]
        if other.first == number.after + 1 and tokens[number.after].text in _RANGE:
            unit, factor, _ = _unit_at(tokens, other.after, before)
            after = number.after
            if unit is None:
                return _count(text, tokens, number, other.after)
    if unit is None:
        return _count(text, tokens, number, number.after)
    start = number.first - (1 if before in MONEY_SIGNS else 0)
    return _figure(text, tokens, unit, [v * factor for v in number.values], start, after)


def _unit_at(tokens: Sequence[Token], at: int, before: str) -> tuple[Unit | None, float, int]:
    if before in MONEY_SIGNS or before in ("eur", "usd", "gbp"):
        return Unit.MONEY, 1.0, at
    at += 1 if _text(tokens, at) == "-" else 0
    if _is_between(_text(tokens, at)) and _text(tokens, at + 1) in TIME:
        at += 1
    word = _text(tokens, at)
    if word in PERCENT:
        return Unit.PERCENT, 1.0, at + 1
    if word in ("per", "por", "pour", "procent") and _text(tokens, at + 1) in ("cent", "ciento"):
        return Unit.PERCENT, 1.0, at + 2
    if word in PARTS and word not in ("quarter", "quarters"):
        return Unit.PERCENT, 100 * PARTS[word], at + 1
    for table, unit in ((MINUTES, Unit.MINUTES), (MONTHS, Unit.MONTHS)):
        if word in table:
            return unit, table[word], at + 1
    if word in MONEY or word in TIMES:
        return (Unit.MONEY if word in MONEY else Unit.MULTIPLE), 1.0, at + 1
    return None, 1.0, at


def _is_between(word: str) -> bool:
    """Whether a word may stand between a number and its unit: `two working days`."""
    return word.isalpha() and len(word) > 2 and word not in _NOT_NOUNS and not word.endswith("s")


def _count(text: str, tokens: Sequence[Token], number: Number, noun_at: int) -> Figure:
    value = number.values[0]
    noun_at += 1 if _text(tokens, noun_at) == "-" else 0
    noun = _text(tokens, noun_at)
    noun = noun if noun.isalpha() and noun not in _NOT_NOUNS else ""
    is_year = number.in_digits and value in _YEARS and not noun.endswith("s")
    figure = _figure(
        text,
        tokens,
        Unit.YEAR if is_year else Unit.COUNT,
        number.values,
        number.first,
        number.after,
    )
    share = _share(tokens, number)
    if share is not None:
        return _figure(text, tokens, Unit.PERCENT, [share], number.first, number.after + 2)
    # "one" is a pronoun more often than a number, and so is "the two".
    before = tokens[number.first - 1].text if number.first else ""
    stated = number.in_digits or not (value == 1 or (value == 2 and before in _POINTING))
    return Figure(figure.unit, figure.values, figure.text, figure.start, figure.end, noun, stated)


def _share(tokens: Sequence[Token], number: Number) -> float | None:
    """Return the per cent of `one in five` and `two out of three`."""
    at = number.after
    if _text(tokens, at) == "out" and _text(tokens, at + 1) == "of":
        at += 1
    elif _text(tokens, at) != "in":
        return None
    whole = next(iter(numbers_in(tokens[at + 1 : at + 4])), None)
    if whole is None or whole.first != 0 or not number.values[0] < whole.values[0] <= 100:
        return None
    if _text(tokens, at + 1 + whole.after) in MINUTES | MONTHS:
        return None
    return 100 * number.values[0] / whole.values[0]


def _without_numbers(text: str, tokens: Sequence[Token], taken: set[int]) -> Iterator[Figure]:
    """Yield figures that need no number word: `half`, `a third of`, `doubled`, `Friday`."""
    for at, token in enumerate(tokens):
        if at in taken:
            continue
        word = token.text
        if word in MULTIPLES:
            yield _figure(text, tokens, Unit.MULTIPLE, [MULTIPLES[word]], at, at + 1)
        elif word in RHYTHMS:
            yield _figure(text, tokens, Unit.RHYTHM, [RHYTHMS[word]], at, at + 1)
        elif word in WEEKDAYS or word.removesuffix("s") in WEEKDAYS:
            value = float(WEEKDAYS.index(word.removesuffix("s") if word not in WEEKDAYS else word))
            yield _figure(text, tokens, Unit.WEEKDAY, [value], at, at + 1)
        elif word in ("half", "halved", "halve", "halves", "halving", "½"):
            yield _half(text, tokens, at)
        elif word in ORDINALS and _text(tokens, at + 1) in ("time", *TIME):
            yield _figure(text, tokens, Unit.COUNT, [ORDINALS[word]], at, at + 1)
        elif word in PARTS and _is_part(tokens, at):
            yield _figure(text, tokens, Unit.PERCENT, [100 * PARTS[word]], at, at + 1)
        elif word in ("a", "an", "one", "per", "each", "every", "the"):
            yield from _single(text, tokens, at)


def _half(text: str, tokens: Sequence[Token], at: int) -> Figure:
    """Read `half an hour`, `half-day`, `half a year`, else 50 %."""
    after = at + 1
    while _text(tokens, after) in ("-", "a", "an"):
        after += 1
    word = _text(tokens, after)
    for table, unit in ((MINUTES, Unit.MINUTES), (MONTHS, Unit.MONTHS)):
        if word in table:
            return _figure(text, tokens, unit, [table[word] / 2], at, after + 1)
    return _figure(text, tokens, Unit.PERCENT, [50.0], at, at + 1)


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    before, following = (_text(tokens, at - 1) if at else ""), _text(tokens, at + 1)
    of_time = _text(tokens, at + 3) in ("hour", "year")
    return before in ("a", "one") and following == "of" and not of_time


def _single(text: str, tokens: Sequence[Token], at: int) -> Iterator[Figure]:
    """Yield `an hour`, `a week`: stated as a length only after words such as `within`."""
    word = _text(tokens, at + 1)
    if word == "quarter" and _text(tokens, at + 2) == "of":
        if _text(tokens, at + 4) == "hour":
            yield _figure(text, tokens, Unit.MINUTES, [15.0], at, at + 5)
        return
    for table, unit in ((MINUTES, Unit.MINUTES), (MONTHS, Unit.MONTHS)):
        if word not in table or word == "second":
            continue
        before = tokens[at - 1].text if at else ""
        made = _figure(text, tokens, unit, [table[word]], at, at + 2)
        stated = _text(tokens, at) in ("a", "an") and (
            before in _LENGTHS or _text(tokens, at + 2) == "of"
        )
        if _text(tokens, at) in ("each", "every", "per") or before in ("once", "twice", "times"):
            value = table[word] * (1 if unit is Unit.MINUTES else 30 * DAY)
            yield Figure(Unit.RHYTHM, (value,), made.text, made.start, made.end)
        else:
            yield Figure(unit, made.values, made.text, made.start, made.end, "", stated)


def _figure(
    text: str, tokens: Sequence[Token], unit: Unit, values: Sequence[float], first: int, after: int
) -> Figure:
    start, end = tokens[first].start, tokens[min(after, len(tokens)) - 1].end
    return Figure(unit, tuple(values), text[start:end], start, end)


def _is_third(part: float, rounded: float) -> bool:
    """Whether `part` is a third or two thirds and the other its rounding to 33 or 67."""
    is_third = min(abs(part - 100 / 3), abs(part - 200 / 3)) < 1e-6
    return is_third and abs(part - rounded) < 0.5


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(b))


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
