"""The dashboard at its largest: twenty rounds of two hundred answers, each told once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.progress import Dashboard
from coach.domain.rounds import Round
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.settings import Settings
from tests.fakes import FakeClock

ROUNDS, ANSWERS = 20, 200
SIDES = Side.SALES, Side.MARKETING


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("large"), embeddings="none", model="none")
    fakes = Fakes(clock=FakeClock())
    built = build_services(settings, background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def look(services: Services) -> Dashboard:
    me, now = services.identity.current(), services.coaching.clock.now()
    return services.standing.progress.of(me, now)


def test_each_round_is_told_once_and_again_the_same(services: Services) -> None:
    me, now, chance = services.identity.current(), services.coaching.clock.now(), random.Random(7)
    ids = [statement.id for statement in services.rounds.survey.statements]
    for number in range(ROUNDS):
        at = now - timedelta(days=30 * (ROUNDS - number))
        its = Round(
            id=f"r{number}", title=f"Round {number}", owner=me.id, sides=SIDES, started_at=at,
            closes_at=at,
        )  # fmt: skip
        services.rounds.kept.add(me, its, ())
        middle = 1 + 2.5 * number / ROUNDS
        taken = [
            Response(
                SIDES[i % 2], {of: min(4, max(1, round(chance.gauss(middle, 0.6)))) for of in ids}
            )
            for i in range(ANSWERS)
        ]
        services.rounds.kept.take(me, its.id, taken, lambda _: None)
    first = look(services)

    assert [step.round for step in first.stages] == [f"Round {n}" for n in range(ROUNDS)]
    assert len(first.gaps) == ROUNDS * len(services.rounds.survey.dimensions)
    assert first.stages[0].team is not None
    assert first.stages[-1].team is not None
    assert first.stages[0].team < first.stages[-1].team
    assert look(services) == first
