"""The verifier, with the real embedder, on the pairs it was fitted on: a floor, no estimate."""

from collections import Counter
from pathlib import Path

import pytest

from coach.adapters.minilm import MiniLM
from coach.domain.answers import Check
from coach.evaluation.grounding import Judged, judge, load_pairs
from coach.services.grounding import Grounding

PAIRS = Path(__file__).parent.parent / "data" / "grounding_dev.yaml"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[Judged]:
    embedder = MiniLM(tmp_path_factory.mktemp("models"))
    return judge(load_pairs(PAIRS), Grounding(embedder))


def test_no_wrong_number_stands(judged: list[Judged]) -> None:
    numbers = [one for one in judged if one.pair.fault == "number"]

    assert len(numbers) > 50
    assert {one.check for one in numbers} == {Check.STRUCK}


def test_few_planted_faults_stand_unmarked(judged: list[Judged]) -> None:
    faults = Counter(one.check for one in judged if one.pair.label == "fault")

    assert faults[Check.KEPT] <= 0.05 * faults.total()
    assert faults[Check.STRUCK] >= 0.8 * faults.total()  # the rest is marked


def test_few_true_sentences_are_refused(judged: list[Judged]) -> None:
    true = Counter(one.check for one in judged if one.pair.label == "supported")

    assert true[Check.STRUCK] <= 0.1 * true.total()
