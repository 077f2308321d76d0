from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.services.numbering import in_reading_order
from tests.fakes import hit

HITS = tuple(hit(f"Passage {n}.", n) for n in range(1, 6))


def test_marks_count_from_one_in_the_order_they_are_read():
    text, hits = in_reading_order("First [4], then [2] and [4] again.", HITS)

    assert text == "First [1], then [2] and [1] again."
    assert [h.rank for h in hits] == [4, 2, 1, 3, 5]


def test_a_mark_that_names_no_passage_stays_as_it_is():
    text, _ = in_reading_order("Nobody knows [9].", HITS)

    assert text == "Nobody knows [9]."


@given(st.lists(st.integers(1, 5)))
def test_each_mark_still_leads_to_the_passage_it_led_to(marks: list[int]):
    text, hits = in_reading_order(" ".join(f"[{n}]" for n in marks), HITS)

    assert sorted(h.rank for h in hits) == [1, 2, 3, 4, 5]
    assert [hits[int(mark.strip("[]")) - 1].rank for mark in text.split()] == marks
