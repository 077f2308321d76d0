"""What would make the verdict another one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from coach.domain.scoring import Picture
from coach.domain.stages import Stage
from coach.domain.standing import verdict_of

_HALF = Fraction(1, 2)
_QUITE_SURE = Fraction(9, 10)


def would_change(verdict: Sequence[Stage], picture: Picture) -> Iterator[str]:
    """Yield a sentence for each: other answers, agreement between the sides, more answers."""
    if sides_apart(picture):
        sales, marketing = verdict_of(picture.sales.distribution), _marketing(picture)
        yield (
            f"Agreement: by itself sales stands at {named(sales)} and marketing at"
            f" {named(marketing)}, and no other verdict can come before they see the same."
        )
    else:
        yield from _steps(verdict, picture)
    likeliest = max(picture.team.distribution.values())
    if likeliest < _QUITE_SURE:
        yield (
            f"More answers: with {picture.sales.n} from sales and {picture.marketing.n} from"
            f" marketing, the likeliest stage is right about {round(10 * likeliest)} times in ten."
        )


def sides_apart(picture: Picture) -> bool:
    """Whether the two sides see no stage in common."""
    return not set(verdict_of(picture.sales.distribution)) & set(_marketing(picture))


def named(verdict: Sequence[Stage]) -> str:
    """Return a verdict as people read it."""
    names = [stage.value.capitalize() for stage in verdict]
    return names[0] if len(names) == 1 else f"between {names[0]} and {names[1]}"


def _marketing(picture: Picture) -> tuple[Stage, ...]:
    return verdict_of(picture.marketing.distribution)


def _steps(verdict: Sequence[Stage], picture: Picture) -> Iterator[str]:
    """Yield how far off the next verdict up and down is, in statements answered one line on."""
    score = picture.team.score
    if score is None:
        return
    asked = sum(gap.sales is not None or gap.marketing is not None for gap in picture.gaps)
    low, high = verdict[0], verdict[-1]
    up, down = high.next, _before(low)
    if low is not high:
        # Between two, a quarter of a step on either side of the middle settles it.
        quarter, middle = _HALF / 2, Fraction(low.number + high.number, 2)
        yield _line((middle + quarter - score) * asked, "higher", "settle it at " + named([high]))
        yield _line((score - middle + quarter) * asked, "lower", "settle it at " + named([low]))
        return
    if up is not None:
        between = "put it between " + named([high]) + " and " + named([up])
        yield _line((high.number + _HALF - score) * asked, "higher", between)
    if down is not None:
        between = "put it between " + named([down]) + " and " + named([low])
        yield _line((score - low.number + _HALF) * asked, "lower", between)


def _line(steps: Fraction, where: str, what: str) -> str:
    count = max(1, math.ceil(steps))
    noun = "statement" if count == 1 else "statements"
    return f"Both sides picking one line {where} in about {count} {noun} would {what}."


def _before(stage: Stage) -> Stage | None:
    return next((other for other in Stage if other.next is stage), None)
