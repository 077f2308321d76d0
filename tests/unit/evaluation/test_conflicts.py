"""What is counted of pasted quarrels, and what of it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.domain.conflict import LONGEST
from coach.evaluation.conflict_cases import ConflictCase, load_cases
from coach.evaluation.conflicts import WORDS, counts, median_ms, table
from coach.evaluation.counting import Count
from tests.measured import quarrel, small_run


def test_a_second_label_that_came_first_is_counted_apart() -> None:
    found = counts([quarrel("tuned", "quarrel", "follow-up-neglect", "lead-quality")])

    assert found["right pattern first"] == Count(0, 1)
    assert found["first is one of its patterns"] == Count(1, 1)
    assert found["right pattern in three"] == Count(1, 1)


def test_a_quarrel_sent_away_is_neither_first_nor_in_three() -> None:
    found = counts([quarrel("tuned", "quarrel")])

    assert found["right pattern first"] == found["right pattern in three"] == Count(0, 1)


def test_a_quarrel_stopped_for_nothing_is_counted() -> None:
    found = counts([quarrel("tuned", "quarrel", "lead-quality", stopped="fraud")])

    assert found["other quarrels stopped"] == Count(1, 1)


def test_the_table_has_a_row_a_count_in_each_half() -> None:
    lines = table(small_run().conflicts).splitlines()

    assert "| reported | right pattern in three | 2 | 3 |" in lines
    assert "| tuned | hand-overs stopped | 0 | 1 |" in lines


def test_time_is_taken_on_the_lengths_that_are_promised() -> None:
    text = "word " * 400
    cases = [
        ConflictCase(id=str(n), half="tuned", kind="quarrel", side="other", text=f"{n} {text}")
        for n in range(30)
    ]
    read: list[str] = []
    median_ms(cases, lambda text: read.append(text))

    assert {len(text.split()) for text in read if len(text) < LONGEST} == {WORDS}
    assert {len(text) for text in read if len(text) > 10 * WORDS} == {LONGEST}


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = '- {id: a, half: tuned, kind: outside, side: other, text: "x"}\n'
    (tmp_path / "c.yaml").write_text(row * 2, encoding="utf-8")

    with pytest.raises(ValueError, match="twice: a"):
        load_cases(tmp_path / "c.yaml")
