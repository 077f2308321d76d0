"""Lengths of time: bare numbers that are quick, and ranges whose longer end counts."""

import pytest

from coach.services.agendas.reading.lengths import Length, lengths_in


@pytest.mark.parametrize(
    ("text", "least", "minutes"),
    [
        ("between 45 minutes and an hour", 45, 60), ("between an hour and 90 minutes", 60, 90),
        ("1h to 1h15", 60, 75), ("half an hour to 45 minutes", 30, 45),
        ("somewhere between one and two hours", 60, 120),
        ("an hour to an hour and a half", 60, 90), ("zwischen 30 und 45 Minuten", 30, 45),
    ],
)  # fmt: skip
def test_a_range_is_one_length_with_its_lower_end(text: str, least: int, minutes: int) -> None:
    assert list(lengths_in(text)) == [Length(minutes, 0, len(text), least)]


def test_two_lengths_are_no_range_where_the_second_is_shorter() -> None:
    assert [length.minutes for length in lengths_in("60 minutes to 45 minutes")] == [45]
    assert [length.minutes for length in lengths_in("2 hours or 90 minutes")] == [90]


@pytest.mark.parametrize(
    "text", ["quick 15 on leads", "a quick 15?", "short 15 with Ana", "quick 15, lead form"]
)
def test_a_quick_number_is_minutes(text: str) -> None:
    assert [length.minutes for length in lengths_in(text)] == [15]


@pytest.mark.parametrize(
    "text", ["a quick 15 % drop", "quick 15 leads", "a quick 15.5 k", "quick 15 to 20 deals"]
)
def test_a_quick_number_of_something_is_none(text: str) -> None:
    assert not list(lengths_in(text))
