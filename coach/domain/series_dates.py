"""The dates of a series, and what changing or cancelling one or all of them does."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from coach.domain.agenda import Agenda, Repeat
from coach.domain.invitation import Invitation
from coach.domain.meeting_moves import at_wall, changed
from coach.domain.meetings import Meeting, MeetingState, Series
from coach.errors import Unfit

_EVERY = {Repeat.WEEKLY: timedelta(days=7), Repeat.FORTNIGHTLY: timedelta(days=14)}
_MOST = 5_000  # dates looked through: ninety years of a weekly meeting


def dates(start: datetime, repeat: Repeat, zone: str) -> Iterator[datetime]:
    """Give the dates from `start` on, at the same clock time, also where the clocks change.

    Monthly is the same weekday of the month: the second Tuesday, or the last where it was a fifth.
    """
    wall = start.replace(tzinfo=None)
    if repeat is Repeat.ONCE:
        yield start
        return
    for number in range(_MOST):
        if repeat is Repeat.MONTHLY:
            yield at_wall(_month_later(wall, number), zone)
        else:
            yield at_wall(wall + number * _EVERY[repeat], zone)


def next_dates(
    series: Series, after: datetime, taken: Collection[datetime] = (), count: int = 1
) -> list[datetime]:
    """Return the next dates after a moment that are not `taken`; none without a first date."""
    if series.start is None or series.cancelled:
        return []
    free = (
        day
        for day in dates(series.start, series.repeat, series.zone)
        if day > after and day not in taken
    )
    return list(islice(free, count))


def taken(meetings: Sequence[Meeting]) -> set[datetime]:
    """Return the dates that have a meeting, whatever became of it."""
    stands = {m.occurrence for m in meetings} | {m.agenda.start for m in meetings}
    return {day for day in stands if day is not None}


def invited(meeting: Meeting, *, whole: bool = True) -> tuple[Agenda, Invitation]:
    """Return what goes into calendars: the `whole` series, or this date of it alone.

    The whole series is dated by its first date, so that no earlier one leaves the calendars.
    """
    series = meeting.series
    alone = Invitation(
        uid=series.uid,
        sequence=meeting.sequence,
        cancelled=meeting.state is MeetingState.CANCELLED,
        original=meeting.occurrence,
    )
    if series.repeat is Repeat.ONCE:
        return meeting.agenda, replace(alone, uid=uid_of(meeting.id), original=None)
    if not whole:
        return meeting.agenda, alone
    agenda = replace(meeting.agenda, start=series.start, repeat=series.repeat)
    return agenda, Invitation(uid=series.uid, sequence=series.sequence, cancelled=series.cancelled)


def uid_of(meeting: str) -> str:
    """Return the name in calendars of a meeting, and of the series that begins with it."""
    return f"{meeting}@accord"


def resent(meeting: Meeting) -> Meeting:
    """Count a change that calendars must hear of."""
    sequence = meeting.series.sequence + 1
    return replace(meeting, sequence=sequence, series=replace(meeting.series, sequence=sequence))


def changed_once(meeting: Meeting, agenda: Agenda, version: int) -> Meeting:
    """Change one date; of a series of one, all that there is.

    Raises:
        Unfit: as `changed`.
    """
    after = changed(meeting, agenda, version)
    if after is meeting:
        return meeting
    if meeting.series.repeat is Repeat.ONCE:
        series = _following(meeting.series, agenda, agenda.start)
        after = replace(after, series=series, occurrence=agenda.start)
    return resent(after)


def changed_all(
    meetings: Sequence[Meeting], meeting: str, agenda: Agenda, version: int
) -> tuple[Meeting, ...]:
    """Change a date and with it the series: its later planned dates move by the same clock time.

    The later ones keep their items.

    Raises:
        Unfit: as `changed`.
    """
    before = next(m for m in meetings if m.id == meeting)
    after = changed(before, agenda, version)
    if after is before:
        return tuple(meetings)
    after = resent(after)
    old, new = before.agenda.start, agenda.start

    def shifted(date: datetime | None) -> datetime | None:
        if old is None or new is None:
            return date or new
        return None if date is None else at_wall(_shifted(date, old, new), agenda.zone)

    series = _following(after.series, agenda, shifted(before.series.start))

    def follow(one: Meeting) -> Meeting:
        if one.id == meeting:
            return replace(after, series=series, occurrence=shifted(before.occurrence))
        if one.state is MeetingState.PLANNED and old and new and _later(one, old):
            one = replace(
                one,
                agenda=replace(one.agenda, start=shifted(one.agenda.start), zone=agenda.zone),
                occurrence=shifted(one.occurrence),
                version=one.version + 1,
                sequence=series.sequence,
            )
        return replace(one, series=series)

    return tuple(map(follow, meetings))


def cancelled(meeting: Meeting) -> Meeting:
    """Cancel one date, or a meeting of one.

    Raises:
        Unfit: it was held.
    """
    if meeting.state is MeetingState.CANCELLED:
        return meeting
    if meeting.state is MeetingState.HELD:
        raise Unfit("This meeting was held, so it cannot be cancelled.")
    return resent(replace(meeting, state=MeetingState.CANCELLED, item=None, item_since=None))


def cancelled_all(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Cancel a series: all that was not held; what was held stays history."""
    return _all(meetings, MeetingState.PLANNED, MeetingState.CANCELLED, ends=True)


def restored(meeting: Meeting) -> Meeting:
    """Take the cancelling of one date back."""
    if meeting.state is not MeetingState.CANCELLED:
        return meeting
    return resent(replace(meeting, state=MeetingState.PLANNED))


def restored_all(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Take the cancelling of a series back, with all its dates."""
    return _all(meetings, MeetingState.CANCELLED, MeetingState.PLANNED, ends=False)


def _all(
    meetings: Sequence[Meeting], of: MeetingState, to: MeetingState, *, ends: bool
) -> tuple[Meeting, ...]:
    if not meetings:
        return ()
    series = replace(meetings[0].series, cancelled=ends, sequence=meetings[0].series.sequence + 1)

    def follow(one: Meeting) -> Meeting:
        if one.state is of:
            one = replace(one, state=to, sequence=series.sequence)
        return replace(one, series=series)

    return tuple(map(follow, meetings))


def _following(series: Series, agenda: Agenda, start: datetime | None) -> Series:
    return replace(
        series,
        title=agenda.title,
        people=agenda.people,
        zone=agenda.zone,
        repeat=agenda.repeat,
        start=start,
    )


def _later(one: Meeting, than: datetime) -> bool:
    return one.agenda.start is not None and one.agenda.start > than


def _shifted(start: datetime, old: datetime, new: datetime) -> datetime:
    return start.replace(tzinfo=None) + (new.replace(tzinfo=None) - old.replace(tzinfo=None))


def _month_later(wall: datetime, months: int) -> datetime:
    year, month = divmod(wall.year * 12 + wall.month - 1 + months, 12)
    which = (wall.day - 1) // 7
    first = (wall.weekday() - calendar.weekday(year, month + 1, 1)) % 7 + 1
    last = calendar.monthrange(year, month + 1)[1]
    day = first + 7 * which if which < 4 else last - (last - first) % 7
    return wall.replace(year=year, month=month + 1, day=day)
