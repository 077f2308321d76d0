"""Simulated teams of a known stage. How they answer was fixed before anything was measured."""

from __future__ import annotations

import random
from collections.abc import Iterator

from coach.domain.stages import Side, Stage
from coach.domain.survey import Response, Survey

SHIFT = 0.5  # standard deviation of how rosily a person sees everything, in anchors
ONE_OFF = 0.25  # how often an answer is one anchor off what the person sees
UNKNOWN = 0.05  # how often it is "don't know"
_LOWEST, _HIGHEST = 1, 4


def teams(
    survey: Survey, a_side: int, count: int, seed: str
) -> Iterator[tuple[Stage, list[Response]]]:
    """Yield teams of each stage in turn, `a_side` people on each side; a seed gives the same ones.

    A person sees the stage's anchor, shifted by their own view and rounded to the nearest of the
    four. One answer in four is one anchor off that, up or down alike, at the ends inwards.
    """
    chance = random.Random(seed)
    stages = list(Stage)
    ids = [statement.id for statement in survey.statements]
    for number in range(count):
        stage = stages[number % len(stages)]
        yield (
            stage,
            [
                Response(side, _answers(stage, ids, chance))
                for side in (Side.SALES, Side.MARKETING)
                for _ in range(a_side)
            ],
        )


def _answers(stage: Stage, ids: list[str], chance: random.Random) -> dict[str, int | None]:
    level = min(_HIGHEST, max(_LOWEST, round(stage.number + chance.gauss(0, SHIFT))))
    return {of: _answer(level, chance) for of in ids}


def _answer(level: int, chance: random.Random) -> int | None:
    if chance.random() < UNKNOWN:
        return None
    if chance.random() >= ONE_OFF:
        return level
    if level in (_LOWEST, _HIGHEST):
        return level + 1 if level == _LOWEST else level - 1
    return level + chance.choice((-1, 1))
