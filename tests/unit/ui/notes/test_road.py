"""Where notes stand on the road."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.notes import Direction, Kind
from coach.domain.stages import Stage
from coach.ui.notes.road import in_order, places, stands_at
from tests.small_playbook import CONFLICT, EVIDENCE, METRIC, MOVE, NOTES, PRACTICE, STAGE


def test_every_note_stands_somewhere() -> None:
    found = [note for place in places(NOTES) for _, group in place.groups for note in group]
    found += [place.note for place in places(NOTES) if place.note]

    assert {note.id for note in found} == {note.id for note in NOTES}


def test_a_move_stands_where_it_sets_out() -> None:
    on = replace(MOVE, stages=(Stage.UNDEFINED, Stage.DEFINED), from_stage=Stage.UNDEFINED)

    assert stands_at(on) == {Stage.UNDEFINED}


def test_a_practice_for_two_stages_stands_at_both_and_one_for_all_beside_the_road() -> None:
    both = replace(PRACTICE, stages=(Stage.DEFINED, Stage.ALIGNED))
    every = replace(PRACTICE, stages=tuple(Stage))

    assert stands_at(both) == {Stage.DEFINED, Stage.ALIGNED}
    assert stands_at(every) == frozenset()


def test_evidence_and_metrics_stand_beside_the_road_whatever_their_stages() -> None:
    for note in (EVIDENCE, METRIC):
        assert stands_at(replace(note, stages=(Stage.DEFINED,))) == frozenset()


def test_a_station_names_its_own_note_and_its_groups_in_reading_order() -> None:
    undefined, defined, *_ = places((*NOTES, replace(CONFLICT, stages=(Stage.UNDEFINED,))))

    assert defined.note == STAGE
    assert [kind for kind, _ in undefined.groups] == [Kind.MOVE, Kind.CONFLICT]
    assert undefined.of(Kind.METRIC) == ()


def test_ways_up_come_first_then_titles_without_their_quotation_marks() -> None:
    stay = replace(MOVE, title="A stay", direction=Direction.STAY)
    quoted, plain = replace(PRACTICE, title='"B" said'), replace(PRACTICE, title="A thing")

    assert [note.title for note in in_order((stay, MOVE))] == [MOVE.title, "A stay"]
    assert in_order((quoted, plain)) == (plain, quoted)
