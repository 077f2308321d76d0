import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.playbook.followups import Leaning

RULE = Leaning()
cosines = st.one_of(st.none(), st.floats(-1, 1))
terms = st.integers(0, 60)


def test_a_question_of_no_telling_words_leans_wholly():
    assert RULE.dependence(0, None) == RULE.dependence(1, 0.1) == 1


def test_a_long_question_with_a_fitting_passage_stands_alone():
    assert RULE.dependence(9, 0.8) == 0
    assert RULE.weights(0, earlier=4) == ()


def test_a_short_question_with_a_fitting_passage_leans_half():
    """ "MQL?" is short, and the playbook has just the passage."""
    assert RULE.dependence(1, 0.7) == pytest.approx(0.5)


def test_the_last_question_weighs_most_and_those_out_of_reach_nothing():
    assert RULE.weights(1.0, earlier=9) == pytest.approx((0.5, 0.35, 0.245))


def test_a_first_question_has_nothing_to_lean_on():
    assert RULE.weights(1.0, earlier=0) == ()


@given(terms, terms, cosines, cosines)
def test_more_telling_words_or_a_better_passage_never_make_it_lean_more(few, more, far, near):
    few, more = sorted((few, more))

    assert 0 <= RULE.dependence(more, far) <= RULE.dependence(few, far) <= 1
    if far is not None and near is not None:
        far, near = sorted((far, near))
        assert RULE.dependence(few, near) <= RULE.dependence(few, far)


@given(st.floats(0, 1), st.integers(0, 20))
def test_all_earlier_questions_together_never_drown_the_one_asked(dependence, earlier):
    weights = RULE.weights(dependence, earlier)

    assert list(weights) == sorted(weights, reverse=True)
    assert max(weights, default=0) <= 0.5
