"""An agreement is stored whole or not at all, and its results keep what was promised then."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agreement import CAPACITY, PROMISED, Terms
from coach.domain.leads import RATES, Term
from coach.errors import Unfit
from coach.services.agreements.keeping import AgreementKeeping
from coach.services.agreements.numbers import given_in, number_in, typed_as
from tests.agreement_fakes import GIVEN, OCTOBER, TERMS, MemoryAgreements, a_month
from tests.fakes import ME, START, FakeClock, FakeIds

TODAY = START.date()


@pytest.fixture
def keeping() -> AgreementKeeping:
    return AgreementKeeping(MemoryAgreements(), FakeClock(), FakeIds())


def test_what_is_agreed_stands_and_agreeing_anew_keeps_the_results(
    keeping: AgreementKeeping,
) -> None:
    keeping.agree(ME, TERMS, TODAY)
    keeping.record(ME, [a_month()])
    other = replace(TERMS, response=Fraction(4))
    after = keeping.agree(ME, other, TODAY)

    assert keeping.current(ME) == after
    assert after.terms == other
    assert after.months == (a_month(),)
    assert after.months[0].promised.response == 24


def test_a_number_that_is_missing_is_asked_for_and_nothing_stored(
    keeping: AgreementKeeping,
) -> None:
    given = {term: value for term, value in GIVEN.items() if term is not Term.WIN}
    with pytest.raises(Unfit) as refused:
        keeping.agree(ME, Terms(given=given), TODAY)

    assert refused.value.next_step == "What share of your opportunities do you win?"
    assert keeping.current(ME) is None


def test_an_impossible_number_is_named_by_its_question(keeping: AgreementKeeping) -> None:
    terms = Terms(given=GIVEN | {Term.WON: GIVEN[Term.TARGET]})
    with pytest.raises(Unfit) as refused:
        keeping.owed(terms)

    assert "How much of the target is won already?" in refused.value.message
    assert "`" not in refused.value.message


def test_the_same_month_again_takes_the_place_and_can_be_forgotten(
    keeping: AgreementKeeping,
) -> None:
    keeping.agree(ME, TERMS, TODAY)
    before = keeping.record(ME, [a_month(leads=80, accepted=1)])
    keeping.record(ME, [a_month()])
    assert [month.leads for month in keeping.record(ME, [a_month()]).months] == [95]
    assert keeping.put_back(ME, before) == before
    assert keeping.forget(ME, OCTOBER).months == ()


@pytest.mark.parametrize(
    ("month", "said"),
    [
        (a_month(TODAY.replace(year=TODAY.year + 1)), "has not begun"),
        (a_month(accepted=96), "more leads were accepted"),
        (a_month(reasoned=16), "more reasons"),
    ],
)
def test_a_result_that_cannot_be_is_refused(
    month: object, said: str, keeping: AgreementKeeping
) -> None:
    keeping.agree(ME, TERMS, TODAY)

    with pytest.raises(Unfit, match=said):
        keeping.record(ME, [month])  # type: ignore[list-item]


def test_without_an_agreement_there_is_nothing_to_compare_with(keeping: AgreementKeeping) -> None:
    with pytest.raises(Unfit, match="no proposal yet"):
        keeping.promised(ME)


@given(st.sampled_from((*PROMISED, *CAPACITY)), st.integers(1, 10_000))
def test_a_number_shown_in_the_form_is_read_as_the_same(term: Term, thousandths: int) -> None:
    value = Fraction(thousandths, 10_000 if term in RATES else 1)

    assert number_in(typed_as(term, value), term) == value


@pytest.mark.parametrize("typed", ["abc", "-5", "0", "9" * 50, "1e999", "=1+1", "200 %", "1"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Unfit, match="What share of your opportunities do you win") as refused:
        number_in(typed, Term.WIN)

    assert "%" in refused.value.next_step


@pytest.mark.parametrize(
    ("typed", "term", "ways"),
    [
        ("about 10", Term.WIN, "Write 10 or 10 %."),
        ("10 to 20", Term.WIN, "Write 20 or 20 %."),
        ("some", Term.WIN, "Write 20 or 20 %."),
        ("about 6", Term.REPS, "Write a number above zero, such as 6."),
        ("a lot", Term.DEAL, "Write a number above zero, such as 30,000 or 30k."),
        ("about 30k", Term.DEAL, "Write a number above zero, such as 30,000 or 30k."),
    ],
)
def test_what_was_read_is_said_with_the_ways_to_write_it(typed: str, term: Term, ways: str) -> None:
    with pytest.raises(Unfit) as refused:
        number_in(typed, term)

    assert refused.value.message.endswith(f"I could not read “{typed}”.")
    assert refused.value.next_step == ways


def test_what_is_left_blank_is_not_given() -> None:
    assert given_in({Term.WIN: "20 %", Term.DEAL: " "}) == {Term.WIN: Fraction(1, 5)}
