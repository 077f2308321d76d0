"""How a meeting moves on while it is held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.meeting_moves import (
    both,
    changed,
    closed,
    moved_on,
    noted,
    reopened,
    started,
    touched,
)
from coach.domain.meetings import MeetingState, Notes
from coach.errors import ChangedMeanwhile, Unfit
from tests.fakes import START
from tests.meeting_fakes import TUESDAY, WHERE, WHICH, a_meeting, an_agenda

LINES = st.text(alphabet="ab\n", max_size=12)


def after(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


def test_time_goes_to_the_item_that_runs_and_stays_with_it() -> None:
    meeting = started(a_meeting(), START)
    meeting = moved_on(meeting, 1, START + after(4))
    meeting = moved_on(meeting, None, START + after(10))
    meeting = moved_on(meeting, 1, START + after(30))
    ended = closed(meeting, START + after(31))

    assert [notes.seconds for notes in ended.notes] == [240, 420, 0, 0]
    assert (ended.state, ended.item, ended.held_at) == (MeetingState.HELD, None, START)


def test_starting_twice_and_turning_to_the_same_item_twice_is_once() -> None:
    once = started(a_meeting(), START)

    assert started(once, START + after(5)) == once
    again = moved_on(once, 0, START + after(5))
    assert replace(again, touched_at=START) == once


def test_an_overrun_is_counted_on() -> None:
    meeting = moved_on(started(a_meeting(), START), 1, START)

    assert meeting.seconds_on(1, START + after(25)) == 25 * 60
    assert meeting.seconds_on(0, START + after(25)) == 0


def test_a_meeting_cut_short_stands_where_it_was_and_counts_no_time_since() -> None:
    meeting = moved_on(started(a_meeting(), START), 1, START)
    meeting = touched(meeting, START + after(7))  # the last note; then the browser was closed
    next_day = START + timedelta(days=1)

    assert (meeting.item, meeting.seconds_on(1, next_day)) == (1, 7 * 60)
    going_on = touched(meeting, next_day)
    assert going_on.item == 1
    assert going_on.seconds_on(1, next_day + after(3)) == 10 * 60
    assert closed(meeting, next_day).notes[1].seconds == 7 * 60


def test_a_meeting_held_without_the_clock_counts_as_held_at_its_date() -> None:
    assert closed(a_meeting(), TUESDAY + timedelta(days=1)).held_at == TUESDAY
    assert closed(a_meeting(), TUESDAY - timedelta(days=1)).held_at == TUESDAY - timedelta(days=1)


def test_reopening_takes_the_end_back_and_keeps_all_that_was_written() -> None:
    meeting, _ = noted(started(a_meeting(), START), 1, "Ana: five of ten.", 0)
    ended = closed(meeting, START + after(9))
    again = reopened(ended, START + after(20))

    assert again.state is MeetingState.RUNNING
    assert again.notes == ended.notes
    assert closed(again, START + after(30)).notes == ended.notes


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.HELD])
def test_what_is_over_is_not_started_or_changed(state: MeetingState) -> None:
    meeting = replace(a_meeting(), state=state)
    for call in (
        lambda: started(meeting, START),
        lambda: moved_on(meeting, 0, START),
        lambda: changed(meeting, an_agenda("Other"), 0),
    ):
        with pytest.raises(Unfit):
            call()


@pytest.mark.parametrize("item", [-1, 4, 99])
def test_an_item_that_is_not_there_is_refused(item: int) -> None:
    with pytest.raises(Unfit, match="no longer on the agenda"):
        noted(a_meeting(), item, "Hello", 0)
    with pytest.raises(Unfit, match="no longer on the agenda"):
        moved_on(started(a_meeting(), START), item, START)


def test_notes_written_over_the_newest_replace_them() -> None:
    meeting, first = noted(a_meeting(), 1, "one", 0)
    meeting, second = noted(meeting, 1, "two", meeting.notes[1].version)

    assert (meeting.notes[1].text, first, second) == ("two", False, False)


def test_notes_written_over_older_ones_keep_both_texts() -> None:
    meeting, _ = noted(a_meeting(), 1, "same\ntheirs", 0)
    meeting, joined = noted(meeting, 1, "same\nmine", 0)

    assert joined
    assert meeting.notes[1].text == "same\ntheirs\nmine"
    again, _ = noted(meeting, 1, "same\nmine", 0)
    assert again == meeting


@given(LINES, LINES)
def test_no_line_of_two_joined_texts_is_lost(stored: str, other: str) -> None:
    lines = Counter(both(stored, other).splitlines())

    assert Counter(stored.splitlines()) <= lines
    assert Counter(line for line in other.splitlines() if line) <= lines


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=5))
def test_whatever_an_agenda_is_changed_to_every_note_and_second_stays(new: list[str]) -> None:
    meeting = a_meeting(an_agenda(questions=("a", "b", "c")))
    for place in range(len(meeting.agenda.items)):
        meeting, _ = noted(meeting, place, f"note {place}", 0)
    meeting = replace(meeting, notes=tuple(replace(n, seconds=1.0) for n in meeting.notes))
    other = an_agenda(questions=new)
    moved = changed(meeting, other.with_items(other.items[: len(new)]), 0)

    written = [line for notes in moved.notes for line in notes.text.splitlines()]
    assert sorted(written) == [f"note {place}" for place in range(5)]
    assert sum(notes.seconds for notes in moved.notes) == 5
    assert len(moved.notes) == len(moved.agenda.items)


def test_notes_and_the_running_item_follow_their_question() -> None:
    meeting, _ = noted(moved_on(started(a_meeting(), START), 2, START), 2, "stuck at ops", 0)
    moved = changed(meeting, an_agenda(questions=(WHERE, WHICH)), 0)

    assert moved.notes[1] == Notes("stuck at ops", 1)
    assert (moved.item, moved.item_since) == (1, START)


def test_an_agenda_changed_over_an_older_one_is_refused_with_both() -> None:
    stored = changed(a_meeting(), an_agenda("Theirs"), 0)
    with pytest.raises(ChangedMeanwhile) as refused:
        changed(stored, an_agenda("Mine"), 0)

    assert (refused.value.stored, refused.value.yours) == (an_agenda("Theirs"), an_agenda("Mine"))
    assert changed(stored, an_agenda("Mine"), 1).agenda.title == "Mine"
