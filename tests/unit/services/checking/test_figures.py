"""Figures are the same in digits and in words, whatever their unit is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.services.checking.figures import figures_in
from coach.services.checking.units import Unit


def _stated(text: str, is_english: bool = True) -> list[tuple[Unit, float]]:
    found = figures_in(text, is_english)
    return [(f.unit, round(f.values[0], 2)) for f in found if f.is_stated]


@pytest.mark.parametrize(
    "text", ["20 %", "20%", "20 percent", "twenty per cent", "one fifth", "a fifth of them",
             "one in five"]
)  # fmt: skip
def test_twenty_per_cent_is_one_figure_in_every_writing(text: str) -> None:
    assert (Unit.PERCENT, 20.0) in _stated(text)


@pytest.mark.parametrize("text", ["2.4M €", "€2,400,000", "2.4 million euros", "EUR 2.4m"])
def test_money_is_one_figure_in_every_writing(text: str) -> None:
    assert _stated(text) == [(Unit.MONEY, 2_400_000.0)]


@pytest.mark.parametrize("text", ["seven times", "7×", "7x", "sevenfold"])
def test_a_multiple_is_one_figure_in_every_writing(text: str) -> None:
    assert _stated(text) == [(Unit.MULTIPLE, 7.0)]


@pytest.mark.parametrize("text", ["half an hour", "a half-hour", "thirty minutes", "30 min"])
def test_a_duration_is_one_figure_in_every_writing(text: str) -> None:
    assert (Unit.MINUTES, 30.0) in _stated(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("three to six people", [(Unit.COUNT, 3), (Unit.COUNT, 6)]),
        ("15–20 % more", [(Unit.PERCENT, 15), (Unit.PERCENT, 20)]),
        ("between five and ten per cent", [(Unit.PERCENT, 5), (Unit.PERCENT, 10)]),
        ("two hundred and fifty firms", [(Unit.COUNT, 250)]),
        ("in 2019", [(Unit.YEAR, 2019)]),
        ("2000 accounts", [(Unit.COUNT, 2000)]),
        ("half of them", [(Unit.PERCENT, 50)]),
        ("two and a half hours", [(Unit.MINUTES, 150)]),
        ("two working days", [(Unit.MINUTES, 2880)]),
        ("within a quarter", [(Unit.MONTHS, 3)]),
        ("a quarter of the leads", [(Unit.PERCENT, 25)]),
        ("by Friday", [(Unit.WEEKDAY, 4)]),
        ("once a month", [(Unit.RHYTHM, 43_200)]),
        ("monthly", [(Unit.RHYTHM, 43_200)]),
    ],
)
def test_a_figure_has_its_unit_and_value(text: str, figures: list[tuple[Unit, float]]) -> None:
    assert _stated(text) == figures


@pytest.mark.parametrize(
    "text",
    ["1. Do this", "2) Do that [3]", "as [1, 4] say", "Q3 for B2B", "one of them", "the two met"],
)
def test_list_numbers_marks_names_and_pronouns_are_no_figures(text: str) -> None:
    assert _stated(text) == []


def test_a_comma_is_read_as_the_language_writes_it() -> None:
    assert figures_in("2,4 Mio. €", is_english=False)[0].values == (2_400_000.0,)
    assert 2400.0 in figures_in("2.400 Firmen", is_english=False)[0].values
    assert _stated("40 Prozent", is_english=False) == [(Unit.PERCENT, 40.0)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a third of them", "33 %", True),
        ("24 %", "24.3 %", False),
        ("24 hours", "a day", True),
        ("90 days", "three months", True),
        ("two quarters", "half a year", True),
        ("weekly", "every seven days", True),
        ("1,067", "1067", True),
        ("ten minutes", "ten hours", False),
        ("30 %", "30 firms", False),
        ("Monday", "Tuesday", False),
    ],
)
def test_figures_agree_by_value_and_unit(one: str, other: str, same: bool) -> None:
    assert figures_in(one)[0].agrees(figures_in(other)[0]) is same


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_read(text: str, is_english: bool) -> None:
    for figure in figures_in(text, is_english):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.values
