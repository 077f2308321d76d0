from __future__ import annotations

from typing import Any, cast

import pytest

from coach.domain.disclosure import Shown
from coach.domain.rounds import Count
from coach.domain.stages import Side
from coach.domain.survey import Response
from coach.services.rounds.answering import RoundAnswering
from coach.services.rounds.keeping import RoundKeeping, Started
from coach.services.standing.results import Results
from coach.services.standing.weighing import Weighing
from tests.fakes import ME, FakeClock
from tests.round_fakes import MemoryRounds, a_survey, token_of

SIDES = (Side.SALES, Side.MARKETING)


class NoWeighing:
    def of(self, *_: Any) -> None:
        """Weigh nothing."""


@pytest.fixture
def results(kept: MemoryRounds, clock: FakeClock) -> Results:
    return Results(kept, a_survey(), cast("Weighing", NoWeighing()), clock)


class Team:
    """Holds rounds one after another, each side answering the first statement as given."""

    def __init__(self, keeping: RoundKeeping, answering: RoundAnswering, clock: FakeClock) -> None:
        self._keeping, self._answering, self._clock = keeping, answering, clock

    def hold(self, answers: tuple[int, ...], typed: int = 0) -> Started:
        started = self._keeping.start(ME, "Round", dict.fromkeys(SIDES, None))
        for invitation in started.invitations:
            link, token = invitation.link, token_of(invitation.address)
            for number, answer in enumerate(answers):
                self._answering.answer(token, f"{link.side} {number}", {"q01": answer})
            own = [Response(link.side, {"q01": 1})] * typed
            self._answering.take(ME, started.round.id, own)
        self._keeping.close(ME, started.round.id)
        self._clock.advance(61)
        return started


@pytest.fixture
def team(keeping: RoundKeeping, answering: RoundAnswering, clock: FakeClock) -> Team:
    return Team(keeping, answering, clock)


def seen(results: Results, started: Started) -> Shown:
    return results.of(ME, started.round).shown


def test_deleting_an_earlier_round_reveals_no_difference_to_a_later_one(
    team: Team, results: Results, keeping: RoundKeeping
) -> None:
    first = team.hold((1, 1, 2, 2, 3))
    second = team.hold((1, 1, 2, 2, 4))
    before = seen(results, second)
    keeping.delete(ME, first.round.id)
    third = team.hold((1, 1, 2, 4, 4))

    assert before.cells["q01"][Side.SALES].held
    assert seen(results, second) == before
    assert seen(results, third).cells["q01"][Side.SALES].held
    assert seen(results, third).cells["q01"] == before.cells["q01"]


def test_a_round_nobody_looked_at_yet_keeps_nothing(team: Team, kept: MemoryRounds) -> None:
    team.hold((1, 2, 3, 4))

    assert kept.results == {}


def test_typed_answers_uncover_nobody(team: Team, results: Results) -> None:
    few = team.hold((4, 4, 4), typed=9)
    enough = team.hold((4, 4, 4, 4), typed=9)

    assert seen(results, few) == Shown(dict.fromkeys(SIDES, 1), {}, None)
    assert seen(results, enough).cells


def test_a_round_restored_without_its_answers_still_shows_and_counts(
    team: Team, results: Results, keeping: RoundKeeping, kept: MemoryRounds
) -> None:
    started = team.hold((1, 2, 3, 4, 4))
    before = seen(results, started)
    kept.answers.clear()

    assert seen(results, started) == before
    assert keeping.counts(ME, started.round.id) == dict.fromkeys(SIDES, Count(5))
