"""What the answers say for the stage found and against it, in the words of the anchors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from coach.domain.scoring import Picture
from coach.domain.stages import Side, Stage
from coach.domain.standing import Evidence
from coach.domain.survey import Survey

_HALF = Fraction(1, 2)


def evidence_for(
    verdict: Sequence[Stage], picture: Picture, survey: Survey
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Return what speaks for the verdict, plainest first, and against it, farthest first.

    A side's answers to a statement speak for a stage that they come within half a step of.
    """
    found = list(_evidence(verdict, picture, survey))
    far = {(e.statement, e.side): _distance(e.value, verdict) for e in found}
    found.sort(key=lambda e: (far[e.statement, e.side], e.statement))
    for_it = tuple(e for e in found if far[e.statement, e.side] <= _HALF)
    return for_it, tuple(reversed(found[len(for_it) :]))


def _evidence(verdict: Sequence[Stage], picture: Picture, survey: Survey) -> Iterator[Evidence]:
    gaps = {gap.of: gap for gap in picture.gaps}
    for statement in survey.statements:
        gap = gaps[statement.id]
        for side, value in ((Side.SALES, gap.sales), (Side.MARKETING, gap.marketing)):
            if value is None:
                continue
            stage = _nearest(value, verdict)
            yield Evidence(
                statement=statement.id,
                side=side,
                value=value,
                stage=stage,
                text=statement.text,
                anchor=statement.anchors[stage],
            )


def _nearest(value: Fraction, verdict: Sequence[Stage]) -> Stage:
    """Return the nearest stage; halfway between two, the one that was found."""
    return min(Stage, key=lambda stage: (abs(value - stage.number), stage not in verdict))


def _distance(value: Fraction, verdict: Sequence[Stage]) -> Fraction:
    return min(abs(value - stage.number) for stage in verdict)
