"""A length said as the most there may be is the meeting's; that of leads and reps is theirs."""

import pytest

from coach.services.agendas.reading.limits import limit_before
from coach.services.agendas.reading.minutes import read_minutes


@pytest.mark.parametrize(
    "words",
    [
        "Shouldn't take more than ", "it won't take longer than ", "this must not exceed ",
        "I don't need more than ", "Topic: leads. Not longer than ",
        "Please don't let it run over ", "The call can't be longer than ", "less than ",
    ],
)  # fmt: skip
def test_words_of_the_most_make_a_length_the_meetings(words: str) -> None:
    assert limit_before(words) is not None
    assert read_minutes(f"{words}35 min. Topic: leads.").value == 35


@pytest.mark.parametrize(
    "text",
    [
        "Leads shouldn't wait longer than 30 minutes.",
        "Customers won't wait more than 10 minutes.",
        "We never reply in less than 3 hours", "don't spend over 2 hours on slides",
        "Less than 2 hours of reply time, who can do that?",
    ],
)  # fmt: skip
def test_limits_of_others_are_no_meetings(text: str) -> None:
    assert read_minutes(text).value is None
