"""What a round comes to is exact: scores, gaps and profiles as worked out by hand."""

from fractions import Fraction as F

import pytest
from hypothesis import given, settings

from coach.domain.pictures import picture_of
from coach.domain.stages import Side, Stage
from coach.domain.survey import Response
from tests.survey_answers import SURVEY, alike, people, person, rounds

# Sales: 1 + 2 + 3 and 2 + 2 + 1 over six answers; marketing: 13 and 11 over seven.
WORKED = people(
    sales=[[1, 2, None, 3], [2, 2, 1]],
    marketing=[[3, 2, 4, 4], [3, 4, None, 4]],
)


def test_a_score_is_the_mean_of_what_was_answered_and_counts_the_rest_as_unknown() -> None:
    picture = picture_of(WORKED, SURVEY)

    assert (picture.sales.score, picture.sales.n, picture.sales.unknown) == (F(11, 6), 2, 2)
    assert (picture.marketing.score, picture.marketing.n) == (F(24, 7), 2)
    assert picture.marketing.unknown == 1


def test_the_team_is_the_mean_of_the_sides_however_many_answered_on_each() -> None:
    lopsided = people(sales=[[1] * 4] * 9, marketing=[[3] * 4])

    assert picture_of(WORKED, SURVEY).team.score == (F(11, 6) + F(24, 7)) / 2
    assert picture_of(lopsided, SURVEY).team.score == 2
    assert picture_of(lopsided, SURVEY).team.n == 10


def test_gaps_are_marketing_less_sales_and_the_largest_comes_first() -> None:
    gaps = picture_of(WORKED, SURVEY).gaps

    assert [(gap.of, gap.gap) for gap in gaps] == [
        ("q03", F(3)), ("q01", F(3, 2)), ("q02", F(1)), ("q04", F(1)),
    ]  # fmt: skip
    assert (gaps[1].sales, gaps[1].marketing) == (F(3, 2), F(3))


def test_a_gap_the_other_way_is_negative_and_sorted_by_its_size() -> None:
    picture = picture_of(people(sales=[[4, 1, 2, 2]], marketing=[[1, 3, 2, 3]]), SURVEY)

    assert [gap.gap for gap in picture.gaps] == [-3, 2, 1, 0]


def test_a_statement_that_one_side_knows_nothing_of_has_no_gap_and_comes_last() -> None:
    picture = picture_of(people(sales=[[None, 1, 1, 1]], marketing=[[4, 1, 1, 1]]), SURVEY)

    assert (picture.gaps[-1].of, picture.gaps[-1].gap) == ("q01", None)
    assert (picture.gaps[-1].sales, picture.gaps[-1].marketing) == (None, 4)


def test_a_dimension_is_the_mean_of_its_answers_in_the_order_of_the_survey() -> None:
    words, leads = picture_of(WORKED, SURVEY).dimensions

    assert (words.of, words.sales, words.marketing, words.gap) == ("words", F(7, 4), 3, F(5, 4))
    assert (leads.of, leads.sales, leads.marketing, leads.gap) == ("leads", 2, 4, 2)


def test_others_are_shown_apart_and_change_nothing_else() -> None:
    without = picture_of(WORKED, SURVEY)
    picture = picture_of([*WORKED, person(Side.OTHER, [4, 4, 4, None])], SURVEY)

    assert picture.other is not None
    assert (picture.other.n, picture.other.score, picture.other.unknown) == (1, 4, 1)
    assert (picture.sales, picture.marketing, picture.team, picture.gaps) == (
        without.sales, without.marketing, without.team, without.gaps,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([], "sales"),
        ([person(Side.SALES, [1])], "marketing"),
        (people(sales=[[None] * 4], marketing=[[]]), "nothing to score"),
    ],
)
def test_a_picture_needs_both_sides_and_something_known(answers: list[Response], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        picture_of(answers, SURVEY)


def test_a_side_that_knows_nothing_has_no_score_and_leans_on_the_other() -> None:
    picture = picture_of(people(sales=[[None] * 4] * 5, marketing=[[3] * 4] * 5), SURVEY)

    assert picture.sales.score is None
    assert picture.team.score == 3
    assert max(picture.sales.distribution, key=picture.sales.distribution.__getitem__) == "aligned"


def test_an_answer_to_an_unknown_statement_is_passed_over() -> None:
    odd = Response(Side.SALES, {"q01": 1, "q99": 4})

    assert picture_of([odd, *people([], [[1]])], SURVEY).sales.score == 1


@given(rounds(least=1))
@settings(deadline=None)
def test_shares_sum_to_one_and_the_teams_are_the_mean_of_the_sides(
    answers: list[Response],
) -> None:
    if not any(value is not None for one in answers for value in one.answers.values()):
        return
    picture = picture_of(answers, SURVEY)

    for score in (picture.sales, picture.marketing, picture.team):
        assert sum(score.distribution.values()) == 1
        assert all(share >= 0 for share in score.distribution.values())
    for stage in Stage:
        sides = picture.sales.distribution[stage] + picture.marketing.distribution[stage]
        assert picture.team.distribution[stage] == sides / 2


@given(rounds(least=1))
@settings(deadline=None)
def test_scores_stay_on_the_scale_and_the_order_of_people_does_not_matter(
    answers: list[Response],
) -> None:
    if not any(value is not None for one in answers for value in one.answers.values()):
        return
    picture = picture_of(answers, SURVEY)

    assert picture == picture_of(reversed(answers), SURVEY)
    assert picture.team.score is not None
    assert 1 <= picture.team.score <= 4
    sizes = [-1 if gap.gap is None else abs(gap.gap) for gap in picture.gaps]
    assert sizes == sorted(sizes, reverse=True)


def test_everybody_at_one_stage_stands_there() -> None:
    for stage in Stage:
        found = picture_of(alike(stage.number, stage.number), SURVEY).team.distribution

        assert max(found, key=found.__getitem__) is stage
