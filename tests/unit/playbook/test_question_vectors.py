import numpy as np
import pytest

from coach.errors import SearchError
from coach.playbook.question_vectors import QuestionVectors
from tests.search_fakes import WordEmbedder

WORDS = ("lead", "meeting", "trust")


def test_a_question_is_embedded_once():
    embedder, vectors = WordEmbedder(WORDS), QuestionVectors()
    vectors.of(["lead"], embedder)
    rows = vectors.of(["trust", "lead", "trust"], embedder)

    assert embedder.batches == [["lead"], ["trust"]]
    assert rows.tolist() == [[0, 0, 1], [1, 0, 0], [0, 0, 1]]
    assert rows.dtype == np.float32


def test_the_longest_unused_question_is_forgotten_first():
    embedder, vectors = WordEmbedder(WORDS), QuestionVectors(kept=2)
    for text in ("lead", "meeting", "lead", "trust", "lead", "meeting"):
        vectors.of([text], embedder)

    assert embedder.batches == [["lead"], ["meeting"], ["trust"], ["meeting"]]


def test_two_embedders_never_share_a_vector():
    one, other, vectors = WordEmbedder(WORDS), WordEmbedder(WORDS[::-1], "other"), QuestionVectors()

    assert vectors.of(["lead"], one).tolist() != vectors.of(["lead"], other).tolist()


def test_a_failing_embedder_leaves_what_is_kept():
    embedder, vectors = WordEmbedder(WORDS), QuestionVectors()
    vectors.of(["lead"], embedder)
    embedder.broken = True

    assert vectors.of(["lead"], embedder).shape == (1, 3)
    with pytest.raises(SearchError):
        vectors.of(["trust"], embedder)
