"""No statement put into a person's mouth holds a figure that they did not write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.services.conflicts.figures import without_figures


@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("Four hundred scans don't help me on Monday.", "The scans don't help me on Monday."),
        ("I'm going to close eleven deals.", "I'm going to close some deals."),
        ("I changed slide six last week.", "I changed a slide last week."),
        ("These three are ahead of it; which waits?", "These are ahead of it; which waits?"),
        ("It brings hundreds of scans.", "It brings many scans."),
        ("We lost 40% of deals.", "We lost part of deals."),
    ],
)
def test_a_statement_loses_a_figure_that_was_not_written(words: str, without: str) -> None:
    assert without_figures(words, "The fair was a waste.") == without


@pytest.mark.parametrize("written", ["We had 400 scans.", "Four hundred scans, nothing else."])
def test_a_figure_that_was_written_stays_in_digits_or_words(written: str) -> None:
    words = "Four hundred scans don't help me."

    assert without_figures(words, written) == words


@pytest.mark.parametrize(
    "words", ["Can we each mark the same ten?", "The two of us can settle it.", "One page will do."]
)
def test_what_a_question_proposes_and_what_counts_nothing_stays(words: str) -> None:
    assert without_figures(words, "") == words


@given(st.text(max_size=80), st.text("0123456789.,- abc", max_size=40))
def test_any_text_is_taken(words: str, written: str) -> None:
    without_figures(words, written)
