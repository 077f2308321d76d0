from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.database.frozen import answer_from, freeze, segments_from
from coach.domain.answers import Answer, Segment

st.register_type_strategy(float, st.floats(allow_nan=False))


# Agendas have a start with its zone and tests of their own.
ANSWERS = st.from_type(Answer).map(lambda answer: replace(answer, agenda=None))


@given(ANSWERS)
@settings(max_examples=40, deadline=None)
def test_any_answer_comes_back_equal(answer: Answer) -> None:
    assert answer_from(freeze(answer)) == answer


@given(st.lists(st.from_type(Segment), max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_segments_come_back_equal(segments: list[Segment]) -> None:
    assert segments_from(freeze(tuple(segments))) == tuple(segments)
