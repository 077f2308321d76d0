"""When a meeting starts: the next such day, in the zone that is meant, never a time that is not."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.errors import MeetingError
from coach.services.agendas.reading.starts import Appointment, read_start

BERLIN = "Europe/Berlin"
THURSDAY = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(BERLIN))
SUMMER = datetime(2026, 7, 1, 10, tzinfo=ZoneInfo(BERLIN))


def read(text: str, now: datetime = THURSDAY, zone: str = BERLIN) -> tuple[Appointment, str]:
    found = read_start(text, now, zone)
    return found.value, " ".join(found.warnings)


def shown(text: str, now: datetime = THURSDAY, zone: str = BERLIN) -> str:
    appointment, _ = read(text, now, zone)
    return f"{appointment.when:%Y-%m-%d %H:%M} {appointment.zone}" if appointment.when else ""


def test_a_weekday_is_the_next_one_after_now() -> None:
    assert shown("Thursday 3pm") == "2026-11-26 15:00 Europe/Berlin"
    assert shown("Thursday 9am") == "2026-12-03 09:00 Europe/Berlin"
    assert shown("next Thursday at 3pm") == "2026-12-03 15:00 Europe/Berlin"


def test_a_day_in_this_week_that_is_called_next_is_said_with_its_date() -> None:
    appointment, warning = read("next Friday at 3pm")

    assert appointment.when is not None
    assert appointment.when.day == 27
    assert "27 November 2026" in warning


def test_a_time_without_a_day_is_the_next_such_time() -> None:
    assert shown("at 3pm") == "2026-11-26 15:00 Europe/Berlin"
    assert shown("at 9:30") == "2026-11-27 09:30 Europe/Berlin"


@pytest.mark.parametrize("text", ["Tuesday", "on 3 December", "next week", "agree the SLA by 5pm"])
def test_a_day_without_a_time_and_a_deadline_set_no_start(text: str) -> None:
    assert shown(text) == ""


def test_day_and_month_follow_the_country_of_the_zone_and_this_is_said() -> None:
    _, warning = read("12/1 at 4pm")

    assert "12 January 2027" in warning
    assert "2026" in read("12/1 at 4pm", zone="America/Denver")[1]
    assert shown("12/1 at 4pm", zone="America/Denver") == "2026-12-01 16:00 America/Denver"
    assert read("25/12 at 4pm")[1] == ""


@pytest.mark.parametrize(
    ("letters", "zone"),
    [("BST", "Europe/London"), ("IST", "Asia/Kolkata"), ("CST", "America/Chicago")],
)
def test_letters_that_stand_for_several_zones_are_taken_with_a_warning(
    letters: str, zone: str
) -> None:
    appointment, warning = read(f"Monday 3pm {letters}", SUMMER)

    assert appointment.zone == zone
    assert zone in warning


def test_letters_that_fit_the_persons_own_zone_mean_that_one() -> None:
    assert read("Monday 3pm CET", zone="Europe/Paris")[0].zone == "Europe/Paris"
    assert read("Monday 3pm IST", zone="Europe/Dublin")[0].zone == "Europe/Dublin"
    assert read("Monday 3pm my time", zone="Asia/Tokyo")[0].zone == "Asia/Tokyo"


def test_winter_letters_in_summer_are_the_clocks_of_the_place_and_said() -> None:
    appointment, warning = read("Monday 3pm EST", SUMMER)

    assert appointment.when is not None
    assert appointment.when.isoformat() == "2026-07-06T15:00:00-04:00"
    assert "EDT" in warning


def test_an_offset_is_a_zone() -> None:
    appointment, _ = read("Monday 3pm UTC+2")

    assert appointment.when is not None
    assert appointment.when.isoformat() == "2026-11-30T15:00:00+02:00"


def test_an_unknown_place_falls_back_to_the_persons_zone_with_a_warning() -> None:
    appointment, warning = read("Monday 3pm Europe/Atlantis")

    assert appointment.zone == BERLIN
    assert "Europe/Atlantis" in warning


def test_a_time_that_is_skipped_or_long_past_is_said_and_sets_no_start() -> None:
    assert read("2027-03-28 02:30")[0].when is None
    assert "01:30 and 03:30" in read("2027-03-28 02:30")[1]
    assert read("2026-11-20 15:00")[0].when is None
    assert "is past" in read("2026-11-20 15:00")[1]


def test_minutes_from_now_are_real_ones_when_the_clocks_change() -> None:
    night = datetime(2027, 3, 28, 1, 50, tzinfo=ZoneInfo(BERLIN))

    assert shown("in 20 minutes", night) == "2027-03-28 03:10 Europe/Berlin"


def test_an_end_gives_the_minutes() -> None:
    assert read("Monday 2-3:30pm")[0].minutes == 90
    assert read("Monday 11am to 1pm")[0].minutes == 120


def test_what_needs_a_guess_is_said() -> None:
    assert "15:00" in read("tomorrow at 3")[1]
    assert "No year was given" in read("20 November at 3pm")[1]


def test_an_unknown_own_zone_is_refused() -> None:
    with pytest.raises(MeetingError):
        read_start("tomorrow at 3pm", THURSDAY, "Mars/Base")


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("30 min with Tom on Thursday: trials", 3, "Thursday (Thursday 3 December 2026)"),
        ("lead routing, next wednesday, 1h", 2, "Next wednesday (Wednesday 2 December 2026)"),
        ("every Monday, 30 min", 30, "Monday (Monday 30 November 2026)"),
        ("half an hour with Tom tomorrow", 27, "Tomorrow (Friday 27 November 2026)"),
        ("30 min on 3 December", 3, "3 December"),
    ],
)
def test_a_day_without_a_time_is_kept_and_its_time_asked_for(
    text: str, day: int, said: str
) -> None:
    start = read_start(text, datetime(2026, 11, 26, 9, tzinfo=UTC), "UTC")

    assert start.value.when is None
    assert start.value.day is not None
    assert start.value.day.day == day
    assert start.warnings == (f"{said} has no time yet.",)


@pytest.mark.parametrize(
    "text",
    ["our Monday leads are late", "Monday's numbers", "how it is today", "send it by Friday"],
)
def test_a_day_that_something_else_is_on_is_no_day_to_meet(text: str) -> None:
    assert read_start(text, datetime(2026, 11, 26, 9, tzinfo=UTC), "UTC").warnings == ()
