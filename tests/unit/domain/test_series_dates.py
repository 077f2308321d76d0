"""Dates of a series, and changing or cancelling one or all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agenda import Repeat
from coach.domain.meetings import Meeting, MeetingState
from coach.domain.series_dates import (
    cancelled,
    cancelled_all,
    changed_all,
    changed_once,
    dates,
    invited,
    next_dates,
    restored_all,
    taken,
)
from coach.errors import Unfit
from tests.meeting_fakes import BERLIN, TUESDAY, a_meeting, an_agenda

DAY = timedelta(days=1)


def first(start: datetime, repeat: Repeat, count: int, zone: str = BERLIN) -> list[datetime]:
    return list(islice(dates(start, repeat, zone), count))


def a_series(weeks: int = 3) -> tuple[Meeting, ...]:
    days = first(TUESDAY, Repeat.WEEKLY, weeks)
    return tuple(
        replace(a_meeting(an_agenda(start=day), id_=f"m{n}"), series=a_meeting().series)
        for n, day in enumerate(days, start=1)
    )


def test_a_weekly_meeting_keeps_its_clock_time_where_the_clocks_change() -> None:
    march = datetime(2027, 3, 23, 10, 0, tzinfo=ZoneInfo(BERLIN))
    before, after = first(march, Repeat.WEEKLY, 2)

    assert (before.hour, after.hour) == (10, 10)
    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(days=7, hours=-1)


def test_a_clock_time_that_is_skipped_is_put_right_after_and_the_next_week_has_it_again() -> None:
    skipped = first(datetime(2027, 3, 21, 2, 30, tzinfo=ZoneInfo(BERLIN)), Repeat.WEEKLY, 3)

    assert [(day.hour, day.minute) for day in skipped] == [(2, 30), (3, 30), (2, 30)]


@given(st.datetimes(datetime(2020, 1, 1, 9), datetime(2040, 1, 1, 9)))
def test_a_monthly_meeting_is_on_the_same_weekday_once_a_month(wall: datetime) -> None:
    start = wall.replace(hour=9, tzinfo=ZoneInfo(BERLIN))
    days = first(start, Repeat.MONTHLY, 15)

    assert days[0] == start
    assert {day.weekday() for day in days} == {start.weekday()}
    assert {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(days)} == {1}


def test_the_next_date_is_after_now_and_not_taken() -> None:
    meetings = a_series(2)
    series = meetings[0].series

    assert next_dates(series, TUESDAY - DAY) == [TUESDAY]
    assert next_dates(series, TUESDAY - DAY, taken(meetings), 2) == first(
        TUESDAY + 14 * DAY, Repeat.WEEKLY, 2
    )
    assert next_dates(replace(series, start=None), TUESDAY) == []
    assert next_dates(replace(series, cancelled=True), TUESDAY - DAY) == []


def test_changing_one_date_names_the_date_it_stands_for_and_raises_the_sequence() -> None:
    moved = changed_once(a_meeting(), an_agenda(start=TUESDAY + DAY), 0)
    sent = invited(moved, whole=False)[1]

    assert (sent.uid, sent.sequence, sent.original) == ("m1@accord", 1, TUESDAY)
    assert invited(moved)[1].original is None
    assert changed_once(moved, moved.agenda, 0) is moved


def test_changing_a_meeting_of_one_moves_all_there_is_under_the_same_name() -> None:
    once = a_meeting(an_agenda(repeat=Repeat.ONCE))
    moved = changed_once(once, an_agenda(repeat=Repeat.ONCE, start=TUESDAY + DAY), 0)

    assert moved.series.start == moved.occurrence == TUESDAY + DAY
    assert invited(moved)[1] == replace(invited(once)[1], sequence=1)


def test_changing_all_moves_the_later_dates_by_the_same_clock_time_and_no_earlier_one() -> None:
    meetings = a_series(3)
    held = replace(meetings[0], state=MeetingState.HELD)
    new = replace(meetings[1].agenda, title="Thursday", start=meetings[1].agenda.start + 2 * DAY)
    one, two, three = changed_all((held, *meetings[1:]), "m2", new, 0)

    assert one == replace(held, series=one.series)
    assert [m.agenda.start for m in (two, three)] == [
        TUESDAY + 9 * DAY,
        TUESDAY + 16 * DAY,
    ]
    assert [m.occurrence for m in (two, three)] == [m.agenda.start for m in (two, three)]
    assert {m.series for m in (one, two, three)} == {one.series}
    assert (one.series.title, one.series.start) == ("Thursday", TUESDAY + 2 * DAY)
    assert (one.series.sequence, two.sequence, three.sequence) == (1, 1, 1)
    assert invited(three)[0].start == one.series.start
    assert invited(three, whole=False)[0] == three.agenda


def test_a_date_that_was_moved_alone_stays_moved_when_all_are_changed() -> None:
    one, two = a_series(2)
    two = changed_once(two, replace(two.agenda, start=two.agenda.start + DAY), 0)
    one, two = changed_all((one, two), "m1", replace(one.agenda, start=TUESDAY + DAY), 0)

    assert (two.occurrence, two.agenda.start) == (TUESDAY + 8 * DAY, TUESDAY + 9 * DAY)


def test_cancelling_one_date_or_all_keeps_what_was_held_and_the_same_name() -> None:
    held, planned, other = a_series(3)
    held = replace(held, state=MeetingState.HELD)
    sent = invited(cancelled(planned), whole=False)[1]
    assert (sent.cancelled, sent.sequence, sent.original) == (True, 1, planned.occurrence)
    with pytest.raises(Unfit, match="held"):
        cancelled(held)

    all_of_it = cancelled_all((held, planned, other))
    assert [m.state for m in all_of_it] == [held.state, *[MeetingState.CANCELLED] * 2]
    assert invited(all_of_it[1])[1].cancelled
    back = restored_all(all_of_it)
    assert [m.state for m in back] == [held.state, *[MeetingState.PLANNED] * 2]
    assert not invited(back[1])[1].cancelled
    assert back[0].series.sequence == 2
