"""An agreement's numbers are the lead arithmetic's, rounded once, and a miss is said alike."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agreement import CAPACITY, Owed, Terms, checked
from coach.domain.agreement_months import lines_of, told
from coach.domain.leads import Term, work_back
from coach.domain.stages import Side
from tests.agreement_fakes import CARRIED, GIVEN, OCTOBER, TERMS, a_month

counts = st.integers(1, 400).map(Fraction)
shares = st.fractions(Fraction(1, 200), 1)
numbers = st.fixed_dictionaries(
    {
        Term.TARGET: st.integers(10_000, 10**8).map(Fraction),
        Term.DEAL: st.integers(100, 10**6).map(Fraction),
        Term.WIN: shares,
        Term.SHARE: shares,
        Term.MQL_TO_OPP: shares,
        Term.MONTHS: st.integers(1, 36).map(Fraction),
        **dict.fromkeys(CAPACITY, counts),
    }
)


@given(numbers)
def test_what_is_owed_is_the_arithmetic_rounded_up_once(its: dict[Term, Fraction]) -> None:
    owed, plan = checked(Terms(given=its)), work_back(its)

    assert owed.plan == plan
    assert plan.mqls is not None
    assert owed.leads == math.ceil(plan.mqls / its[Term.MONTHS])
    assert (owed.missing, owed.unknown) == ((), ())
    assert owed.fits == plan.fits


@given(numbers)
def test_each_way_makes_it_fit_and_a_little_less_does_not(its: dict[Term, Fraction]) -> None:
    owed = checked(Terms(given=its))

    assert bool(owed.ways) == (owed.fits is False)
    for way in owed.ways:
        more = -1 if way.term in (Term.REPS, Term.HOURS) else 1
        assert Owed(Terms(given=its | {way.term: Fraction(way.value)})).fits
        less = Fraction(way.value + more)
        assert not less or not Owed(Terms(given=its | {way.term: less})).fits


@given(numbers)
def test_as_many_leads_as_are_bearable_take_no_more_hours_than_there_are(
    its: dict[Term, Fraction],
) -> None:
    bearable = checked(Terms(given=its)).bearable

    assert bearable is not None
    a_lead = its[Term.ATTEMPTS] * its[Term.MINUTES] / 60
    there = its[Term.REPS] * its[Term.HOURS]
    assert bearable * a_lead <= there < (bearable + 1) * a_lead


def test_a_worked_case_by_hand() -> None:
    owed = checked(TERMS)

    # 80 deals, 400 opportunities, 160 from marketing, 1,066.7 leads: 88.9 a month, so 89
    assert owed.leads == 89
    # 1,066.7 / 4 people / 12 months x 5 tries x 10 minutes = 18.5 hours
    assert (owed.fits, owed.short, owed.ways) == (True, 0, ())
    tight = checked(Terms(given=GIVEN | CARRIED | {Term.HOURS: Fraction(10)}))
    assert [(way.term, way.value) for way in tight.ways] == [
        (Term.REPS, 8), (Term.HOURS, 19), (Term.ATTEMPTS, 2), (Term.MINUTES, 5),
    ]  # fmt: skip
    assert (round(tight.short, 1), tight.bearable) == (Fraction(85, 10), 48)


def test_what_is_missing_is_asked_for_in_order() -> None:
    assert checked(Terms(given={})).missing == (
        Term.TARGET, Term.DEAL, Term.WIN, Term.SHARE, Term.MQL_TO_OPP, Term.MONTHS,
    )  # fmt: skip
    assert checked(Terms(given=GIVEN)).missing == ()
    assert checked(Terms(given=GIVEN)).unknown == CAPACITY
    assert checked(Terms(given={Term.REPS: Fraction(4)})).missing[-1] is Term.MONTHS


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (Terms(given={Term.REPS: Fraction(5, 2)}), "People are counted whole"),
        (Terms(given={Term.ATTEMPTS: Fraction(1, 2)}), "Tries are counted whole"),
        (Terms(given={}, response=Fraction(0)), "The time to answer"),
        (Terms(given={}, response=Fraction(2000)), "The time to answer"),
        (Terms(given={}, notice=-1), "The notice"),
        (Terms(given={Term.TARGET: Fraction(0)}), "above zero"),
        (Terms(given={Term.WIN: Fraction(2)}), "at most 1"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(terms: Terms, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        checked(terms)


def test_a_month_shows_every_promise_of_both_sides_even_the_unknown() -> None:
    assert [(line.side, line.kept) for line in lines_of(a_month())] == [
        (Side.MARKETING, True), (Side.SALES, True), (Side.SALES, True), (Side.SALES, True),
    ]  # fmt: skip
    unknown = type(a_month())(of=OCTOBER, promised=a_month().promised)
    assert [line.kept for line in lines_of(unknown)] == [None] * 3
    assert "no result to compare" in told(unknown)


def test_a_miss_is_said_kindly_and_alike_for_either_side() -> None:
    marketing, sales = told(a_month(leads=85)), told(a_month(response=Fraction(30)))

    assert "Thank each other" in told(a_month())
    for said, side, other in ((marketing, "marketing", "sales"), (sales, "sales", "marketing")):
        assert f"{side} fell short of its promise, " in said
        assert f"; {other} kept its promise. Ask first what got in the way" in said
    assert "leads handed over 85, promised 89" in marketing
    assert "answered within 30 hours, promised 24 hours" in sales
    assert "both sides fell short" in told(a_month(leads=1, response=Fraction(30)))


def test_a_rejection_without_a_reason_is_no_kept_promise() -> None:
    assert "rejections with a reason 3 of 15, promised every one" in told(a_month(reasoned=3))
