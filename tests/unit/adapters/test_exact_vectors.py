"""Exact search compares with every vector."""

import numpy as np
import pytest

from coach.adapters.exact_vectors import ExactVectors

ROWS = np.array([[1, 0], [0.6, 0.8], [0, 1], [-1, 0]], dtype=np.float32)
INDEX = ExactVectors(["east", "north-east", "north", "west"], ROWS)


@pytest.mark.parametrize("k", [1, 2, 4, 9])
def test_the_nearest_come_first_and_at_most_k(k: int) -> None:
    found = INDEX.nearest(np.array([1, 0.1], dtype=np.float32), k)

    assert [name for name, _ in found] == ["east", "north-east", "north", "west"][:k]
    assert [c for _, c in found] == pytest.approx([1, 0.68, 0.1, -1][:k], abs=1e-6)


def test_equal_cosines_stand_in_the_order_of_the_passages() -> None:
    index = ExactVectors(["b", "a", "c"], ROWS[[0, 0, 0]])

    assert [name for name, _ in index.nearest(ROWS[0], 3)] == ["b", "a", "c"]


def test_cosines_and_vectors_stand_in_the_order_asked_for() -> None:
    assert INDEX.cosines(ROWS[0], ["north", "nobody", "west"]) == [0, 0, -1]
    assert INDEX.vectors(["north", "nobody"]).tolist() == [[0, 1], [0, 0]]


def test_no_vectors_are_searched_without_fault() -> None:
    index = ExactVectors([], np.zeros((0, 2), dtype=np.float32))

    assert index.nearest(ROWS[0], 5) == []
    assert index.cosines(ROWS[0], ["x"]) == [0]
