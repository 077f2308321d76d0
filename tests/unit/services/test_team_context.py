"""The stage everything begins from: the newest that somebody meant."""

from __future__ import annotations

from datetime import timedelta

from coach.domain.rounds import Round
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import Origin
from coach.services.team_context import TeamContext
from tests.fakes import ME, START, FakeClock
from tests.standing_fakes import MemoryTeamStages

DAY = timedelta(days=1)
BETWEEN = (Stage.UNDEFINED, Stage.DEFINED)


def a_round(closed: int, id_: str = "r1") -> Round:
    """A round that closed so many days after the start."""
    return Round(
        id=id_,
        title="Autumn",
        owner=ME.id,
        sides=(Side.SALES, Side.MARKETING),
        started_at=START,
        closes_at=START + closed * DAY,
    )


def team(clock: FakeClock | None = None) -> TeamContext:
    return TeamContext(MemoryTeamStages(), clock or FakeClock())


def test_nothing_counts_until_something_was_found() -> None:
    assert team().current(ME) is None


def test_of_two_stages_the_lower_is_begun_from() -> None:
    context = team()
    context.choose(ME, BETWEEN, Origin.CHECK)
    found = context.current(ME)

    assert found is not None
    assert (found.verdict, found.stage) == (BETWEEN, Stage.UNDEFINED)


def test_a_later_round_takes_the_place_of_a_pick_and_an_earlier_one_does_not() -> None:
    clock = FakeClock()
    context = team(clock)
    clock.advance(2 * DAY.total_seconds())
    context.choose(ME, (Stage.ALIGNED,), Origin.HAND)
    context.adopt(ME, a_round(1), BETWEEN)
    kept = context.current(ME)
    context.adopt(ME, a_round(3, "r2"), BETWEEN)
    replaced = context.current(ME)

    assert kept is not None
    assert kept.origin is Origin.HAND
    assert replaced is not None
    assert replaced.round == "r2"


def test_a_stage_that_was_forgotten_does_not_come_back_with_its_round() -> None:
    clock = FakeClock()
    context = team(clock)
    context.adopt(ME, a_round(1), BETWEEN)
    clock.advance(2 * DAY.total_seconds())
    context.clear(ME)
    context.adopt(ME, a_round(1), BETWEEN)

    assert context.current(ME) is None
