"""The picture of a round: what both sides' answers come to, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from coach.domain.odds import alone, mean_of, together
from coach.domain.readings import Reading, read_sides
from coach.domain.scoring import Distribution, Gap, Picture, Score
from coach.domain.stages import Side
from coach.domain.survey import Response, Survey


def picture_of(responses: Iterable[Response], survey: Survey) -> Picture:
    """Return the exact picture, however few answered; who may see it is decided elsewhere.

    Raises:
        ValueError: sales or marketing did not answer, or nobody knew anything.
    """
    return painted(read_sides(responses, survey), survey)


def painted(sides: dict[Side, Reading], survey: Survey) -> Picture:
    """Return the picture of sides that were added up already.

    Raises:
        ValueError: as `picture_of`.
    """
    for side in (Side.SALES, Side.MARKETING):
        if side not in sides:
            raise ValueError(f"Nobody answered for {side}: the picture needs both sides.")
    sales, marketing = sides[Side.SALES], sides[Side.MARKETING]
    if sales.score is None and marketing.score is None:
        raise ValueError("Every answer is blank or “don't know”: there is nothing to score.")
    by_sales, by_marketing = together(sales, marketing)
    other = sides.get(Side.OTHER)
    gaps = [_gap(s.id, (s.id,), sales, marketing) for s in survey.statements]
    return Picture(
        sales=_score(sales, by_sales),
        marketing=_score(marketing, by_marketing),
        team=_team(sales, marketing, mean_of(by_sales, by_marketing)),
        gaps=tuple(sorted(gaps, key=_size, reverse=True)),
        dimensions=tuple(
            _gap(d.key, [s.id for s in survey.of(d.key)], sales, marketing)
            for d in survey.dimensions
        ),
        other=None if other is None else _score(other, alone(other)),
    )


def _score(reading: Reading, distribution: Distribution) -> Score:
    return Score(reading.n, reading.score, reading.unknown, distribution)


def _team(sales: Reading, marketing: Reading, distribution: Distribution) -> Score:
    known = [score for score in (sales.score, marketing.score) if score is not None]
    unknown = None
    if sales.unknown is not None and marketing.unknown is not None:
        unknown = sales.unknown + marketing.unknown
    return Score(
        n=sales.n + marketing.n,
        score=sum(known, Fraction(0)) / len(known),
        unknown=unknown,
        distribution=distribution,
    )


def _gap(of: str, statements: Iterable[str], sales: Reading, marketing: Reading) -> Gap:
    statements = tuple(statements)
    return Gap(of, sales.over(statements), marketing.over(statements))


def _size(gap: Gap) -> Fraction:
    return Fraction(-1) if gap.gap is None else abs(gap.gap)
