"""A page is read in pairs of sentences, by heads of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from coach.errors import SearchError
from coach.playbook.heads import Head
from coach.playbook.page_rules import PageRules, Phrases
from coach.playbook.question_vectors import QuestionVectors
from coach.ports import Vector
from coach.services.glossing import Glosses
from coach.services.page_reading import READ, PageReading
from coach.services.patterns import sentences

RULES = PageRules(
    embedder="axis",
    meant=Head((2.0,), 0.0),
    phrases=Phrases(np.zeros(64, dtype=np.float32), 0.0),
    by_all=Head((1.5, 0.3, 0.3), -0.5),
    by_words=Head((1.5, 0.3), -0.9),
)
GRAVE = "He put his hand on my knee."


class Axis:
    """An embedder whose vectors say whether a text holds "knee"."""

    name, dimensions = "axis", 1

    def __init__(self, *, broken: bool = False) -> None:
        self.read: list[str] = []
        self._broken = broken

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self._broken:
            raise SearchError("The model is gone.")
        self.read += texts
        return [[1.0 if "knee" in text else -1.0] for text in texts]


def crossing(text: str, points: Sequence[float], embedder: Axis | None) -> int | None:
    reading = PageReading(RULES, embedder, Glosses({}), QuestionVectors())  # type: ignore[arg-type]
    return reading.crossing(sentences(text), points, "en")


def test_the_pair_that_means_it_is_named() -> None:
    page = f"The leads are junk. They are. {GRAVE} He laughed. We sell pumps."

    assert crossing(page, [0, 0, 0, 0], Axis()) in (1, 2)


def test_a_page_without_such_a_pair_crosses_nothing() -> None:
    assert crossing("The leads are junk. They are. We sell pumps.", [0, 0], Axis()) is None


@pytest.mark.parametrize("embedder", [None, Axis(broken=True)], ids=["none", "broken"])
def test_without_vectors_signs_and_wording_decide(embedder: Axis | None) -> None:
    assert crossing(f"Leads. {GRAVE} Bye now.", [0.0, 1.0], embedder) == 1
    assert crossing(f"Leads. {GRAVE} Bye now.", [0.0, 0.2], embedder) is None


def test_of_a_long_page_only_the_most_telling_pairs_are_read_by_meaning() -> None:
    embedder = Axis()
    points = [0.0] * 99
    points[60] = 0.5
    crossing(". ".join(f"Line {n} of it" for n in range(100)), points, embedder)

    assert len(embedder.read) == READ
    assert any("Line 60" in text for text in embedder.read)
