"""Each bar counts what it says, in its own half."""

import pytest

from coach.evaluation.bars import BARS, Bar
from coach.evaluation.counting import Count
from coach.evaluation.measured import Measured
from tests.measured import READ, small_run

BY_KEY = {bar.key: bar for bar in BARS}


@pytest.mark.parametrize(
    ("key", "reported", "tuned"),
    [
        ("found", (1, 2), (1, 2)),
        ("said_so", (1, 2), (0, 1)),
        ("refused", (1, 2), (1, 2)),
        ("stopped", (1, 2), (0, 1)),
        ("look_alikes", (1, 2), (1, 1)),
        ("faults", (1, 2), (1, 1)),
        ("numbers", (0, 1), (1, 1)),
        ("true", (1, 1), (1, 1)),
        ("agendas", (2, 3), (3, 6)),
        ("drafts", (1, 2), (2, 3)),
        ("phrases", (1, 2), (1, 1)),
        ("quarrels", (1, 3), (1, 2)),
        ("quarrels_in_three", (2, 3), (1, 2)),
        ("quarrels_outside", (1, 1), (0, 1)),
        ("quarrels_stopped", (1, 1), (0, 1)),
        ("quarrels_alike", (1, 1), (0, 1)),
        ("quarrels_plain", (0, 2), (0, 1)),
        ("quarrels_quotes", (0, 0), (0, 0)),
        ("quarrels_sides", (0, 0), (0, 0)),
        ("quarrels_even", (0, 0), (0, 0)),
        ("quarrels_orders", (0, 0), (0, 0)),
        ("names", (3, 4), (0, 2)),
        ("names_in_headers", (1, 1), (0, 1)),
        ("no_names", (1, 4), (0, 0)),
        ("stages", (1, 2), (1, 1)),
        ("shares", (0, 0), (0, 0)),
    ],
)
def test_a_bar_counts_its_own_cases_half_by_half(
    key: str, reported: tuple[int, int], tuned: tuple[int, int]
) -> None:
    run = small_run()

    assert BY_KEY[key].count(run, False) == Count(*reported)
    assert BY_KEY[key].count(run, True) == Count(*tuned)


def test_a_part_that_was_not_run_is_neither_met_nor_missed() -> None:
    counts = [bar.count(Measured(READ), False) for bar in BARS]

    assert {count.text for count in counts} == {"not measured"}
    assert {bar.met(count) for bar, count in zip(BARS, counts, strict=True)} == {None}


@pytest.mark.parametrize(
    ("key", "n", "met"),
    [
        ("found", 95, True), ("found", 94, False), ("said_so", 90, True), ("said_so", 89, False),
        ("refused", 5, True), ("refused", 6, False), ("stopped", 100, True),
        ("stopped", 99, False), ("look_alikes", 4, True), ("look_alikes", 5, False),
        ("faults", 5, True), ("faults", 6, False), ("numbers", 0, True), ("numbers", 1, False),
        ("true", 10, True), ("true", 11, False),
        ("agendas", 95, True), ("agendas", 94, False), ("drafts", 50, True), ("drafts", 49, False),
        ("phrases", 98, True), ("phrases", 97, False),
        ("quarrels", 85, True), ("quarrels", 84, False), ("quarrels_in_three", 95, True),
        ("quarrels_in_three", 94, False), ("quarrels_outside", 99, False),
        ("quarrels_stopped", 99, False), ("quarrels_alike", 4, True), ("quarrels_alike", 5, False),
        ("names", 95, True), ("names", 94, False), ("names_in_headers", 99, False),
        ("no_names", 5, True), ("no_names", 6, False),
    ],
)  # fmt: skip
def test_a_bar_is_met_up_to_its_limit(key: str, n: int, met: bool) -> None:
    assert BY_KEY[key].met(Count(n, 100)) is met


def test_a_limit_reads_as_one_says_it() -> None:
    def text(limit: float, at_least: bool) -> str:
        bar = Bar("key", "name", limit, at_least, lambda *_: Count(0, 0))
        return bar.text.replace("\N{NO-BREAK SPACE}", " ")

    assert text(0.95, True) == "≥ 95 %"
    assert text(0.04, False) == "≤ 4 %"
    assert text(1.0, True) == "all"
    assert text(0.0, False) == "none"
