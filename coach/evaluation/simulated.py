"""Simulated teams of a known stage. How they answer was fixed before anything was measured."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from coach.domain.stages import Side, Stage
from coach.domain.survey import Response, Survey

Half = Literal["tuned", "reported"]
_Share = Annotated[float, Field(ge=0, le=1)]
_LOWEST, _HIGHEST = 1, 4


class Simulation(BaseModel):
    """How people answer: their own view, slips, what they don't know; `teams` by people a side."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shift: _Share
    one_off: _Share
    unknown: _Share
    teams: Mapping[int, int]
    seeds: Mapping[Half, str]


def load_simulation(path: Path) -> Simulation:
    """Read how teams are simulated.

    Raises:
        ValueError: a field is missing, unknown or out of range.
    """
    return Simulation.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def simulated(
    survey: Survey, simulation: Simulation, a_side: int, half: Half
) -> Iterator[tuple[Stage, list[Response]]]:
    """Yield teams of each stage in turn, `a_side` people on each side; always the same ones.

    A person sees the stage's anchor, shifted by their own view and rounded to the nearest of the
    four. Where an answer is one anchor off that, it is so up or down alike, at the ends inwards.
    """
    chance = random.Random(f"{simulation.seeds[half]} {a_side}")
    stages = list(Stage)
    ids = [statement.id for statement in survey.statements]
    for number in range(simulation.teams[a_side]):
        stage = stages[number % len(stages)]
        answers = [
            Response(side, _answers(stage, ids, simulation, chance))
            for side in (Side.SALES, Side.MARKETING)
            for _ in range(a_side)
        ]
        yield stage, answers


def _answers(
    stage: Stage, ids: list[str], how: Simulation, chance: random.Random
) -> dict[str, int | None]:
    level = min(_HIGHEST, max(_LOWEST, round(stage.number + chance.gauss(0, how.shift))))
    return {of: _answer(level, how, chance) for of in ids}


def _answer(level: int, how: Simulation, chance: random.Random) -> int | None:
    if chance.random() < how.unknown:
        return None
    if chance.random() >= how.one_off:
        return level
    if level in (_LOWEST, _HIGHEST):
        return level + 1 if level == _LOWEST else level - 1
    return level + chance.choice((-1, 1))
