"""Results read from a file: common shapes are taken, the rest is said with line and column."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import Unfit
from coach.services.agreements.table import BLANK, month_in, read_months
from tests.agreement_fakes import OCTOBER, PROMISED, a_month

HEAD = "month,leads,accepted,rejected,with_reason,response_hours,attempts\n"
WHOLE = f"{HEAD}2025-10,95,80,15,15,20,5\n"


def test_a_row_is_a_month_beside_what_is_promised() -> None:
    assert read_months(WHOLE.encode(), PROMISED) == [a_month()]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + WHOLE.encode(),
        WHOLE.replace(",", ";").encode(),
        WHOLE.replace(",", "\t").encode("utf-16"),
        WHOLE.replace("\n", "\r\n\r\n").encode(),
        WHOLE.replace("response_hours", "Median response (hours)")
        .replace("Median response (hours)", "Median response hours")
        .encode(),
        WHOLE.replace("month,", "who,month,").replace("2025-10", "=CMD(),10/2025").encode(),
    ],
)
def test_marks_separators_and_other_columns_change_nothing(content: bytes) -> None:
    assert read_months(content, PROMISED) == [a_month()]


def test_a_decimal_comma_is_read_between_semicolons_and_blanks_are_unknown() -> None:
    (month,) = read_months(b"month;leads;response_hours\nOctober 2025;;18,5\n", PROMISED)

    assert (month.of, month.leads, month.response) == (OCTOBER, None, Fraction(37, 2))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no text"),
        ("month,accepted\n", "lacks the column `leads`"),
        ("a,b\n1,2\n", "lacks the columns `month` and `leads`"),
        ("month,leads,leads\n", "names the column `leads` twice"),
        (HEAD, "holds no month"),
        ("month,leads\n2025-10,many\n", "Line 2, column `leads`: “many” is not a number"),
        ("month,leads\n2025-10,1.5\n", "is not a whole number"),
        ("month,leads\n2025-10,-5\n", "“-5” is not a number"),
        ("month,leads\n2025-10,99999999\n", "is not a number"),
        ("month,leads\nautumn,5\n", "“autumn” is not a month"),
        ("month,leads\n,5\n", "blank is not a month"),
        ("month,leads\n2025-10\n", "Line 2 has 1 columns, line 1 has 2"),
        ("month,leads\n2025-10,5\n2025-10-31,6\n", "October 2025 stands in the file twice"),
        ('month,leads\n"2025-10,5\n', "can't be read as a row"),
        ("month,leads\n" + "2025-10,5\n" * 100_000, "larger than"),
        ("month,leads\n" + "2025-10,5\n" * 121, "more than 120 months"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_taken(content: str, said: str) -> None:
    with pytest.raises(Unfit, match="Nothing was taken") as caught:
        read_months(content.encode(), PROMISED)

    assert said in caught.value.message


def test_another_encoding_is_named() -> None:
    with pytest.raises(Unfit, match="UTF-8"):
        read_months("month,leads\nMärz 2025,5\n".encode("latin-1"), PROMISED)


def test_the_blank_file_has_the_columns_and_no_row() -> None:
    with pytest.raises(Unfit, match="holds no month"):
        read_months(BLANK.encode(), PROMISED)


@given(st.binary(max_size=300))
def test_no_file_breaks_it(content: bytes) -> None:
    with suppress(Unfit):
        assert read_months(b"month,leads\n" + content, PROMISED)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2025-10", OCTOBER), ("2025-10-31", OCTOBER), ("10/2025", OCTOBER), ("Oct 2025", OCTOBER),
        ("2025-13", None), ("0001-01", None), ("", None), ("x" * 99, None),
    ],
)  # fmt: skip
def test_a_month_is_read_as_people_write_it(text: str, month: date | None) -> None:
    assert month_in(text) == month
