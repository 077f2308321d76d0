"""nDCG, recall and the bootstrap give what hand calculation gives."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.evaluation.metrics import (
    gap_closed,
    ndcg,
    paired_bootstrap,
    recall,
    reciprocal_rank,
)

GAINS = {"a": 1.0, "b": 1.0, "c": 2.0}
ids = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def test_ndcg_agrees_with_a_worked_example():
    """Second and third place right: (1/log2 3 + 2/log2 4) / (2/log2 2 + 1/log2 3 + 1/log2 4)."""
    expected = (1 / math.log2(3) + 1) / (2 + 1 / math.log2(3) + 0.5)

    assert ndcg(["x", "a", "c"], GAINS, 5) == pytest.approx(expected)


def test_ndcg_looks_no_further_than_k():
    assert ndcg(["x", "y", "a"], GAINS, 2) == 0


def test_the_ideal_of_ndcg_is_cut_at_k_too():
    assert ndcg(["c"], GAINS, 1) == 1


def test_an_id_that_stands_twice_counts_once():
    assert ndcg(["a", "a"], {"a": 1, "b": 1}, 2) == ndcg(["a", "x"], {"a": 1, "b": 1}, 2)


def test_a_question_without_relevant_passages_scores_nothing():
    assert ndcg(["a"], {}, 5) == recall(["a"], (), 5) == reciprocal_rank(["a"], ()) == 0


@given(ids)
def test_ndcg_stays_between_0_and_1_and_is_1_for_the_ideal_order(ranking):
    assert 0 <= ndcg(ranking, GAINS, 5) <= 1
    assert ndcg(["c", "a", "b", *ranking], GAINS, 5) == pytest.approx(1)


def test_recall_is_the_share_found():
    assert recall(["a", "x", "b"], {"a", "b", "c"}, 3) == pytest.approx(2 / 3)
    assert recall(["a", "x", "b"], {"a", "b", "c"}, 2) == pytest.approx(1 / 3)


def test_reciprocal_rank_is_that_of_the_first_relevant_one():
    assert reciprocal_rank(["x", "a", "b"], {"a", "b"}) == 0.5


def test_the_bootstrap_of_a_constant_difference_has_no_width():
    result = paired_bootstrap([0.6, 0.4, 0.9], [0.5, 0.3, 0.8], seed=1, resamples=200)

    assert result.mean == pytest.approx(0.1)
    assert result.low == pytest.approx(result.high) == pytest.approx(0.1)
    assert result.half_width == pytest.approx(0)


def test_the_bootstrap_interval_is_close_to_the_normal_one():
    """100 coin flips of ±1: standard error 0.1, so the 95 % interval is about ±0.196."""
    ours = [1.0] * 50 + [-1.0] * 50
    result = paired_bootstrap(ours, [0.0] * 100, seed=3, resamples=4000)

    assert result.mean == 0
    assert result.low == pytest.approx(-0.196, abs=0.03)
    assert result.high == pytest.approx(0.196, abs=0.03)


def test_the_same_seed_gives_the_same_interval():
    ours, theirs = [0.1, 0.9, 0.4], [0.3, 0.2, 0.5]

    assert paired_bootstrap(ours, theirs, seed=7, resamples=50) == paired_bootstrap(
        ours, theirs, seed=7, resamples=50
    )


@pytest.mark.parametrize(("ours", "theirs"), [([], []), ([1.0], [1.0, 0.0])])
def test_the_bootstrap_refuses_what_is_no_pair(ours, theirs):
    with pytest.raises(ValueError):  # noqa: PT011 - either message will do
        paired_bootstrap(ours, theirs, seed=1)


def test_the_gap_closed_is_the_share_of_the_way():
    assert gap_closed(0.5, 0.6, 0.7) == pytest.approx(0.5)
    assert gap_closed(0.5, 0.4, 0.7) == pytest.approx(-0.5)
    assert gap_closed(0.5, 0.6, 0.5) == 0
