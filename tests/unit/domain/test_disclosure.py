"""What a closed round shows: nothing below four a side, no small difference, no single line."""

from fractions import Fraction as F

import pytest

from coach.domain.cells import Unknown
from coach.domain.disclosure import Shown, disclosed
from coach.domain.stages import Side, Stage
from coach.domain.survey import Response
from tests.survey_answers import SURVEY, alike, people, person

ROWS = [[1, 2, 1, 2], [1, 2, 2, 2], [2, 3, 2, 1], [2, 3, 3, 1], [3, 3, 3, None]]


def shown(answers: list[Response]) -> Shown:
    (only,) = disclosed([answers], SURVEY)
    return only


@pytest.mark.parametrize(
    ("sales", "marketing", "missing"), [(3, 4, (1, 0)), (0, 9, (4, 0)), (2, 1, (2, 3))]
)
def test_below_four_a_side_only_what_is_missing_is_shown(
    sales: int, marketing: int, missing: tuple[int, int]
) -> None:
    found = shown(people([[2] * 4] * sales, [[3] * 4] * marketing))

    assert (found.missing[Side.SALES], found.missing[Side.MARKETING]) == missing
    assert (found.cells, found.picture, found.lines) == ({}, None, ())


def test_from_four_a_side_each_statement_has_a_cell_for_each_side() -> None:
    found = shown(people(ROWS[:4], ROWS))

    assert set(found.missing.values()) == {0}
    assert list(found.cells) == ["q01", "q02", "q03", "q04"]
    assert found.cells["q01"][Side.SALES].median == F(3, 2)
    assert found.cells["q04"][Side.MARKETING].unknown is Unknown.FEW
    assert all(set(sides) == {Side.SALES, Side.MARKETING} for sides in found.cells.values())


def test_the_picture_is_worked_out_from_the_cells() -> None:
    found = shown(people(ROWS[:4], ROWS))
    medians = [sides[Side.SALES].value for sides in found.cells.values()]

    assert found.picture is not None
    assert found.picture.sales.score == sum(m for m in medians if m is not None) / len(medians)
    assert (found.picture.sales.n, found.picture.sales.unknown) == (4, None)
    assert {(2 * gap.gap).denominator for gap in found.picture.gaps if gap.gap is not None} == {1}


def test_all_at_one_stage_are_shown_to_stand_there() -> None:
    for stage in Stage:
        picture = shown(alike(stage.number, stage.number)).picture

        assert picture is not None
        assert picture.team.distribution[stage] > F(9, 10)


def test_where_too_few_know_anything_there_is_no_picture() -> None:
    found = shown(people([[None] * 4] * 5, [[]] * 5))

    assert found.picture is None
    assert found.cells["q01"][Side.SALES].unknown is Unknown.MANY


def test_others_are_shown_only_from_four() -> None:
    others = [person(Side.OTHER, [3] * 4)] * 4

    assert Side.OTHER not in shown([*alike(1, 2), *others[:3]]).cells["q01"]
    found = shown([*alike(1, 2), *others])
    assert found.cells["q01"][Side.OTHER].value == 3
    assert found.picture is not None
    assert found.picture.other is not None


def test_free_lines_show_from_five_and_not_in_the_order_they_came() -> None:
    lines = [person(Side.SALES, [2], f"Line {number}.") for number in range(9)]
    answers = [*alike(2, 2), *lines]

    assert shown([*alike(2, 2), *lines[:4]]).lines == ()
    assert sorted(shown(answers).lines) == [f"Line {number}." for number in range(9)]
    assert shown(answers).lines == shown(answers[::-1]).lines
    assert shown(answers).lines != tuple(sorted(shown(answers).lines))


def test_a_later_round_shows_a_new_line_only_among_five() -> None:
    lines = [person(Side.SALES, [2], f"Line {number}.") for number in range(6)]
    more = [person(Side.SALES, [2], f"More {number}.") for number in range(5)]
    first, second = disclosed([[*alike(2, 2), *lines], [*alike(2, 2), *lines, more[0]]], SURVEY)
    _, third = disclosed([[*alike(2, 2), *lines], [*alike(2, 2), *lines, *more]], SURVEY)

    assert len(first.lines) == 6
    assert second.lines == ()
    assert sorted(third.lines) == [line.line for line in more]


def test_a_change_that_two_people_can_account_for_is_not_shown() -> None:
    before = [[1] * 4] * 3 + [[3] * 4] * 3
    after = [[1] * 4] * 2 + [[3] * 4] * 3 + [[4] * 4] * 2
    first, second = disclosed([people(before, before), people(after, before)], SURVEY)

    for of, sides in second.cells.items():
        assert sides[Side.SALES] == first.cells[of][Side.SALES].as_held()
        assert sides[Side.SALES].held


def test_a_change_that_takes_three_people_is_shown() -> None:
    first, second = disclosed([alike(1, 2), alike(3, 2)], SURVEY)

    assert second.cells["q01"][Side.SALES].value == 3
    assert not second.cells["q01"][Side.SALES].held
    assert second.cells["q01"][Side.MARKETING] == first.cells["q01"][Side.MARKETING].as_held()


def test_a_round_that_comes_back_to_the_first_but_for_one_shows_the_first_again() -> None:
    first = people([[1] * 4] * 5, [[2] * 4] * 5)
    third = people([[1] * 4] * 5 + [[4] * 4], [[2] * 4] * 5)
    one, _, three = disclosed([first, alike(3, 2), third], SURVEY)

    assert three.cells["q01"][Side.SALES] == one.cells["q01"][Side.SALES].as_held()


def test_small_steps_add_up_until_they_are_shown() -> None:
    rounds = [people([[1] * 4] * (6 - n) + [[3] * 4] * n, [[2] * 4] * 5) for n in range(4)]
    cells = [found.cells["q01"][Side.SALES] for found in disclosed(rounds, SURVEY)]

    assert [cell.held for cell in cells] == [False, True, True, False]
    assert cells[3].value == 2
