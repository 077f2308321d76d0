"""The gap in words and on the scale."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coach.domain.scoring import Gap
from coach.domain.stages import Side
from coach.ui.standing import scales, telling
from coach.ui.standing.scales import Lane
from tests.survey_answers import SURVEY

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("sales", "marketing", "said"),
    [
        (Fraction(1), Fraction(1), "No clear difference"),
        (Fraction(2), Fraction(9, 4), "No clear difference"),
        (Fraction(1), Fraction(2), "A full step apart, marketing sees it higher"),
        (Fraction(4), Fraction(1), "Three steps apart, sales sees it higher"),
        (Fraction(2), 2 + HALF, "Half a step apart, marketing sees it higher"),
        (None, Fraction(2), "One side can't tell"),
    ],
)
def test_a_gap_is_said_in_half_steps_with_who_sees_it_higher(
    sales: Fraction | None, marketing: Fraction | None, said: str
) -> None:
    assert telling.size(Gap("q01", sales, marketing)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1), "Undefined"),
        (1 + HALF, "between Undefined and Defined"),
        (Fraction(4), "Integrated"),
        (Fraction(11, 5), "Defined"),
    ],
)
def test_a_place_is_a_stage_or_between_two(value: Fraction, said: str) -> None:
    assert scales.step(value) == said


def test_between_two_anchors_both_are_told() -> None:
    statement = SURVEY.statements[0]

    assert telling.anchor(statement, 1 + HALF) == "1 at undefined. / 1 at defined."
    assert telling.anchor(statement, None) == ""


def test_a_lane_without_a_median_tells_its_band_alone() -> None:
    hidden = Lane(Side.SALES, Fraction(2), 2 - HALF, 2 + HALF, known=False)

    assert hidden.said == "Sales: between Undefined and Defined to between Defined and Aligned."
    assert "■" not in scales.scale([hidden]).partition("</span>")[2]


def test_few_knowing_is_said_instead_of_drawn() -> None:
    assert "too few know" in scales.scale([Lane(Side.MARKETING, None)])


@pytest.mark.parametrize(
    ("share", "said"),
    [(Fraction(0), "under 5 %"), (Fraction(999, 1000), "95 %"), (Fraction(62, 100), "60 %")],
)
def test_a_share_is_told_no_finer_than_five_in_a_hundred(share: Fraction, said: str) -> None:
    assert scales.percent(share) == said
