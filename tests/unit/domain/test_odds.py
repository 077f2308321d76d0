"""How likely each stage is follows the stated rule, and fewer answers are less sure."""

import math
from fractions import Fraction as F

import pytest

from coach.domain.odds import alone, expected_spread, together
from coach.domain.readings import Reading, Total
from coach.domain.stages import Stage


def reading(score: F | None, n: int = 5, statements: int = 16, spread: F = F(0)) -> Reading:
    total = Total() if score is None else Total(score * n, n)
    return Reading(n, n, {f"q{i:02}": total for i in range(statements)}, spread, 0)


def test_one_side_follows_the_formula() -> None:
    n, k, score, spread = 5, 16, F(9, 4), F(3, 2)
    variance = (1 + 1.5) / (n * (n + 3)) + 1 / (4 * k)
    weights = [math.exp(-((2.25 - c) ** 2) / (2 * variance)) for c in (1, 2, 3, 4)]

    found = alone(reading(score, n, k, spread))

    for stage, weight in zip(Stage, weights, strict=True):
        assert float(found[stage]) == pytest.approx(weight / sum(weights), abs=0.001)


def test_each_side_leans_on_the_other_by_the_formula() -> None:
    sales, marketing = reading(F(5, 2)), reading(F(2))
    mine, theirs = alone(sales), alone(marketing)
    weights = [float(mine[stage]) * (float(theirs[stage]) + 1 / 16) for stage in Stage]

    found, _ = together(sales, marketing)

    for stage, weight in zip(Stage, weights, strict=True):
        assert float(found[stage]) == pytest.approx(weight / sum(weights), abs=0.005)


def test_fewer_people_are_less_sure() -> None:
    sure = [max(alone(reading(F(12, 5), n)).values()) for n in (1, 2, 4, 8, 16)]

    assert sure == sorted(set(sure))


def test_fewer_statements_known_are_less_sure() -> None:
    sure = [max(alone(reading(F(9, 4), statements=k)).values()) for k in (1, 4, 16)]

    assert sure == sorted(set(sure))


def test_people_who_lie_apart_are_less_sure() -> None:
    sure = [max(alone(reading(F(9, 4), spread=F(s))).values()) for s in (8, 2, 0)]

    assert sure == sorted(set(sure))


def test_four_who_agree_by_chance_are_not_certain() -> None:
    assert max(alone(reading(F(12, 5), 4)).values()) < F(9, 10)


def test_halfway_between_two_stages_both_are_as_likely() -> None:
    found = alone(reading(F(5, 2)))

    assert abs(found[Stage.DEFINED] - found[Stage.ALIGNED]) <= F(1, 1000)
    assert found[Stage.DEFINED] > F(49, 100)


def test_sides_that_plainly_see_different_stages_keep_their_own() -> None:
    sales, marketing = together(reading(F(1)), reading(F(3)))

    assert sales[Stage.UNDEFINED] > F(9, 10)
    assert marketing[Stage.ALIGNED] > F(9, 10)


def test_who_knows_nothing_says_nothing() -> None:
    nobody = reading(None)

    assert set(alone(nobody).values()) == {F(1, 4)}
    assert together(reading(F(2)), nobody)[0] == alone(reading(F(2)))


def test_a_hundred_thousand_people_do_not_break_it() -> None:
    found = alone(reading(F(5, 2) + F(1, 100), 100_000))

    assert sum(found.values()) == 1


def test_people_whose_means_are_not_told_are_taken_to_lie_half_an_anchor_apart() -> None:
    assert expected_spread(5) == 1
