"""Meetings that are kept, and the next one of a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.domain.conversation import Person
from coach.domain.meetings import MeetingState
from coach.domain.series_dates import invited
from coach.domain.stages import Side
from coach.errors import ChangedMeanwhile, NotFound, Unfit
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock, FakeIds
from tests.meeting_fakes import TUESDAY, MemoryMeetings, an_agenda

WEEK = timedelta(days=7)
MINUTE = 60


class Desk:
    """Services on meetings in memory, at the time of the first meeting."""

    def __init__(self) -> None:
        self.clock, self.kept, ids = FakeClock(TUESDAY - WEEK), MemoryMeetings(), FakeIds()
        self.series = MeetingSeries(self.kept, self.clock, ids)
        self.runs = MeetingRuns(self.kept, self.clock, ids)

    def hold(self, meeting: str) -> None:
        """Run a meeting at its date for a minute an item, and end it."""
        self.clock.time = self.kept.get(ME, meeting).agenda.start or self.clock.time
        self.runs.start(ME, meeting)
        for item in range(len(self.kept.get(ME, meeting).agenda.items)):
            self.runs.tick(ME, meeting, item)
            self.clock.advance(MINUTE)
        self.runs.close(ME, meeting)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_saved_agenda_is_the_first_meeting_of_a_series_with_its_own_name(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda(), "agree what a lead is")
    other = desk.series.save(ME, an_agenda())

    assert one.agenda == an_agenda()
    assert (one.owner, one.state, one.sequence) == (ME.id, MeetingState.PLANNED, 0)
    assert one.series.purpose == "agree what a lead is"
    assert one.series.uid != other.series.uid
    assert desk.series.upcoming(ME) == [one, other]
    assert desk.series.past(ME) == []


def test_the_next_agenda_is_on_the_next_date_with_all_that_is_open(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda(), "agree what a lead is")
    desk.runs.promise(ME, one.id, "Send ten leads", "Ana", Side.SALES)
    desk.hold(one.id)
    first = desk.series.next_agenda(ME, one.series.id)
    two = desk.series.save(ME, first, series=one.series.id)
    desk.hold(two.id)
    second = desk.series.next_agenda(ME, one.series.id)

    assert (first.start, second.start) == (TUESDAY + WEEK, TUESDAY + 2 * WEEK)
    assert [(a.text, a.carried) for a in first.actions] == [("Send ten leads", 1)]
    assert [(a.since, a.carried) for a in second.actions] == [(TUESDAY.date(), 2)]
    assert second.actions == desk.series.open_actions(ME, one.series.id)


def test_a_change_raises_the_sequence_and_one_over_an_older_version_is_refused(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    later = replace(one.agenda, start=TUESDAY + timedelta(hours=1))
    changed = desk.series.change(ME, one.id, later, one.version)

    assert (changed.agenda, changed.sequence, changed.series.sequence) == (later, 1, 1)
    with pytest.raises(ChangedMeanwhile):
        desk.series.change(ME, one.id, an_agenda("Mine"), one.version)


def test_one_date_of_a_series_can_be_cancelled_before_it_has_an_agenda(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    date = desk.series.dates(ME, one.series.id, 2)[1]
    gone = desk.series.cancel(ME, desk.series.plan(ME, one.series.id, date).id)

    sent = invited(gone, whole=False)[1]
    assert (sent.uid, sent.original, sent.cancelled) == (one.series.uid, date, True)
    assert date not in desk.series.dates(ME, one.series.id, 5)
    assert desk.series.plan(ME, one.series.id, date).id == gone.id


def test_cancelling_all_ends_the_series_until_that_is_taken_back(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    two = desk.series.plan(ME, one.series.id, TUESDAY + WEEK)
    desk.series.cancel(ME, one.id, every=True)
    assert [m.id for m in desk.series.past(ME)] == [one.id, two.id]
    with pytest.raises(Unfit, match="cancelled"):
        desk.series.next_agenda(ME, one.series.id)
    desk.series.restore(ME, one.id, every=True)

    assert [m.id for m in desk.series.upcoming(ME)] == [one.id, two.id]
    assert desk.series.get(ME, two.id).series.sequence == 2


def test_one_date_moved_or_all_of_them(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    two = desk.series.plan(ME, one.series.id, TUESDAY + WEEK)
    day = timedelta(days=1)
    desk.series.change(ME, one.id, replace(one.agenda, start=TUESDAY + day), 0)
    assert desk.series.get(ME, two.id).agenda.start == TUESDAY + WEEK
    desk.series.change(ME, two.id, replace(two.agenda, start=TUESDAY + WEEK + day), 0, every=True)

    assert [m.agenda.start for m in desk.series.of_series(ME, one.series.id)] == [
        TUESDAY + day,
        TUESDAY + WEEK + day,
    ]
    assert desk.series.dates(ME, one.series.id) == [TUESDAY + 2 * WEEK + day]


def test_a_duplicate_is_a_series_of_its_own_without_date_or_anything_said(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda(), "agree what a lead is")
    desk.runs.write(ME, one.id, 1, "Ana: five of ten.", 0)
    desk.runs.promise(ME, one.id, "Send ten leads", "Ana", Side.SALES)
    copy = desk.series.duplicate(ME, one.id)

    assert copy.series.id != one.series.id
    assert copy.agenda.items == one.agenda.items
    assert (copy.agenda.start, copy.actions, copy.series.purpose) == (None, (), one.series.purpose)
    assert not any(notes.text for notes in copy.notes)
    assert desk.series.open_actions(ME, copy.series.id) == ()


def test_deleting_hides_at_once_and_is_taken_back(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    desk.series.delete(ME, one.id)
    with pytest.raises(NotFound):
        desk.series.get(ME, one.id)
    assert desk.series.upcoming(ME) == []
    desk.series.undelete(ME, one.id)
    assert desk.series.upcoming(ME) == [one]
    desk.series.delete_series(ME, one.series.id)
    assert desk.series.upcoming(ME) == []
    desk.series.undelete_series(ME, one.series.id)

    assert desk.series.upcoming(ME) == [one]


def test_what_was_decided_is_found_with_the_meeting_to_cite(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    made = desk.runs.decide(ME, one.id, 1, "A qualified lead has a budget.")
    desk.hold(one.id)
    (found,) = desk.series.search(ME, "qualified")

    assert (found.id, found.meeting, found.title) == (made.id, one.id, one.agenda.title)
    assert desk.kept.asked == ["qualified"]


def test_what_is_not_there_or_anothers_is_not_found(desk: Desk) -> None:
    one = desk.series.save(ME, an_agenda())
    stranger = Person("me", "another workspace")
    for person, meeting, series in ((ME, "x", "x"), (stranger, one.id, one.series.id)):
        for call in (
            lambda p, m, s: desk.series.get(p, m),
            lambda p, m, s: desk.series.change(p, m, an_agenda(), 0),
            lambda p, m, s: desk.series.change(p, m, an_agenda(), 0, every=True),
            lambda p, m, s: desk.series.cancel(p, m),
            lambda p, m, s: desk.series.restore(p, m, every=True),
            lambda p, m, s: desk.series.duplicate(p, m),
            lambda p, m, s: desk.series.delete(p, m),
            lambda p, m, s: desk.series.save(p, an_agenda(), series=s),
            lambda p, m, s: desk.series.dates(p, s),
            lambda p, m, s: desk.series.plan(p, s, TUESDAY),
            lambda p, m, s: desk.series.open_actions(p, s),
            lambda p, m, s: desk.series.next_agenda(p, s),
            lambda p, m, s: desk.series.delete_series(p, s),
        ):
            with pytest.raises(NotFound):
                call(person, meeting, series)
