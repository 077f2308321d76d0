"""An end that is said apart from its start tells how long a meeting is."""

import pytest

from coach.services.agendas.reading.clocks import Clock, clocks_in
from coach.services.agendas.reading.ends import ended


def read(text: str, day: str = "") -> list[Clock]:
    at = text.find(day)
    return ended(text, list(clocks_in(text)), [(at, at + len(day))] if day else [])


@pytest.mark.parametrize(
    "text",
    [
        "starts 14:15, ends 15:00", "14:15, we finish by 15:00", "start: 14:15, end: 15:00",
        "starts 14:15. It ends at 15:00.", "Beginn 14:15, Ende 15:00", "14:15 and done by 15:00",
    ],
)  # fmt: skip
def test_the_end_gives_the_minutes(text: str) -> None:
    (clock,) = read(text)

    assert (clock.hour, clock.minute, clock.minutes) == (14, 15, 45)
    assert text[: clock.end].endswith("15:00")


def test_a_day_may_stand_between_and_is_not_swallowed() -> None:
    text = "starts 14:15 on Monday, ends 15:00, leads"
    (clock,) = read(text, "Monday")

    assert text[clock.start : clock.end] == "14:15"
    assert (clock.minutes, text[clock.until :]) == (45, ", leads")


@pytest.mark.parametrize("text", ["14:15, the fair ends at 18:00", "9:00, lunch is over at 13:00"])
def test_the_end_of_something_else_is_none_of_ours(text: str) -> None:
    assert [clock.minutes for clock in read(text)] == [None, None]
