"""What a form or a command line gives: taken exactly, or refused in plain words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from coach.domain.stages import Side
from coach.errors import MeetingError
from coach.services.agendas.reading import minutes_of, parse_person, start_of, zone_of

NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("5", 5), ("480", 480), (" 45 ", 45), ("45 min", 45), ("1h30", 90), ("1.5 hours", 90),
     ("half a day", 240), ("eine Stunde", 60)],
)  # fmt: skip
def test_a_length_is_taken_as_number_or_in_words(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["0", "3", "-5", "−5", "481", "abc", "", "45.5 min", "9 hours", "30-45 minutes", "=cmd", "1e3",
     "45 min please", "99999999999999"],
)  # fmt: skip
def test_any_other_length_is_refused_and_the_error_says_what_is_allowed(text: str) -> None:
    with pytest.raises(MeetingError) as refused:
        minutes_of(text)

    assert "5 to 480 minutes" in refused.value.next_step


@pytest.mark.parametrize(
    ("text", "said"),
    [("3", "be 3 minutes long"), ("1", "be 1 minute long"), ("9 hours", "be 9 hours long")],
)
def test_the_error_says_of_a_bare_number_what_it_counts(text: str, said: str) -> None:
    with pytest.raises(MeetingError, match=said):
        minutes_of(text)


def test_a_start_without_a_zone_is_in_the_zone_given() -> None:
    start = start_of("2026-12-01T15:00", "America/New_York", NOW)

    assert start.when.isoformat() == "2026-12-01T15:00:00-05:00"
    assert start.zone == "America/New_York"
    assert not start.warnings


def test_a_start_with_an_offset_is_that_moment_on_the_clocks_of_the_zone() -> None:
    start = start_of("2026-12-01T15:00+00:00", "Europe/Berlin", NOW)

    assert start.when.isoformat() == "2026-12-01T16:00:00+01:00"


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../etc/passwd", "Europe", "a\0b", "x" * 5000])
def test_an_unknown_zone_is_refused_with_examples(zone: str) -> None:
    with pytest.raises(MeetingError, match="no time zone called") as refused:
        zone_of(zone)

    assert "Europe/Berlin" in refused.value.next_step


def test_a_time_that_the_clocks_skip_is_refused_with_the_two_nearest() -> None:
    with pytest.raises(MeetingError, match="02:30 does not exist on 28 March 2027") as refused:
        start_of("2027-03-28T02:30", "Europe/Berlin", NOW)

    assert refused.value.next_step == "The nearest times are 01:30 and 03:30."


def test_of_a_time_that_comes_twice_the_first_is_taken_and_said() -> None:
    start = start_of("2027-10-31T02:30", "Europe/Berlin", NOW)

    assert start.when.isoformat() == "2027-10-31T02:30:00+02:00"
    assert "comes twice" in start.warnings[0]


def test_a_start_just_past_is_a_warning_and_one_over_a_day_ago_is_refused() -> None:
    assert "has just passed" in start_of("2026-11-26T09:00", "Europe/Berlin", NOW).warnings[0]
    with pytest.raises(MeetingError, match="15:00 on 24 November 2026 is past"):
        start_of("2026-11-24T15:00", "Europe/Berlin", NOW)


@pytest.mark.parametrize("iso", ["abc", "", "2026-12-01", "2026-13-01T10:00", "9999-99", "1" * 400])
def test_what_is_no_day_and_time_is_refused_with_an_example(iso: str) -> None:
    with pytest.raises(MeetingError) as refused:
        start_of(iso, "UTC", NOW)

    assert "2026-12-01T15:00" in refused.value.next_step


def test_a_person_is_split_at_the_last_two_colons() -> None:
    person = parse_person("Ana: the second:sales:AE lead")

    assert (person.name, person.side, person.role) == ("Ana: the second", Side.SALES, "AE lead")


def test_a_person_needs_neither_side_nor_role() -> None:
    assert parse_person("Ana").side is Side.OTHER
    assert parse_person("CMO").side is Side.MARKETING
    assert parse_person("Ana:marketing").side is Side.MARKETING
    assert parse_person("Ana:AE lead").role == "AE lead"
    assert parse_person("Ana:AE lead").side is Side.SALES


@pytest.mark.parametrize("text", ["", " : : ", ":sales:AE", "Ana:moon:AE"])
def test_a_person_without_a_name_or_with_an_unknown_side_is_refused(text: str) -> None:
    with pytest.raises(MeetingError):
        parse_person(text)
