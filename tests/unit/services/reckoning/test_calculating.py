"""Lead arithmetic is done where it is asked for, over as many turns as it takes."""

from fractions import Fraction as F

import pytest

from coach.domain.answers import Message, Question
from coach.domain.leads import Term, rounded
from coach.services.reckoning.calculating import Calculation, calculation_in

ALL = "target 2.4M, deal 30k, win rate 20 %, 40 % from marketing, MQL to opportunity 15 %"


def calculated(text: str, *said: str) -> Calculation | None:
    """Ask `text` after the turns in `said`, each a person's message and the coach's by turns."""
    roles = ("user", "assistant")
    history = tuple(Message(roles[n % 2], message) for n, message in enumerate(said))
    return calculation_in(Question(text, history))


def asked(text: str, *said: str) -> str:
    calculation = calculated(text, *said)
    assert calculation is not None
    return calculation.text


def test_a_list_of_numbers_asks_for_the_arithmetic() -> None:
    calculation = calculated(ALL)

    assert calculation is not None
    assert rounded(calculation.plan.mqls) == 1067
    assert calculation.asking == ""


@pytest.mark.parametrize(
    "text",
    [
        "how many MQLs do we need?",
        "Our win rate is 20 % and reps blame the 40 % from marketing, what now?",
        "is a win rate of 20 % good?",
        "We won 20 % more with 30k in ads. " * 30 + ALL,
        "how often should 4 sellers and 3 marketers meet?",
    ],
)
def test_what_only_mentions_numbers_is_left_to_the_notes(text: str) -> None:
    assert calculated(text) is None


def test_numbers_may_come_one_turn_after_the_other() -> None:
    first = "how many leads for a target of 2.4M at 30k a deal?"
    second = "we win one in five, 40 % from marketing"
    asks = asked(first)

    assert "- What share of your opportunities do you win?" in asks
    more = calculated(second, first, asks)

    assert more is not None
    assert more.plan.marketing_opportunities == 160
    assert more.plan.missing == (Term.MQL_TO_OPP,)


def test_a_bare_number_is_the_one_thing_that_was_asked_for() -> None:
    first = "target 2.4M, deal 30k, win rate 20 %, 40 % from marketing"

    last = calculated("15 %", first, asked(first))

    assert last is not None
    assert last.plan.given[Term.MQL_TO_OPP] == F(15, 100)
    assert rounded(last.plan.mqls) == 1067


def test_where_two_numbers_were_given_it_is_asked_once_which_counts() -> None:
    text = asked(ALL.replace("20 %", "20 % last year and now 25 %") + ", how many MQLs?")

    assert text.count("What share of your opportunities do you win?") == 1
    assert "- Two numbers were given: What share of your opportunities do you win?" in text
    assert "MQLs:" not in text


def test_what_was_left_out_of_a_whole_result_is_asked_about_to_be_sure() -> None:
    text = asked(f"{ALL}, churn is 5 %")

    assert "so 1,067" in text
    assert "To be sure I need to know:\n\n- What is 5 %? I left it out" in text


def test_a_later_number_stands_for_the_earlier_one() -> None:
    first = "target 2.4M, deal 30k, win rate 20 %, 40 % from marketing"

    again = calculated("sorry, win rate 25 %, mql to opp 15 %", first, asked(first))

    assert again is not None
    assert again.plan.opportunities == 320


def test_another_question_ends_the_calculation() -> None:
    first = "target 2.4M, deal 30k, win rate 20 %"

    assert calculated("how do we thank each other?", first, asked(first)) is None


def test_leads_that_sales_accepted_are_not_taken_for_mqls() -> None:
    text = asked("target 2.4M, deal 30k, win rate 20 %, 20 % of accepted leads become an opp")

    assert "What share of MQLs does sales accept?" in text
    assert "MQLs:" not in text


def test_people_without_the_hours_are_told_so() -> None:
    people = ", 4 SDRs, 6 tries of 5 minutes, 10 hours a month each, this year"

    assert "it does not fit, 11.1 hours a month for each person and only 10" in asked(ALL + people)
    assert "it fits, 11.1 of 20 hours" in asked(ALL + people.replace("10 hours", "20 hours"))
