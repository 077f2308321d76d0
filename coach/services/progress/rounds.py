"""From what closed rounds may show to the stage and the gaps over time.

Everything here is made of `Shown`: no answer is read, so nothing can be told that a round's own
page would not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from fractions import Fraction
from itertools import accumulate, combinations_with_replacement

from coach.domain.disclosure import Shown
from coach.domain.progress import GapStep, Hold, StageStep
from coach.domain.rounds import Round
from coach.domain.scoring import Distribution
from coach.domain.stages import Side, Stage
from coach.domain.standing import verdict_of
from coach.domain.survey import Dimension, Survey

LIKELY = Fraction(4, 5)  # of the shares, which the band of a stage holds
_SIDES = (Side.SALES, Side.MARKETING)
Rounds = Sequence[tuple[Round, Shown]]
"""Closed rounds with what each may show, oldest first."""


def stages_of(rounds: Rounds, zone: tzinfo) -> Iterator[StageStep]:
    """Yield what each round found, for those that may show anything."""
    for its, shown in rounds:
        if (picture := shown.picture) is None:
            continue
        low, high = band_of(picture.team.distribution)
        yield StageStep(
            round=its.title,
            on=its.closes_at.astimezone(zone).date(),
            verdict=verdict_of(picture.team.distribution),
            distribution=picture.team.distribution,
            low=low,
            high=high,
            team=picture.team.score,
            sales=picture.sales.score,
            marketing=picture.marketing.score,
        )


def gaps_of(rounds: Rounds, survey: Survey, zone: tzinfo) -> Iterator[GapStep]:
    """Yield both sides' means on each dimension in each round."""
    for its, shown in rounds:
        if (picture := shown.picture) is None:
            continue
        seen = {gap.of: gap for gap in picture.dimensions}
        for dimension in survey.dimensions:
            yield GapStep(
                round=its.title,
                on=its.closes_at.astimezone(zone).date(),
                dimension=dimension.title,
                sales=seen[dimension.key].sales,
                marketing=seen[dimension.key].marketing,
                hold=_hold(shown, dimension, survey),
            )


def band_of(distribution: Distribution) -> tuple[Stage, Stage]:
    """Return the fewest neighbouring stages that hold eight shares in ten, the likeliest such."""
    stages = list(Stage)
    upto = [Fraction(0), *accumulate(distribution[stage] for stage in stages)]
    runs = (
        (high - low, upto[low] - upto[high + 1], low, high)
        for low, high in combinations_with_replacement(range(len(stages)), 2)
        if upto[high + 1] - upto[low] >= LIKELY
    )
    _, _, low, high = min(runs)
    return stages[low], stages[high]


def _hold(shown: Shown, dimension: Dimension, survey: Survey) -> Hold:
    cells = [
        shown.cells[statement.id][side]
        for statement in survey.of(dimension.key)
        for side in _SIDES
        if side in shown.cells.get(statement.id, {})
    ]
    held = sum(cell.held for cell in cells)
    if not held:
        return Hold.NEW
    return Hold.HELD if held == len(cells) else Hold.PART
