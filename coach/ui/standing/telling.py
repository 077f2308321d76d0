"""The gap between the sides in sentences: how large, which way, and who can't tell."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from coach.domain.cells import Unknown
from coach.domain.disclosure import Shown
from coach.domain.scoring import Gap, Picture
from coach.domain.stages import Side, Stage
from coach.domain.survey import Statement, Survey

_HALF = Fraction(1, 2)
_SIZES = {
    1: "half a step",
    2: "a full step",
    3: "a step and a half",
    4: "two steps",
    5: "two steps and a half",
    6: "three steps",
}
_UNKNOWN = {Unknown.SOME: "a quarter or more", Unknown.MANY: "half or more"}


def headline(picture: Picture, survey: Survey) -> str:
    """Return the largest gap of a dimension in one sentence."""
    titles = {dimension.key: dimension.title for dimension in survey.dimensions}
    told = [gap for gap in picture.dimensions if gap.gap is not None]
    if not told:
        return "Too few know enough on both sides to say where they differ."
    largest = max(told, key=_size)
    if halves(largest) == 0:
        return "Both sides see it much alike: no part of it differs by half a step."
    higher, lower = ("Marketing", "sales") if _signed(largest) > 0 else ("Sales", "marketing")
    title = titles[largest.of].lower()
    return f"{higher} sees “{title}” {_SIZES[halves(largest)]} higher than {lower}."


def size(gap: Gap) -> str:
    """Say how far the sides are apart on one thing, and which way."""
    if gap.gap is None:
        return "One side can't tell"
    if halves(gap) == 0:
        return "No clear difference"
    higher = "marketing" if gap.gap > 0 else "sales"
    said = _SIZES[halves(gap)]
    return f"{said[:1].upper()}{said[1:]} apart, {higher} sees it higher"


def halves(gap: Gap) -> int:
    """Return how many half steps the sides are apart, to the nearest."""
    return round(_size(gap) / _HALF)


def unknowing(shown: Shown, survey: Survey) -> Iterator[tuple[Side, Statement, str]]:
    """Yield where many of a side could not tell, with how many, those of most people first."""
    for wanted in (Unknown.MANY, Unknown.SOME):
        for statement in survey.statements:
            for side, cell in shown.cells.get(statement.id, {}).items():
                if cell.unknown is wanted and side is not Side.OTHER:
                    yield side, statement, _UNKNOWN[wanted]


def anchor(statement: Statement, value: Fraction | None) -> str:
    """Return what a side sees, in the words of the survey; two lines where it is between them."""
    if value is None:
        return ""
    stages = list(Stage)
    half = Fraction(round(value * 2), 2)
    first = statement.anchors[stages[int(half) - 1]]
    if half.denominator == 1:
        return first
    return f"{first} / {statement.anchors[stages[int(half)]]}"


def _signed(gap: Gap) -> Fraction:
    return gap.gap if gap.gap is not None else Fraction(0)


def _size(gap: Gap) -> Fraction:
    return abs(_signed(gap))


def widest(picture: Picture, most: int) -> list[str]:
    """Return the keys of the dimensions seen most apart, the widest gap first."""
    apart = [gap for gap in picture.dimensions if halves(gap)]
    return [gap.of for gap in sorted(apart, key=_size, reverse=True)[:most]]
