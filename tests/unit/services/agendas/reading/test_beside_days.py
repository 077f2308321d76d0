"""Times beside a day, as hurried people type them, keep the day; what is counted is no time."""

from datetime import date, datetime

import pytest

from tests.unit.services.agendas.reading.briefs import read, start


@pytest.mark.parametrize(
    "text",
    [
        "Do 3.12. 15:00 Plan",
        "Do, 3.12. um 15 Uhr Plan",
        "do 3 december 15:00 plan",
        "Do 3/12 15:00",
    ],
)
def test_two_letters_before_their_own_date_are_its_weekday(text: str) -> None:
    assert start(text) == datetime(2026, 12, 3, 15)


def test_small_letters_before_figures_may_be_polish_for_until_then() -> None:
    assert read("do 3.12. trzeba to zrobić").day is None


def test_two_letters_before_a_time_are_a_weekday() -> None:
    assert start("Mi 10:00 Leads") == datetime(2026, 12, 2, 10)
    assert start("Di 14 Uhr Preise") == datetime(2026, 12, 1, 14)
    assert start("Do 10:00 on Friday") == datetime(2026, 11, 27, 10)


@pytest.mark.parametrize(
    "text",
    [
        "el viernes 4 a las 10h", "vendredi 4 à 10h, budget", "venerdì 4 alle 10, lead",
        "Friday 4 at 10am, launch", "Friday 4, 10:00",
    ],
)  # fmt: skip
def test_a_number_between_its_weekday_and_a_time_is_the_day(text: str) -> None:
    assert start(text) == datetime(2026, 12, 4, 10)
    assert read(text).minutes is None


@pytest.mark.parametrize(
    ("text", "when", "minutes"),
    [
        ("Montag, 13-14 Uhr: Rückblick", datetime(2026, 11, 30, 13), 60),
        ("wed 3-4 event leads", datetime(2026, 12, 2, 15), 60),
        ("persona workshop 9-12 on Friday", datetime(2026, 11, 27, 9), 180),
        ("viernes de 10 a 12, plan", datetime(2026, 11, 27, 10), 120),
    ],
)
def test_two_hours_beside_a_day_are_start_and_end(text: str, when: datetime, minutes: int) -> None:
    assert (start(text), read(text).minutes) == (when, minutes)


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow 9.30 re no-shows", "tmrw 930 lead mtg", "2moro 9.30 budget", "morgen 9.30 uur",
        "tmr 9:30 lead list",
    ],
)  # fmt: skip
def test_a_time_straight_after_a_day_needs_no_colon(text: str) -> None:
    assert start(text) == datetime(2026, 11, 27, 9, 30)


@pytest.mark.parametrize(
    "text",
    ["Morgen um 10 kurze Runde", "demain à 10 budget", "Friday at 10 budget talk", "2moro 10"],
)
def test_a_bare_hour_after_a_day_may_be_followed_by_the_matter(text: str) -> None:
    assert start(text) == datetime(2026, 11, 27, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Friday 200 leads", "tomorrow 3 new reps start", "Friday 2.50 per lead",
        "slides 3-4 tomorrow",
        "tomorrow at 10 people complained", "fri 10-20 leads a day", "budget Friday 1000 euros",
        "Friday 230 visitor badges",
        "Arno has 6 visits today, 7 tomorrow", "leads fell 10-20 on Monday",
    ],
)  # fmt: skip
def test_what_is_counted_is_no_time_of_day(text: str) -> None:
    assert start(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "reunión el 10 de diciembre para planificar", "Treffen am 10. Dezember für die Planung",
        "10 December all day, planning", "leads come in late, quick 20 mins on 10 December",
    ],
)  # fmt: skip
def test_a_day_alone_is_one_to_meet_on(text: str) -> None:
    assert read(text).day == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("jeu. 3 déc. 15h leads", datetime(2026, 12, 3, 15)),
        ("lun. 10h budget", datetime(2026, 11, 30, 10)),
        ("mié 2 dic 10:00", datetime(2026, 12, 2, 10)),
        ("segunda às 10h, leads", datetime(2026, 11, 30, 10)),
        ("mar. 10h budget", datetime(2026, 12, 1, 10)),
    ],
)
def test_weekdays_and_months_cut_short_are_known_in_other_languages(
    text: str, when: datetime
) -> None:
    assert start(text) == when


def test_a_weekday_with_its_number_is_that_day_and_no_nearer_one() -> None:
    assert start("Monday 7th 9am") == datetime(2026, 12, 7, 9)
    assert start("fri 4th 10-11") == datetime(2026, 12, 4, 10)
    assert start("Monday 4th quarter numbers") is None


@pytest.mark.parametrize(
    "text",
    ["tomorrow morning 9.30", "tomorrow @ 9.30 budget", "tomorrow @9.30 budget", "tomoz 9:30am"],
)
def test_a_part_of_the_day_or_a_sign_may_stand_between(text: str) -> None:
    assert start(text) == datetime(2026, 11, 27, 9, 30)


def test_dutch_hours_are_a_length_unless_they_can_only_be_a_time() -> None:
    assert start("morgen 10 uur leads") == datetime(2026, 11, 27, 10)
    assert read("dinsdag 2 uur workshop").minutes == 120


def test_german_am_before_a_day_is_no_half_of_the_day() -> None:
    assert start("Leads um 3 am Freitag") == datetime(2026, 11, 27, 15)
    assert start("Workshop 9-12 am Freitag") == datetime(2026, 11, 27, 9)
    assert start("9 am Friday leads") == datetime(2026, 11, 27, 9)
