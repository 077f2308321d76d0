"""A table as HTML: text stays text, and each part says what it is."""

from __future__ import annotations

import pytest

from coach.ui.notes.table import written


def test_every_part_says_its_role_and_every_cell_its_head() -> None:
    table = written("Agenda", ("What", "Who"), [("Plan", "Ann"), ("Close", "Bob")])

    assert table.startswith('<table role="table" aria-label="Agenda">')
    assert table.count('role="columnheader"') == 2
    assert table.count('role="row"') == 3
    assert '<td role="cell" data-head="Who">Bob</td>' in table


@pytest.mark.parametrize(
    "text",
    ['"><img src=x onerror=alert(1)>', "<script>alert(1)</script>", "' onclick='x", "a\n\n<b>"],
)
def test_nothing_in_a_name_head_or_cell_is_read_as_html(text: str) -> None:
    table = written(text, (text,), [(text,)])
    plain = written("x", ("x",), [("x",)])

    assert table.count("<") == plain.count("<")
    assert table.count('"') == plain.count('"')
