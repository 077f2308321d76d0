"""A meeting while it is held: all that is typed is stored at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.domain.meeting_moves import changed
from coach.domain.meetings import MeetingState, Notes
from coach.domain.stages import Side
from coach.errors import ChangedMeanwhile, NotFound, Unfit
from coach.services.agendas.runs import JOINED, MeetingRuns
from tests.fakes import ME, FakeClock, FakeIds
from tests.meeting_fakes import TUESDAY, WHERE, WHICH, MemoryMeetings, a_meeting, an_agenda


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(TUESDAY)


@pytest.fixture
def kept() -> MemoryMeetings:
    kept = MemoryMeetings()
    kept.add(ME, a_meeting())
    return kept


@pytest.fixture
def runs(kept: MemoryMeetings, clock: FakeClock) -> MeetingRuns:
    return MeetingRuns(kept, clock, FakeIds())


def test_a_meeting_cut_short_is_reopened_where_it_stood_with_all_that_was_typed(
    runs: MeetingRuns, kept: MemoryMeetings, clock: FakeClock
) -> None:
    runs.start(ME, "m1")
    clock.advance(60)
    runs.tick(ME, "m1", 1)
    clock.advance(120)
    runs.write(ME, "m1", 1, "Ana: five of ten.", 0)
    decision = runs.decide(ME, "m1", 1, "  A qualified lead has a budget.  ")
    parked = runs.park(ME, "m1", "The fair in May", "Ben")
    record = runs.promise(ME, "m1", "Send ten leads", "Ana", Side.SALES, date(2026, 12, 1))
    clock.time += timedelta(days=3)  # the laptop was shut
    again = MeetingRuns(kept, clock, FakeIds()).start(ME, "m1")

    assert (again.state, again.item) == (MeetingState.RUNNING, 1)
    assert again.seconds_on(1, clock.now()) == 120
    assert again.notes[:2] == (Notes(seconds=60), Notes("Ana: five of ten.", 1))
    assert (again.decisions, again.parked, again.actions) == ((decision,), (parked,), (record,))
    assert (decision.text, decision.question) == ("A qualified lead has a budget.", WHICH)
    assert (decision.decided_on, record.action.since) == (TUESDAY.date(), TUESDAY.date())


def test_two_tabs_that_write_to_one_item_keep_both_texts_and_are_told(runs: MeetingRuns) -> None:
    assert runs.write(ME, "m1", 1, "Ana: five of ten.", 0).warning == ""
    second = runs.write(ME, "m1", 1, "Ben: all ten.", 0)

    assert second.notes == Notes("Ana: five of ten.\nBen: all ten.", 2)
    assert second.warning == JOINED
    third = runs.write(ME, "m1", 1, "Eight of ten.", second.notes.version)
    assert (third.notes.text, third.warning) == ("Eight of ten.", "")


def test_what_is_written_goes_to_its_question_where_the_items_were_moved_meanwhile(
    runs: MeetingRuns, kept: MemoryMeetings
) -> None:
    kept.change(ME, "m1", lambda one: changed(one, an_agenda(questions=(WHERE, WHICH)), 0))
    runs.write(ME, "m1", 1, "Ana: five of ten.", 0, WHICH)

    assert runs.decide(ME, "m1", 1, "Budget", WHICH).question == WHICH
    assert kept.get(ME, "m1").notes[2].text == "Ana: five of ten."
    with pytest.raises(Unfit, match="no longer"):
        runs.write(ME, "m1", 1, "text", 0, "What else?")


def test_minutes_are_mended_after_the_meeting_and_the_end_is_taken_back(runs: MeetingRuns) -> None:
    runs.start(ME, "m1")
    runs.close(ME, "m1")
    runs.write(ME, "m1", 1, "later", 0)
    assert runs.reopen(ME, "m1").state is MeetingState.RUNNING

    assert runs.close(ME, "m1").notes[1].text == "later"


def test_a_decision_is_worded_anew_or_taken_back_but_never_over_somebody_elses(
    runs: MeetingRuns,
) -> None:
    made = runs.decide(ME, "m1", 1, "Budget")
    kept = runs.decide(ME, "m1", 2, "Ops looks")
    assert runs.amend(ME, "m1", made.id, "Budget and need", was="Budget").decisions == (
        replace(made, text="Budget and need"),
        kept,
    )
    with pytest.raises(ChangedMeanwhile, match="Theirs: Budget and need"):
        runs.amend(ME, "m1", made.id, "Need", was="Budget")

    assert runs.amend(ME, "m1", made.id, " ", was="Budget and need").decisions == (kept,)
    with pytest.raises(NotFound):
        runs.amend(ME, "m1", made.id, "Again", was="Budget")


def test_the_parking_lot_gives_a_line_back_once(runs: MeetingRuns) -> None:
    line = runs.park(ME, "m1", "The fair in May")
    assert runs.unpark(ME, "m1", line.id).parked == ()
    with pytest.raises(NotFound):
        runs.unpark(ME, "m1", line.id)


def test_an_empty_line_is_nothing_to_keep(runs: MeetingRuns, kept: MemoryMeetings) -> None:
    for call in (
        lambda: runs.decide(ME, "m1", 1, " "),
        lambda: runs.park(ME, "m1", ""),
        lambda: runs.promise(ME, "m1", "\n", "Ana", Side.SALES),
    ):
        with pytest.raises(Unfit, match="empty"):
            call()
    assert kept.promised == {}


def test_the_clock_runs_in_a_running_meeting_only(runs: MeetingRuns) -> None:
    with pytest.raises(Unfit, match="not running"):
        runs.tick(ME, "m1", 1)


def test_what_is_not_there_is_not_found(runs: MeetingRuns) -> None:
    for call in (
        lambda: runs.start(ME, "x"),
        lambda: runs.tick(ME, "x", 0),
        lambda: runs.close(ME, "x"),
        lambda: runs.reopen(ME, "x"),
        lambda: runs.write(ME, "x", 0, "text", 0),
        lambda: runs.decide(ME, "x", 0, "text"),
        lambda: runs.park(ME, "x", "text"),
        lambda: runs.promise(ME, "x", "text", "Ana", Side.SALES),
    ):
        with pytest.raises(NotFound):
            call()
