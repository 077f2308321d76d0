"""Whatever is typed, a brief comes of it, quickly, and what is read lies within bounds."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.agenda import LONGEST, SHORTEST
from coach.errors import MeetingError
from coach.services.agendas.reading import minutes_of, parse_person, read_brief, start_of
from coach.services.agendas.reading.lengths import lengths_in
from tests.yardstick import Effort

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
YESTERDAY = datetime(2026, 11, 25, 10, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
WORDS = (
    "45", "min", "an", "hour", "and", "a", "half", "3pm", "Tuesday", "next", "12/1", "31/2", "at",
    "with", "Ana", "(AE)", "from", "sales", "marketing", "6", "people", "every", "week", "CET",
    "IST", "Europe/", "the", "problem", "is", "-", ":", ",", ".", "\n", '"', "'", "½", "٤٥", "²",
    "99999", "0", "24:00", "31.12.", "2027-03-28", "02:30", "in", "two", "days", "دنه", "🚀", "\0",
    "of", "us", "3+3", "heads", "both", "to", "Sept", "Mo.", "29", "Feb", "first", "of", "month",
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
SLOW = (
    "a", " ", "\n", "x ", "1", "1.1.", "and ", ", ", "with ", "Ana Bo ", "Ana (", '"', "an hour ",
    "45 min ", "3pm ", "Tuesday 3pm ", "- x\n", "the problem is ", "sales and marketing, ",
    "1:1:", "known ", "please ", "a.a+", "twenty-", "half ", "Ana 🚀 ", "sales: ", "12/1 ", "\t\n",
    "make me an agenda for ", "every two weeks ", "set up ", "don't ", "we have ",
)  # fmt: skip
# Other work on the machine must not fail what is only about results.
ANY_TIME = settings(deadline=None, max_examples=200)


@ANY_TIME
@given(TEXTS, st.sampled_from(ZONES))
def test_no_text_of_any_kind_fails_and_what_is_read_lies_within_bounds(
    text: str, zone: str
) -> None:
    brief = read_brief(text, NOW, zone)

    assert brief.minutes is None or SHORTEST <= brief.minutes <= LONGEST
    assert brief.headcount is None or brief.headcount > 0
    assert brief.start is None or brief.start >= YESTERDAY
    assert all(person.name.strip() for person in brief.people)
    assert all(brief.problems)


@ANY_TIME
@given(TEXTS)
def test_a_length_in_a_text_is_where_it_says(text: str) -> None:
    for length in lengths_in(text):
        assert 0 <= length.start < length.end <= len(text)
        assert length.minutes >= 0


@ANY_TIME
@given(TEXTS)
def test_a_form_takes_an_entry_or_refuses_it_in_words(text: str) -> None:
    for read in (minutes_of, parse_person, lambda text: start_of(text, "Europe/Berlin", NOW)):
        refused = None
        try:
            read(text)
        except MeetingError as error:
            refused = error

        assert refused is None or (refused.message.endswith(".") and refused.next_step)


@pytest.mark.parametrize("part", SLOW)
def test_fifty_thousand_characters_of_anything_are_read_at_once(part: str) -> None:
    text = part * (50_000 // len(part))
    with Effort() as effort:
        read_brief(text, NOW, "Europe/Berlin")

    assert effort.millions < 50  # what is quadratic takes a minute
