"""Days in words, days that own a meeting, and days whose time comes later."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import read_brief
from coach.services.agendas.reading.days import days_in
from coach.services.agendas.reading.owners import Owner, owner_at

HERE = "Europe/Berlin"
TODAY = date(2026, 11, 26)  # a Thursday


def read(text: str) -> MeetingBrief:
    return read_brief(text, datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE)), HERE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday the first", date(2026, 12, 1)), ("Friday, the eleventh", date(2026, 12, 11)),
        ("the tenth of December", date(2026, 12, 10)), ("third of Jan", date(2027, 1, 3)),
        ("December the eighth", date(2026, 12, 8)),
        ("Monday the twenty-eighth", date(2026, 12, 28)), ("Monday the 28th", date(2026, 12, 28)),
        ("Monday the twenty eighth at 9", date(2026, 12, 28)),
    ],
)  # fmt: skip
def test_a_day_of_the_month_may_be_a_word(text: str, day: date) -> None:
    assert [one.date for one in days_in(text, TODAY, HERE)] == [day]


@pytest.mark.parametrize(
    "text", ["the first thing", "a third of December leads", "the second call", "third of three"]
)
def test_an_ordinal_of_something_is_no_day(text: str) -> None:
    assert not list(days_in(text, TODAY, HERE))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("agenda for Monday's pipeline meeting", Owner.OF_MEETING),
        ("Monday's sync: lead form", Owner.OF_MEETING),
        ("set up the Monday’s call", Owner.OF_MEETING),
        ("on Monday we meet", Owner.OF_NOTHING),
        ("Monday's webinar leads are cold", Owner.OF_OTHER),
        ("Monday's meeting was a disaster", Owner.OF_OTHER),
        ("In Monday's call they blamed us", Owner.OF_OTHER),
        ("sales skipped Monday's call", Owner.OF_OTHER),
    ],
)
def test_a_day_owns_a_meeting_to_come_or_what_has_been(text: str, owner: Owner) -> None:
    start = text.index("Monday")

    assert owner_at(text, start, start + len("Monday")) is owner


def test_of_a_day_that_owns_a_meeting_no_apostrophe_is_left() -> None:
    brief = read("agenda for tomorrow's pipeline sync")

    assert (brief.day, brief.text) == (date(2026, 11, 27), "pipeline sync")
    assert brief.warnings == ("Tomorrow (Friday 27 November 2026) has no time yet.",)


@pytest.mark.parametrize(
    "text",
    [
        "pricing talk on Dec 9, time tbd", "pricing talk on Dec 9, I'll send the time later",
        "pricing talk on Dec 9 (no time yet)", "pricing talk on Dec 9; exact time to follow",
    ],
)  # fmt: skip
def test_who_puts_off_the_time_has_said_the_day(text: str) -> None:
    brief = read(text)

    assert (brief.day, brief.text) == (date(2026, 12, 9), "pricing talk")


@pytest.mark.parametrize(
    "text",
    [
        "Tuseday", "Tusday", "Teusday", "tuesay",
    ],
)  # fmt: skip
def test_a_misspelt_tuesday_is_one(text: str) -> None:
    assert read(f"{text} 10.30 pls, budget").start == datetime(
        2026, 12, 1, 10, 30, tzinfo=ZoneInfo(HERE)
    )


@pytest.mark.parametrize("text", ["Our leads cost 10.30 on Friday", "Friday 12.10 budget"])
def test_a_number_with_a_dot_is_seldom_a_time(text: str) -> None:
    assert read(text).start is None
