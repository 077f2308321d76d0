"""Words for dates, times and sides; text made safe."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.adapters.exports.plain import file_name, mark, nth_time, offset, short_day, tidy
from coach.domain.stages import Side


@given(st.text(st.characters()))
def test_tidied_text_is_one_line_that_xml_holds(text: str) -> None:
    line = tidy(text)

    assert len(line.splitlines()) <= 1
    assert fromstring(f"<a>{escape(line)}</a>").text in (line, None)


@given(st.text(), st.none() | st.dates())
def test_file_names_are_safe_everywhere(words: str, when: date | None) -> None:
    name = file_name(words, when, "pdf")

    assert name.isascii()
    assert name.startswith("agenda")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(name) < 100


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "UTC"), (1, "UTC+1"), (-3.5, "UTC−3:30"), (5.75, "UTC+5:45")]
)
def test_offsets_are_written_as_people_write_them(hours: float, words: str) -> None:
    zone = timezone(timedelta(hours=hours))

    assert offset(datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone)) == words


def test_words_for_days_counts_and_sides() -> None:
    assert short_day(date(2026, 11, 3)) == "3 November 2026"
    assert [nth_time(count) for count in (1, 2, 6, 21)] == [
        "first time",
        "second time",
        "sixth time",
        "21 times",
    ]
    assert [mark(side) for side in Side] == ["S", "M", "B", "O"]
