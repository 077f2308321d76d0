"""Numbers are read in any order and wording; where two readings are possible, the coach asks."""

from fractions import Fraction as F
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.leads import NEEDED, Term, rounded, work_back
from coach.services.reckoning.reading import read_numbers

PARTS = ("target 2.4M", "deal 30k", "win rate 20 %", "40 % from marketing",
         "MQL to opportunity 15 %")  # fmt: skip
WHOLE = [
    "We win one in five deals, each deal is worth €30,000, marketing brings 40 per cent, 15% of "
    "MQLs become opportunities and we need 2,400,000",
    "€2.4m new revenue; 30k per deal; close rate 0.2; marketing-sourced 0.4; MQL→opp 0.15",
    "we win 1 of 5, average order 30 000 EUR, goal is 2 400 000 EUR, sales brings 60 % itself, "
    "leads to opps 15 percent",
    "target 2.400.000, deal size 30,000, win rate 20, share 40, mql to opp 15",
    "Our revenue goal is $2.4 million. An average deal is $30,000. We close 20 percent. Forty per "
    "cent should come from marketing. Fifteen percent of leads become opportunities.",
    "how many MQLs do i need if my quota is 2.4e6, acv 30000, hit rate .2, marketing contributes "
    "two fifths and mql-to-opp is 15%?",
    "Every fifth opportunity is won, deals are 30k on average, 2.4 mio target, outbound has 60%, "
    "15 out of 100 MQLs become opps",
    "If our target is $2.4M with $30K deals and a 20% close rate, and marketing sources 40%, how "
    "many MQLs at a 15% MQL-to-opportunity rate?",
    "2.4M revenue target. ASP 30k. Win rate: 20%. Marketing contribution: 40%. MQL>Opp: 15%",
    "target is two million four hundred thousand, thirty thousand a deal, we win twenty percent, "
    "two in five from marketing, three out of twenty MQLs become opportunities",
]
VALUES = dict(zip(NEEDED, (F(2_400_000), F(30_000), F(1, 5), F(2, 5), F(3, 20)), strict=True))


@pytest.mark.parametrize("order", [*permutations(range(5))], ids=str)
def test_the_order_does_not_matter(order: tuple[int, ...]) -> None:
    text = ", ".join(PARTS[place] for place in order)

    reading = read_numbers(text)

    assert reading.given == VALUES
    assert reading.questions == ()
    assert rounded(work_back(reading.given).mqls) == 1067


@pytest.mark.parametrize("text", WHOLE)
def test_both_sides_words_are_understood(text: str) -> None:
    reading = read_numbers(text)

    assert reading.given == VALUES
    assert reading.questions == ()


def money(value: int) -> st.SearchStrategy[str]:
    ways = [f"{value:,}", f"{value}", f"€{value:,}", f"{value:,} dollars", f"{value} EUR"]
    if value % 1000 == 0:
        ways += [f"{value // 1000}k", f"€{value // 1000}k"]
    if value % 100_000 == 0:
        ways += [f"{value / 10**6}M", f"${value / 10**6}m", f"{value / 10**6} million"]
    return st.sampled_from(ways)


def rate(per_cent: int) -> st.SearchStrategy[str]:
    ways = [f"{per_cent} %", f"{per_cent}%", f"{per_cent} percent", f"{per_cent} per cent",
            f"{per_cent / 100}", f"{per_cent} out of 100"]  # fmt: skip
    if 100 % per_cent == 0:
        ways += [f"one in {100 // per_cent}", f"1 of {100 // per_cent}", f"1/{100 // per_cent}"]
    return st.sampled_from(ways)


NAMES = {
    Term.TARGET: ("target {}", "our goal is {}", "{} new revenue", "quota: {}"),
    Term.DEAL: ("deal size {}", "{} per deal", "average deal of {}", "ACV {}"),
    Term.WIN: ("win rate {}", "close rate is {}", "{} win rate", "we win {}"),
    Term.SHARE: ("{} from marketing", "marketing brings {}", "marketing share {}"),
    Term.MQL_TO_OPP: ("MQL to opportunity {}", "{} of MQLs become opportunities", "MQL→opp {}"),
}


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_any_numbers_in_any_order_and_wording_are_read(data: st.DataObject) -> None:
    numbers = {
        Term.TARGET: data.draw(st.integers(1, 500)) * 100_000,
        Term.DEAL: data.draw(st.integers(2, 90)) * 1000,
        Term.WIN: data.draw(st.integers(2, 90)),
        Term.SHARE: data.draw(st.integers(2, 90)),
        Term.MQL_TO_OPP: data.draw(st.integers(2, 90)),
    }
    parts = []
    for term in data.draw(st.permutations(NEEDED)):
        write = money if term in (Term.TARGET, Term.DEAL) else rate
        name = data.draw(st.sampled_from(NAMES[term]))
        parts.append(name.format(data.draw(write(numbers[term]))))
    text = data.draw(st.sampled_from([", ", "; ", ". ", "\n"])).join(parts)

    reading = read_numbers(text)

    wanted = {
        term: F(value) if term in (Term.TARGET, Term.DEAL) else F(value, 100)
        for term, value in numbers.items()
    }
    assert reading.given == wanted, text
    assert reading.questions == (), text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("deal size 30.000", "Is 30.000 meant as 30,000 or as 30?"),
        ("conversion rate 15 %", "Is 15 % the share of opportunities you win, or the share of"),
        ("win rate 20-25 %", "You wrote 20-25 %: which of the two"),
        ("target between 2 and 2.4 million", "You wrote 2 and 2.4 million: which of the two"),
        ("target 2M, goal 3M", "Two numbers were given: How much new revenue"),
        ("marketing 40 %, sales 50 %", "Two numbers were given: What share"),
        ("target 2.4M, and then 20 %", "What is 20 %?"),
        ("2.4M, 30k and 40 % from marketing", "What is 30k?"),
        ("calculate our leads: 2.4M/30k/20%/40%/15%", "What is 30k?"),
        ("one deal is 15.000 €, the target 1,5 Mio €", "Is 15.000 meant as 15,000 or as 15?"),
        ("Last year we had a win rate of 20% and this year 25%", "Two numbers were given: What "),
        ("win rate 20% last year, now 25%", "Two numbers were given: What share"),
        ("win rate 20% for inbound and 30% for outbound", "Two numbers were given: What share"),
        ("the average deal went up from 20k to 25k", "You wrote 20k to 25k: which of the two"),
        ("of our 2.4M target we need 1.8M from new customers", "Two numbers were given: How much"),
        ("target 2M, 3M is already won", "How much of the target is won already? It must be less"),
        ("12 reps, quota 500k each, deals 25k", "Is 500k each person's part?"),
        ("last year we won 1.9M, target 2.4M", "What is 1.9M?"),
        ("MQL to opp 15 % win rate", "What is 15 %?"),
    ],
)
def test_where_two_readings_are_possible_the_person_is_asked(text: str, asked: str) -> None:
    assert any(question.startswith(asked) for question in read_numbers(text).questions)


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        ("marketing budget 100k", "100k"),
        ("a 10% discount", "10% discount"),
        ("800k of it still open in the pipeline", "800k"),
        ("churn is 5 per cent", "5 per cent"),
    ],
)
def test_what_stays_unread_is_named_though_it_can_be_done_without(beside: str, named: str) -> None:
    reading = read_numbers(", ".join((*PARTS, beside)))

    assert reading.given == VALUES
    assert reading.questions == (
        f"What is {named}? I left it out, as no words say what it stands for.",
    )


@pytest.mark.parametrize("sure", [
    "600k is already won", "we've closed 600k so far", "600k is in the bag",
    "but 600k comes from existing customers", "of which 600,000 are already signed",
])  # fmt: skip
def test_what_is_sure_already_is_taken_off_the_target(sure: str) -> None:
    reading = read_numbers(", ".join((PARTS[0], sure, *PARTS[1:])))

    assert reading.given == {**VALUES, Term.WON: F(600_000)}
    assert reading.questions == ()
    assert rounded(work_back(reading.given).mqls) == 800


def test_an_open_word_is_settled_by_what_else_was_said() -> None:
    reading = read_numbers("conversion 15 %, win rate 20 %")

    assert reading.given == {Term.WIN: F(1, 5), Term.MQL_TO_OPP: F(3, 20)}
    assert reading.questions == ()


def test_people_time_and_tries_are_read_for_the_capacity_check() -> None:
    reading = read_numbers(
        "four SDRs, six tries each, 5 minutes per attempt, 20 hours a month each, target 2M a year"
    )

    assert reading.given == {
        Term.REPS: F(4), Term.ATTEMPTS: F(6), Term.MINUTES: F(5), Term.HOURS: F(20),
        Term.TARGET: F(2_000_000), Term.MONTHS: F(12),
    }  # fmt: skip


def test_a_period_is_no_number_of_periods() -> None:
    reading = read_numbers("the target is 500k per quarter, deals are worth 10k")

    assert reading.given == {
        Term.TARGET: F(500_000), Term.DEAL: F(10_000), Term.MONTHS: F(3),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "how many leads do we need?", "we won 80 deals last year", "we won 20 % more deals",
     "500 leads came in on 3 May 2026", "win rate 0 %", "win rate 130 %", "call by Friday"],
)  # fmt: skip
def test_a_number_that_says_something_else_is_not_taken(text: str) -> None:
    assert read_numbers(text).given == {}


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for value in read_numbers(text).given.values():
        assert value > 0


def test_a_sum_beyond_all_measure_does_not_break_the_reader() -> None:
    assert read_numbers("target 9e20, deal 30k, and 15 %").questions == ("What is 15 %?",)
