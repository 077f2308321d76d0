"""What is shown of one side's answers to one statement, in half steps and never a person's."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.cells import Cell, Unknown, cell_of, differing
from tests.survey_answers import ANSWERS

Answers = list[int | None]
MANY: st.SearchStrategy[Answers] = st.lists(st.sampled_from(ANSWERS), min_size=4, max_size=12)


@pytest.mark.parametrize(
    ("answers", "cell"),
    [
        ([1, 1, 2, 2], Cell(F(3, 2), F(1), F(2), Unknown.FEW)),
        ([4, 1, 3, 2], Cell(F(5, 2), F(2), F(3), Unknown.FEW)),
        ([1, 2, 2, 3, 4], Cell(F(2), F(2), F(3), Unknown.FEW)),
        ([1, 1, 2, 3, 3, 4, 4, 4], Cell(F(3), F(2), F(4), Unknown.FEW)),
    ],
)
def test_the_median_and_the_band_of_the_middle_half_are_shown(answers: Answers, cell: Cell) -> None:
    assert cell_of(answers) == cell
    assert cell.value == cell.median


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ([2, 2, 2, 2], F(3, 2), F(5, 2)),
        ([2, 2, 2, 3], F(3, 2), F(5, 2)),
        ([1, 3, 3, 3, 3], F(5, 2), F(7, 2)),
        ([1, 1, 1, 1], F(1), F(3, 2)),
        ([4, 4, 4, 4, None], F(7, 2), F(4)),
    ],
)
def test_where_all_or_nearly_all_answer_alike_only_a_band_is_shown(
    answers: Answers, low: F, high: F
) -> None:
    cell = cell_of(answers)

    assert (cell.median, cell.low, cell.high) == (None, low, high)
    assert cell.value == (low + high) / 2


@pytest.mark.parametrize(
    ("unknown", "of", "told"),
    [
        (0, 8, Unknown.FEW), (1, 8, Unknown.FEW), (2, 8, Unknown.SOME), (3, 8, Unknown.SOME),
        (4, 8, Unknown.MANY), (8, 8, Unknown.MANY), (1, 5, Unknown.FEW), (1, 4, Unknown.SOME),
    ],
)  # fmt: skip
def test_not_knowing_is_told_coarsely(unknown: int, of: int, told: Unknown) -> None:
    assert cell_of([None] * unknown + [2, 3, 1, 4, 2, 3, 1, 4][: of - unknown]).unknown is told


def test_where_fewer_than_four_know_nothing_else_is_told() -> None:
    for known in range(4):
        cell = cell_of([2, 3, 4][:known] + [None] * 4)

        assert (cell.median, cell.low, cell.high, cell.value) == (None, None, None, None)


@given(MANY)
def test_everything_shown_is_a_half_step_and_does_not_depend_on_the_order(
    answers: Answers,
) -> None:
    cell = cell_of(answers)

    assert cell == cell_of(sorted(answers, key=str))
    for shown in (cell.median, cell.low, cell.high):
        assert shown is None or (2 * shown).denominator == 1
    if cell.low is not None and cell.high is not None:
        assert 1 <= cell.low < cell.high <= 4
        assert cell.median is None or cell.low <= cell.median <= cell.high


@given(st.sampled_from([1, 2, 3, 4]), st.integers(4, 12), st.sampled_from(ANSWERS))
def test_all_alike_cannot_be_told_from_all_but_one(answer: int, n: int, other: int | None) -> None:
    if other is None:  # then only three may be left who know
        return

    assert cell_of([answer] * n) == cell_of([answer] * (n - 1) + [other])


@pytest.mark.parametrize(
    ("before", "after", "people"),
    [
        ([1, 2, 3], [3, 1, 2], 0), ([1, 2, 3], [1, 2, 3, 4], 1), ([1, 2, 3], [1, 2], 1),
        ([1, 2, 3], [1, 2, None], 1), ([1, 1, 1, 1], [2, 2, 2, 1], 3),
        ([1, 1], [2, 2, 2], 3), ([None], [], 1),
    ],
)  # fmt: skip
def test_how_many_people_must_account_for_a_change(
    before: Answers, after: Answers, people: int
) -> None:
    assert differing(before, after) == people
