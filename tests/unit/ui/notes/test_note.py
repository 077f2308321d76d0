"""What stands around a note: its sources and its neighbours."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.notes import Playbook, Source, Strength
from coach.ui.notes.note import cited, neighbours
from tests.small_playbook import CONFLICT, EVIDENCE, MEETING, METRIC, PRACTICE, sections

OLDER = Source("a-2011", "Ames 2011", "A study", 2011, Strength.SURVEY, "A journal", "Observed.")
OTHER = Source("b-2012", "Bell 2012", "Another", 2012, Strength.VENDOR, "A site", "A vendor's.")


def test_the_sources_are_those_the_text_names_and_the_notes_own() -> None:
    naming = replace(PRACTICE, sections=sections(In_short="So it is (Bell 2012). Not Ames 2011."))
    playbook = Playbook(notes=(naming, EVIDENCE), sources=(OLDER, OTHER))

    assert cited(playbook, naming) == [OTHER]
    assert cited(playbook, EVIDENCE) == [OLDER]


def test_neighbours_are_named_by_link_or_field_in_both_directions() -> None:
    linked = replace(PRACTICE, links=(METRIC.id, "gone"))
    playbook = Playbook(notes=(linked, CONFLICT, MEETING, METRIC), sources=())

    assert neighbours(playbook, linked) == ([METRIC], [])
    assert neighbours(playbook, CONFLICT) == ([MEETING, METRIC], [])
    assert neighbours(playbook, METRIC) == ([], [linked, CONFLICT])


def test_a_neighbour_both_ways_is_named_once() -> None:
    one, other = replace(PRACTICE, links=(METRIC.id,)), replace(METRIC, links=(PRACTICE.id,))

    assert neighbours(Playbook(notes=(one, other), sources=()), one) == ([other], [])
