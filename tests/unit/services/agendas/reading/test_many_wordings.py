"""Every length, weekday and time of day is read back from the ways in which people say it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.services.agendas.reading import read_brief
from coach.services.agendas.reading.number_words import NUMBER_WORDS, plain

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))  # a Thursday
MANY = settings(deadline=None, max_examples=300)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
IN_MINUTES = (
    "{n} min on the list", "{n}-minute talk about the list", "the list, {n} minutes",
    "Duration: {n} minutes. The list", "{n} Minuten zur Liste", "{n} minutos sobre la lista",
    "no longer than {n} mins: the list", "{n}-minütige Besprechung", "{n} mn sur la liste",
    "we have {n} minutes before the call", "used to take 3 hours, this time {n} minutes",
)  # fmt: skip
IN_HOURS = (
    "{h}h{m:02} on the list", "{h} h {m:02} min on the list", "{h}:{m:02} h on the list",
    "{h} hours and {m} minutes on the list", "{h} Std. {m} Min. zur Liste",
    "{h} heures et {m} minutes", "{h} ore e {m} minuti", "the list, {h} hrs {m} mins",
)  # fmt: skip
CLOCKS = (
    "{day} at {h12}:{m:02} {half}", "{day}, {h:02}:{m:02}, the list", "{h12}.{m:02}{half} on {day}",
    "{day} {h}h{m:02} about the list", "we meet {day} at {h:02}:{m:02}",
)  # fmt: skip
# Words as books of grammar give them, none made by the rules that read them.
SAID = {
    "de": {"siebzehn": 17, "einundzwanzig": 21, "fünfunddreißig": 35, "neunzig": 90},
    "fr": {"vingt et un": 21, "soixante-quinze": 75, "quatre-vingt-dix": 90, "quarante": 40},
    "es": {"veinticinco": 25, "treinta y cinco": 35, "noventa": 90, "dieciséis": 16},
    "it": {"ventuno": 21, "ventotto": 28, "quarantacinque": 45, "novanta": 90},
    "pt": {"vinte e cinco": 25, "quarenta e cinco": 45, "noventa": 90, "dezasseis": 16},
    "nl": {"vijfentwintig": 25, "tweeëntwintig": 22, "negentig": 90, "veertig": 40},
    "pl": {"dwadzieścia pięć": 25, "czterdzieści": 40, "dziewięćdziesiąt": 90},
    "sv": {"tjugofem": 25, "fyrtiofem": 45, "nittio": 90, "trettio": 30},
}
MINUTES = {
    "de": "Minuten", "fr": "minutes", "es": "minutos", "it": "minuti", "pt": "minutos",
    "nl": "minuten", "pl": "minut", "sv": "minuter",
}  # fmt: skip


def _words(number: int) -> str:
    if number < 20:
        return ONES[number]
    return "-".join(filter(None, (TENS[number // 10], ONES[number % 10])))


@MANY
@given(st.integers(5, 480), st.sampled_from(IN_MINUTES))
def test_every_number_of_minutes_is_read_back(minutes: int, form: str) -> None:
    assert read_brief(form.format(n=minutes), NOW, HERE).minutes == minutes


@MANY
@given(st.integers(1, 7), st.integers(1, 59), st.sampled_from(IN_HOURS))
def test_hours_with_minutes_are_read_as_their_sum(hours: int, minutes: int, form: str) -> None:
    brief = read_brief(form.format(h=hours, m=minutes), NOW, HERE)

    assert brief.minutes == 60 * hours + minutes


@MANY
@given(st.integers(5, 99), st.sampled_from(("", "about ", "only ", "at most ")))
def test_minutes_in_words_are_read_as_those_in_digits(minutes: int, before: str) -> None:
    text = f"{before}{_words(minutes)} minutes on the list"

    assert read_brief(text, NOW, HERE).minutes == minutes


@MANY
@given(st.data())
def test_a_slip_in_a_number_of_minutes_does_not_change_it(data: st.DataObject) -> None:
    ten = data.draw(st.sampled_from(("thirty", "forty", "fifty", "sixty", "ninety")))
    place = data.draw(st.integers(1, len(ten) - 3))
    slip = ten[:place] + ten[place + 1] + ten[place] + ten[place + 2 :]

    meant = TENS.index(ten) * 10
    assert read_brief(f"{slip} minuts on the list", NOW, HERE).minutes == meant


@pytest.mark.parametrize("language", SAID)
def test_minutes_are_read_in_the_words_of_eight_languages(language: str) -> None:
    for words, number in SAID[language].items():
        text = f"{words} {MINUTES[language]}"
        assert read_brief(text, NOW, HERE).minutes == number, text


def test_no_number_word_of_a_language_stands_for_two_numbers() -> None:
    assert all(plain(words) == words for words in NUMBER_WORDS)
    assert all(0 <= n <= 120 for said in NUMBER_WORDS.values() for n in said.values())


@MANY
@given(
    st.sampled_from(DAYS), st.integers(8, 19), st.sampled_from((0, 15, 20, 30, 45)),
    st.sampled_from(CLOCKS),
)  # fmt: skip
def test_a_weekday_with_a_time_is_the_next_such_moment(
    day: str, hour: int, minute: int, form: str
) -> None:
    half = "am" if hour < 12 else "pm"
    text = form.format(day=day, h=hour, m=minute, h12=(hour - 1) % 12 + 1, half=half)

    start = read_brief(text, NOW, HERE).start

    assert start is not None
    assert (DAYS[start.weekday()], start.hour, start.minute) == (day, hour, minute)
    assert timedelta(0) <= start - NOW <= timedelta(7)


@MANY
@given(st.sampled_from(DAYS), st.sampled_from(("{}", "on {}", "this {}")))
def test_a_weekday_alone_is_kept_as_the_day(day: str, form: str) -> None:
    brief = read_brief(f"{form.format(day)}, agree who calls the list", NOW, HERE)

    assert brief.start is None
    assert brief.day is not None
    assert DAYS[brief.day.weekday()] == day
    assert any(day in warning and "no time yet" in warning for warning in brief.warnings)


@MANY
@given(st.sampled_from(DAYS), st.integers(1, 4))
def test_weeks_from_a_weekday_are_counted_from_the_next_one(day: str, weeks: int) -> None:
    said = "a week" if weeks == 1 else f"{_words(weeks)} weeks"

    start = read_brief(f"{said} from {day} at 9:00, the list", NOW, HERE).start

    assert start is not None
    assert DAYS[start.weekday()] == day
    assert weeks * 7 < (start.date() - NOW.date()).days <= weeks * 7 + 7
