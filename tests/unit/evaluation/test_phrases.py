"""A phrase is read as meant where all of it is, and nothing was added."""

from __future__ import annotations

from typing import Any

import pytest

from coach.evaluation.phrases import Phrases, read_all, table
from tests.measured import small_run


def wrong(text: str, **meant: Any) -> tuple[str, ...]:
    rows = {"now": "2026-11-26T10:00", "zone": "Europe/Berlin"}
    phrase = {"text": text, "half": "tuned", **meant}
    return read_all(Phrases.model_validate({**rows, "phrases": [phrase]}))[0].wrong


def test_all_that_is_meant_counts() -> None:
    meant = {
        "minutes": 45, "start": "2026-12-01T15:00 Europe/Berlin", "people": ["sales ops:other"],
        "headcount": 6,
    }  # fmt: skip

    assert wrong("45 min on Tuesday 3pm, with sales ops, 6 people", **meant) == ()


@pytest.mark.parametrize(
    ("meant", "part"),
    [
        ({"minutes": 30}, "minutes"),
        ({"minutes": 45, "headcount": 2}, "headcount"),
        ({"minutes": 45, "repeat": "weekly"}, "repeat"),
        ({"minutes": 45, "people": ["Ana:sales"]}, "people"),
        ({"minutes": 45, "start": "2026-12-01T15:00 Europe/Berlin"}, "start"),
        ({}, "minutes"),
    ],
)
def test_what_is_read_otherwise_or_unasked_is_named(meant: dict[str, Any], part: str) -> None:
    assert wrong("45 min on leads", **meant) == (part,)


def test_a_role_counts_only_where_one_is_meant() -> None:
    text = "45 min with Ana (AE lead) and two SDRs"

    sdrs = ["SDR 1:other", "SDR 2:other"]
    assert wrong(text, minutes=45, people=["Ana:sales", *sdrs]) == ()
    assert wrong(text, minutes=45, people=["Ana:sales:CEO", *sdrs]) == ("people",)


def test_the_table_counts_each_half() -> None:
    assert table(small_run().phrases).splitlines()[2:] == [
        "| tuned | 1 | 1 |",
        "| reported | 2 | 1 |",
    ]
