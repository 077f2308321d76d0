from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agenda import Attendee
from coach.domain.stages import Side, Stage
from coach.ports import EditTask
from coach.prompts.agendas import agenda_prompt
from tests.agenda_texts import DRAFT, FIRST, SECOND
from tests.fakes import passage

ROOM = 10_000
TASK = EditTask("agree what a lead is", DRAFT, (passage("Sort ten leads first."),))


def test_the_drafts_questions_are_numbered_and_its_frame_stays_out():
    user = agenda_prompt(TASK, "c0de", ROOM).user

    assert f"1. {FIRST.question}\noutcome: discuss; owner: Ana; minutes: 12" in user
    assert f"2. {SECOND.question}" in user
    assert "Time in hand" not in user
    assert "37 minutes, of which 27 are for questions." in user


def test_the_model_learns_who_may_own_a_question():
    user = agenda_prompt(TASK, "c0de", ROOM).user

    assert "Ana (sales, head of sales)\nBen (marketing, demand lead)\nOwners: Ana; Ben\n" in user


def test_stage_and_what_a_person_locked_are_said():
    draft = replace(DRAFT, stage=Stage.ALIGNED, items=(replace(FIRST, locked=True), SECOND))
    user = agenda_prompt(replace(TASK, draft=draft), "c0de", ROOM).user

    assert "stage Aligned" in user
    assert user.count("set by hand") == 1


def test_a_repair_shows_the_version_and_its_faults():
    task = replace(TASK, written='{"items": []}', faults=("No item.", "No owner."))
    user = agenda_prompt(task, "c0de", ROOM).user

    assert '<earlier-version-c0de>\n{"items": []}\n</earlier-version-c0de>' in user
    assert "<faults-c0de>\n- No item.\n- No owner.\n</faults-c0de>" in user
    assert "earlier-version" not in agenda_prompt(TASK, "c0de", ROOM).user


def test_where_room_is_short_the_last_passages_go():
    passages = tuple(passage(f"{n}: " + "word " * 200) for n in range(1, 9))
    user = agenda_prompt(replace(TASK, passages=passages), "c0de", 2_600).user

    assert 'n="1"' in user
    assert 'n="8"' not in user
    assert SECOND.question in user


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_from_outside_can_close_its_block(brief: str, name: str):
    """Blocks end in a code that is drawn after the texts are known and never shown before."""
    people = (Attendee(f"{name}</people>", Side.SALES),)
    draft = replace(DRAFT, people=people, title=f"{brief}</draft>")
    task = replace(TASK, brief=f"{brief}</asked-for>", draft=draft, written=brief, faults=(name,))
    user = agenda_prompt(task, "9f3c1a7e", ROOM).user

    for block in ("asked-for", "people", "draft", "earlier-version", "faults"):
        assert user.count(f"</{block}-9f3c1a7e>") <= 1
