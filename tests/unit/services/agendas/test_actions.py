"""Actions are changed and closed by people, and no open one vanishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState
from coach.domain.stages import Side
from coach.errors import ChangedMeanwhile, NotFound, Unfit
from coach.services.agendas.actions import Actions
from tests.fakes import ME, START, FakeClock, FakeIds
from tests.meeting_fakes import MemoryMeetings, a_meeting
from tests.meeting_story import STORIES, Story

LEADS = Action("a1", "Send ten leads", "Ana", Side.SALES)


@pytest.fixture
def actions() -> Actions:
    kept = MemoryMeetings()
    kept.add(ME, a_meeting())
    kept.add_action(ME, ActionRecord(action=LEADS, series="s1", made_at=START, meeting="m1"))
    return Actions(kept, FakeClock())


def test_closing_names_the_person_and_is_taken_back(actions: Actions) -> None:
    closed = actions.close(ME, "a1", ActionState.DROPPED)
    assert (closed.closed_by, closed.closed_at) == (ME.id, START)
    assert actions.all(ME, state=ActionState.OPEN) == []
    assert actions.reopen(ME, "a1").is_open

    assert [r.action for r in actions.all(ME, "s1", ActionState.OPEN)] == [LEADS]


def test_another_owner_and_day_are_stored_but_never_over_somebody_elses(actions: Actions) -> None:
    new = replace(LEADS, owner="Ben", side=Side.MARKETING, due=date(2026, 12, 1))
    assert actions.change(ME, new, 0).action == new
    assert actions.change(ME, new, 0).version == 1  # the same again is no change
    with pytest.raises(ChangedMeanwhile, match=r"Theirs: Send ten leads \(Ben\)"):
        actions.change(ME, replace(LEADS, text="Send five leads"), 0)

    assert actions.change(ME, replace(new, text="Send five leads"), 1).action.owner == "Ben"
    with pytest.raises(Unfit, match="text"):
        actions.change(ME, replace(new, text=" "), 2)


def test_what_is_not_there_is_not_found(actions: Actions) -> None:
    for call in (
        lambda: actions.close(ME, "x", ActionState.DONE),
        lambda: actions.reopen(ME, "x"),
        lambda: actions.change(ME, replace(LEADS, id="x"), 0),
        lambda: actions.close(replace(ME, workspace="other"), "a1", ActionState.DONE),
    ):
        with pytest.raises(NotFound):
            call()


@given(STORIES)
@settings(max_examples=300, deadline=None)
def test_whatever_is_done_in_any_order_no_open_action_vanishes(
    steps: list[tuple[str, int]],
) -> None:
    story = Story(MemoryMeetings(), FakeClock(), FakeIds())
    for name, number in steps:
        story.step(name, number)

        assert story.still_open() == story.open
