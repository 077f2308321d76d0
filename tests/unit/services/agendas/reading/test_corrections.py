"""What a text takes back is not read; what it puts in its place is, for every pair of times."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import read_brief
from coach.services.agendas.reading.corrections import taken_back

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))  # a Thursday
MANY = settings(deadline=None, max_examples=200)
DAYS = ("Friday", "Monday", "Tuesday", "Wednesday")
AHEAD = {"Friday": 27, "Monday": 30, "Tuesday": 31, "Wednesday": 32}  # days of November
MOVED = (
    "moved from {old} to {new}", "the call is rescheduled from {old} to {new}",
    "{new} instead of {old}",
    "was {old}, now {new}", "{old} doesn't work, let's take {new}", "not {old} but {new}",
    "{old}, sorry, I mean {new}", "postponed from {old} to {new}", "instead of {old} we meet {new}",
    "moved to {new} (was {old})",
)  # fmt: skip
RESIZED = (
    "please extend the sync from {a} to {b} min", "cut from {a} to {b} minutes",
    "shorten the weekly from {a} minutes to {b} minutes", "up from {a} to {b} minutes please",
    "verlängern von {a} auf {b} Minuten", "passer de {a} à {b} minutes",
    "ampliar de {a} a {b} minutos", "not {a} minutes but {b}", "{b} minutes, not {a}",
    "was {a} min, now {b} min",
)  # fmt: skip
EVENTS = (
    "The {event} is on {other}; we meet on {ours}.", "{event} on {other}, prep meeting on {ours}",
    "We meet on {ours} because the {event} is on {other}.",
    "The {event} opens {other}, our talk is {ours}",
)  # fmt: skip


def read(text: str) -> MeetingBrief:
    return read_brief(text, NOW, HERE)


@MANY
@given(
    st.sampled_from(MOVED), st.sampled_from(DAYS), st.sampled_from(DAYS),
    st.integers(11, 17), st.integers(11, 17), st.sampled_from((0, 15, 30)),
)  # fmt: skip
def test_a_meeting_that_was_moved_starts_at_its_new_time(
    words: str, old: str, new: str, was: int, hour: int, minute: int
) -> None:
    assume((old, was) != (new, hour))
    text = words.format(old=f"{old} {was}:{minute:02}", new=f"{new} {hour}:{minute:02}")
    start = read(text).start

    assert start is not None
    assert (start.day, start.hour, start.minute) == ((AHEAD[new] - 1) % 30 + 1, hour, minute)


@MANY
@given(st.sampled_from(RESIZED), st.integers(5, 96), st.integers(5, 96))
def test_a_meeting_that_was_resized_has_its_new_length(words: str, a: int, b: int) -> None:
    assume(a != b)

    assert read(words.format(a=a, b=b)).minutes == b


@MANY
@given(
    st.sampled_from(EVENTS), st.sampled_from(("webinar", "launch", "trade fair", "newsletter")),
    st.sampled_from(DAYS), st.sampled_from(DAYS), st.integers(8, 17),
)  # fmt: skip
def test_where_something_else_has_its_time_we_come_to_the_meeting(
    words: str, event: str, other: str, ours: str, hour: int
) -> None:
    assume(other != ours)
    text = words.format(event=event, other=f"{other} at 18:00", ours=f"{ours} at {hour}:00")
    start = read(text).start

    assert start is not None
    assert (start.day, start.hour) == ((AHEAD[ours] - 1) % 30 + 1, hour)


@pytest.mark.parametrize(
    "text",
    [
        "the old SLA was moved from 24 to 48 hours", "conversion moved from 10 to 12 percent",
        "the price goes from 30 to 45 euros", "we moved from Salesforce to HubSpot",
        "conversion dropped from 22 to 13", "response time cut from 60 to 30 minutes",
    ],
)  # fmt: skip
def test_what_else_is_moved_says_nothing_of_the_meeting(text: str) -> None:
    brief = read(text)

    assert (brief.minutes, brief.start, brief.day) == (None, None, None)


def test_nothing_is_taken_back_where_nothing_would_stay() -> None:
    assert taken_back("not Monday 9:00") == ()
    assert taken_back("not Monday 9:00 but Tuesday 9:30") == ((0, 15),)


@pytest.mark.parametrize(
    "text",
    [
        "Our meeting goes from 14:00 to 15:30 on Monday",
        "we change rooms, Monday from 14:00 to 15:30",
        "raise the issue Monday from 14:00 to 15:30", "la réunion se passe de 14h à 15h30 lundi",
        "cut the list, Monday 14:00 to 15:30", "From 14:00 to 15:30 on Monday",
    ],
)  # fmt: skip
def test_what_only_goes_on_from_then_to_then_begins_then(text: str) -> None:
    brief = read(text)

    assert brief.start == datetime(2026, 11, 30, 14, tzinfo=ZoneInfo(HERE))
    assert brief.minutes == 90
