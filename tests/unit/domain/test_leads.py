"""From target to leads: exact all the way, rounded up once, never guessed."""

import math
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.leads import LARGEST, NEEDED, RATES, Term, rounded, shown, work_back

EXAMPLE = {
    Term.TARGET: F(2_400_000),
    Term.DEAL: F(30_000),
    Term.WIN: F(20, 100),
    Term.SHARE: F(40, 100),
    Term.MQL_TO_OPP: F(15, 100),
}
MONEY = st.integers(1, 10**9).map(F)
RATE = st.integers(1, 1000).map(lambda part: F(part, 1000))


def test_the_example_comes_out_step_by_step() -> None:
    plan = work_back(EXAMPLE)

    assert [step.text for step in plan.steps] == [
        "Deals: 2,400,000 ÷ 30,000 = 80",
        "Opportunities: 80 ÷ 20 % = 400",
        "Opportunities from marketing: 40 % of 400 = 160",
        "MQLs: 160 ÷ 15 % = 1,066.7, so 1,067",
    ]
    results = (plan.deals, plan.opportunities, plan.marketing_opportunities, plan.mqls)
    assert [rounded(result) for result in results] == [80, 400, 160, 1067]
    assert plan.missing == ()


@given(target=MONEY, deal=MONEY, win=RATE, share=RATE, rate=RATE)
def test_nothing_is_rounded_on_the_way(target: F, deal: F, win: F, share: F, rate: F) -> None:
    numbers = dict(zip(NEEDED, (target, deal, win, share, rate), strict=True))

    plan = work_back(numbers)

    assert plan.mqls == target / deal / win * share / rate
    assert rounded(plan.mqls) == math.ceil(target / deal / win * share / rate)
    assert plan.mqls is not None
    assert plan.mqls * rate / share * win * deal == target


@given(st.sets(st.sampled_from(NEEDED)))
def test_what_is_not_given_is_asked_for_and_the_rest_calculated(left_out: set[Term]) -> None:
    plan = work_back({term: value for term, value in EXAMPLE.items() if term not in left_out})

    assert set(plan.missing) == left_out
    assert (plan.deals is None) == bool(left_out & {Term.TARGET, Term.DEAL})
    assert (plan.mqls is None) == bool(left_out)


def test_a_third_adds_no_lead() -> None:
    thirds = {**EXAMPLE, Term.WIN: F(1, 3), Term.MQL_TO_OPP: F(1, 3)}

    assert rounded(work_back(thirds).mqls) == 288


@pytest.mark.parametrize(
    "gates",
    [
        {Term.MQL_TO_SQL: F(1, 4), Term.SQL_TO_OPP: F(3, 5)},
        {Term.MQL_TO_SAL: F(1, 2), Term.SAL_TO_SQL: F(1, 2), Term.SQL_TO_OPP: F(3, 5)},
    ],
)
def test_the_gates_on_the_way_stand_in_for_the_whole_rate(gates: dict[Term, F]) -> None:
    without = {term: value for term, value in EXAMPLE.items() if term is not Term.MQL_TO_OPP}

    plan = work_back({**without, **gates})

    assert rounded(plan.mqls) == 1067
    assert plan.missing == ()
    assert plan.steps[-2].text.endswith("60 % = 15")


def test_capacity_follows_where_people_and_tries_are_given() -> None:
    people = {Term.REPS: F(4), Term.MONTHS: F(12), Term.ATTEMPTS: F(8), Term.MINUTES: F(6)}

    plan = work_back({**EXAMPLE, **people})

    assert plan.load == F(1600, 72)
    assert plan.hours == F(1600, 72) * 8 * 6 / 60
    assert plan.fits is None
    assert work_back({**EXAMPLE, **people, Term.HOURS: F(18)}).fits is True
    assert work_back({**EXAMPLE, **people, Term.HOURS: F(17)}).fits is False


def test_a_capacity_check_asks_for_what_it_lacks() -> None:
    assert work_back({**EXAMPLE, Term.REPS: F(4)}).missing == (Term.MONTHS,)
    assert work_back({**EXAMPLE, Term.ATTEMPTS: F(8)}).missing == (Term.REPS, Term.MONTHS)


@pytest.mark.parametrize("term", list(Term))
@pytest.mark.parametrize("value", [F(0), F(-1), F(LARGEST + 1)])
def test_a_number_that_cannot_be_is_refused(term: Term, value: F) -> None:
    with pytest.raises(ValueError, match=f"`{term}`"):
        work_back({term: value})


@pytest.mark.parametrize("term", sorted(RATES))
def test_a_rate_above_one_is_refused(term: Term) -> None:
    with pytest.raises(ValueError, match="a share of at most 1"):
        work_back({term: F(20)})


def test_numbers_are_shown_as_people_write_them() -> None:
    assert [shown(v) for v in (F(80), F(3200, 3), F(1, 8))] == ["80", "1,066.7", "0.125"]


def test_what_is_won_already_is_taken_off_the_target() -> None:
    plan = work_back({Term.TARGET: F(2000), Term.WON: F(500), Term.DEAL: F(50)})

    assert plan.steps[0].text == "Still to win: 2,000 − 500 = 1,500"
    assert plan.deals == 30


@pytest.mark.parametrize("won", [2000, 2500])
def test_where_the_target_is_won_already_there_is_nothing_to_work_back_from(won: int) -> None:
    with pytest.raises(ValueError, match="less than the target"):
        work_back({Term.TARGET: F(2000), Term.WON: F(won)})
