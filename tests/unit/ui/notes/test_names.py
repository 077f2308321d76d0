"""What kinds and typed words are called."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.notes import Credit, Direction, Friction, Kind, Outcome, Strength
from coach.domain.stages import Stage
from coach.ui.notes import names
from tests.small_playbook import CONFLICT, EVIDENCE, MEETING, METRIC, MOVE, TEMPLATE


def test_every_typed_word_has_a_name() -> None:
    for words, named in (
        (Kind, names.ONE),
        (Strength, names.STRENGTHS),
        (Outcome, names.OUTCOMES),
        (Friction, names.FRICTIONS),
        (Credit, names.CREDITS),
    ):
        assert set(words) == set(named)  # type: ignore[call-overload]


def test_one_and_many_are_said_apart() -> None:
    assert names.count(1, Kind.MOVE) == "1 move"
    assert names.count(2, Kind.ADAPTATION) == "2 special cases"
    assert names.count(1, Kind.EVIDENCE) == "1 on the evidence"


def test_a_move_says_where_it_leads() -> None:
    assert names.way(MOVE) == "On to Defined"
    assert names.way(replace(MOVE, direction=Direction.STAY)) == "Staying at Undefined"
    back = replace(MOVE, direction=Direction.BACK, from_stage=Stage.ALIGNED)
    assert names.way(back) == "From Aligned back to Defined"


def test_a_list_tells_neighbours_apart_at_a_glance() -> None:
    glances = [names.at_a_glance(note) for note in (MOVE, MEETING, CONFLICT, EVIDENCE, METRIC)]

    assert glances == [
        "On to Defined · a week",
        "30 minutes · weekly",
        "Process",
        "Survey",
        "Per cent",
    ]
    assert names.at_a_glance(TEMPLATE) == ""
