import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.playbook.fusion import distinct, fuse, standardised

# Steps of a hundredth: differences of rounding size are equal on purpose.
scores = st.lists(st.integers(-10_000, 10_000).map(lambda n: n / 100), min_size=1, max_size=30)


@given(scores)
def test_standardised_scores_have_mean_0_and_keep_their_order(values):
    result = standardised(values)

    assert result.mean() == pytest.approx(0, abs=1e-6)
    for one, other in zip(range(len(values)), range(1, len(values)), strict=False):
        assert (result[one] - result[other]) * (values[one] - values[other]) >= 0


@given(scores, st.floats(0.1, 100), st.floats(-50, 50))
def test_neither_unit_nor_zero_point_of_a_search_matters(values, unit, zero):
    moved = [unit * value + zero for value in values]

    assert standardised(moved) == pytest.approx(standardised(values), abs=1e-4)


def test_scores_that_do_not_differ_say_nothing():
    assert standardised([0.3, 0.3, 0.3]).tolist() == [0, 0, 0]
    assert standardised([]).tolist() == []


def test_where_one_search_sees_no_difference_the_other_decides():
    dense, keyword = np.array([0.1, 0.9, 0.5]), np.zeros(3)

    assert np.argsort(-fuse(dense, keyword)).tolist() == [1, 2, 0]
    assert np.argsort(-fuse(keyword, dense)).tolist() == [1, 2, 0]


def test_a_passage_that_both_searches_like_beats_the_favourite_of_one():
    dense, keyword = np.array([0.9, 0.8, 0.1, 0.1]), np.array([0.0, 8.0, 9.0, 1.0])

    assert int(np.argmax(fuse(dense, keyword))) == 1


def test_the_same_words_in_another_order_are_kept_once():
    texts = ["Meet every week, sales first.", "sales first; meet EVERY week", "Thank each other."]

    assert list(distinct(texts)) == [0, 2]


def test_a_passage_that_adds_a_sentence_is_no_copy():
    short = "Agree on what a qualified lead is before you count leads."

    assert list(distinct([short, f"{short} Write it down and sign it, both sides."])) == [0, 1]


@given(st.lists(st.text("abc ", max_size=12), max_size=12))
def test_distinct_keeps_the_first_and_is_stable(texts):
    kept = list(distinct(texts))

    assert kept == sorted(kept)
    assert not texts or kept[0] == 0
    assert list(distinct([texts[place] for place in kept])) == list(range(len(kept)))
