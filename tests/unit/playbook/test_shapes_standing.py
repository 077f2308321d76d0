"""The words of a question say at which stage a person stands."""

import pytest

from coach.domain.stages import Stage
from coach.playbook.composing.standing import stands_at


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("we are at Defined, what next", Stage.DEFINED),
        ("should we go from Aligned to Integrated", Stage.ALIGNED),
        ("how do we get to Aligned", Stage.DEFINED),
        ("back to Undefined?", Stage.UNDEFINED),
        ("he wants us integrated, is it fine to stay at Defined", Stage.DEFINED),
        ("should we stay where we are", None),
    ],
)
def test_a_question_starts_from_a_stage(text: str, stage: Stage | None) -> None:
    assert stands_at(text) is stage
