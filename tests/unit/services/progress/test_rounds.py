"""Stage and gaps over rounds, made of what rounds may show and of nothing else."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from coach.domain.disclosure import Shown, disclosed
from coach.domain.progress import Hold
from coach.domain.rounds import Round
from coach.domain.stages import Side, Stage
from coach.domain.survey import Response
from coach.services.progress.rounds import band_of, gaps_of, stages_of
from tests.fakes import START
from tests.survey_answers import SURVEY, alike, people

UTC = START.tzinfo


def results(*rounds: list[Response]) -> list[tuple[Round, Shown]]:
    found = []
    for number, shown in enumerate(disclosed(rounds, SURVEY)):
        at = START + timedelta(days=90 * number)
        its = Round(
            id=str(number), title=f"Round {number + 1}", owner="me", sides=(Side.SALES,),
            started_at=at, closes_at=at,
        )  # fmt: skip
        found.append((its, shown))
    return found


def shares(*parts: int) -> dict[Stage, Fraction]:
    return {stage: Fraction(part, sum(parts)) for stage, part in zip(Stage, parts, strict=True)}


@pytest.mark.parametrize(
    ("parts", "band"),
    [
        ((0, 10, 0, 0), (Stage.DEFINED, Stage.DEFINED)),
        ((5, 4, 1, 0), (Stage.UNDEFINED, Stage.DEFINED)),
        ((1, 4, 4, 1), (Stage.DEFINED, Stage.ALIGNED)),
        ((1, 1, 1, 1), (Stage.UNDEFINED, Stage.INTEGRATED)),
        ((0, 0, 1, 9), (Stage.INTEGRATED, Stage.INTEGRATED)),
    ],
)
def test_the_band_holds_eight_shares_in_ten_in_as_few_stages_as_can_be(
    parts: tuple[int, ...], band: tuple[Stage, Stage]
) -> None:
    assert band_of(shares(*parts)) == band


def test_a_round_that_shows_nothing_has_no_step() -> None:
    few = alike(1, 1, a_side=3)
    found = results(few, alike(2, 2))

    assert [step.round for step in stages_of(found, UTC)] == ["Round 2"]
    assert {step.round for step in gaps_of(found, SURVEY, UTC)} == {"Round 2"}


def test_each_round_has_its_verdict_and_both_sides_scores() -> None:
    first, second = stages_of(results(alike(1, 1), alike(3, 3)), UTC)

    assert first.verdict == (Stage.UNDEFINED,)
    assert second.verdict == (Stage.ALIGNED,)
    assert first.sales is not None
    assert second.sales is not None
    assert first.sales < second.sales
    assert sum(second.distribution.values()) == 1


def test_the_gap_of_a_dimension_is_marketing_less_sales() -> None:
    rows = [[1, 1, 2, 2], [2, 2, 2, 3], [1, 1, 3, 3], [2, 2, 2, 2], [1, 2, 3, 2]]
    higher = [[4 if v > 1 else 3 for v in row] for row in rows]
    words, leads = gaps_of(results(people(rows, higher)), SURVEY, UTC)

    assert words.dimension == "Words"
    assert words.gap is not None
    assert words.gap > 1
    assert words.hold is leads.hold is Hold.NEW


def test_what_too_few_answered_otherwise_is_marked_as_held_and_shows_no_change() -> None:
    before = alike(2, 2)
    after = [*before[:-1], Response(Side.MARKETING, {"q01": 4, "q02": 4, "q03": 4, "q04": 4})]
    steps = list(gaps_of(results(before, after), SURVEY, UTC))

    assert [step.hold for step in steps] == [Hold.NEW, Hold.NEW, Hold.HELD, Hold.HELD]
    assert [step.gap for step in steps[:2]] == [step.gap for step in steps[2:]]


def test_a_dimension_of_which_some_answers_stand_is_marked_as_partly_new() -> None:
    before = alike(2, 2)
    after = [Response(r.side, {**r.answers, "q01": 3}) for r in before]
    steps = list(gaps_of(results(before, after), SURVEY, UTC))

    assert steps[2].hold is Hold.PART
    assert steps[3].hold is Hold.HELD
