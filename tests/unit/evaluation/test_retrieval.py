import pytest

from coach.evaluation.retrieval import SearchCase, score_search
from tests.fakes import FakeIndex, hit


def test_a_note_counts_at_the_place_of_its_first_passage():
    index = FakeIndex((hit("a", 1, "one"), hit("b", 2, "one"), hit("c", 3, "two")))
    (score,) = score_search(index, [SearchCase("q", "who?", {"two": 1}, ("before",))])

    assert score.ranking == ("one", "two")
    assert score.ndcg == pytest.approx(0.6309, abs=1e-4)
    assert score.recall == 1
    assert index.asked == [("who?", ("before",))]


def test_a_note_judged_irrelevant_is_not_missed():
    index = FakeIndex((hit("a", 1, "one"),))
    (score,) = score_search(index, [SearchCase("q", "who?", {"one": 2, "two": 0})])

    assert score.ndcg == score.recall == 1
