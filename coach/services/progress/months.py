"""What was planned, held, promised, quarrelled over and thanked for in a year, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from coach.domain.cases import CountedCase
from coach.domain.meetings import Meeting, MeetingState
from coach.domain.progress import MeetingMonth, QuarrelMonth, ThanksMonth, Work
from coach.domain.promises import PromiseState
from coach.domain.stages import Side
from coach.domain.thanks import ThankYou
from coach.services.plans.rows import Row

YEAR = timedelta(days=365)
MONTHS = 12
LEAST = 3  # quarrels
_SIDES = (Side.SALES, Side.MARKETING)


def work_of(rows: Iterable[Row], today: date) -> tuple[Work, ...]:
    """Count what each side took on in a year; a promise or a shared action counts for both."""
    counted = [row for row in rows if row.since > today - YEAR and row.sides & set(_SIDES)]
    return tuple(_work(side, counted, today) for side in _SIDES) if counted else ()


def meetings_of(meetings: Iterable[Meeting], now: datetime) -> tuple[MeetingMonth, ...]:
    """Count by month the meetings whose time has come."""
    counts: dict[date, Counter[str]] = {}
    for meeting in meetings:
        when = meeting.when
        if when is None or when > now or meeting.state is MeetingState.RUNNING:
            continue
        month = first_of(when.astimezone(now.tzinfo).date())
        state = meeting.state if meeting.state.over else "missed"
        counts.setdefault(month, Counter())[state] += 1
    return tuple(
        MeetingMonth(month=month, **counts.get(month, Counter())) for month in _months(counts, now)
    )


def thanks_of(said: Iterable[ThankYou], now: datetime) -> tuple[ThanksMonth, ...]:
    """Count thank-yous by month and by who said them."""
    counts: dict[date, Counter[str]] = {}
    for one in said:
        if one.on <= now.date():
            counts.setdefault(first_of(one.on), Counter())[one.from_side] += 1
    return tuple(
        ThanksMonth(month=month, **counts.get(month, Counter())) for month in _months(counts, now)
    )


def quarrels_of(kept: Sequence[CountedCase], now: datetime) -> tuple[QuarrelMonth, ...]:
    """Count kept quarrels by month and by what became of their steps.

    Nothing below three in all: so few would tell of one person.
    """
    counts: dict[date, Counter[str]] = {}
    for case in kept:
        if (day := case.kept_at.astimezone(now.tzinfo).date()) > now.date() - YEAR:
            its = counts.setdefault(first_of(day), Counter())
            its[case.told.value if case.told else "waiting"] += 1
    if sum(its.total() for its in counts.values()) < LEAST:
        return ()
    return tuple(
        QuarrelMonth(month=month, **counts.get(month, Counter())) for month in _months(counts, now)
    )


def first_of(day: date) -> date:
    """Return the first day of its month."""
    return day.replace(day=1)


def _work(side: Side, rows: Sequence[Row], today: date) -> Work:
    counts = Counter(_became(row, today) for row in rows if side in row.sides)
    return Work(side=side, **counts)


def _became(row: Row, today: date) -> str:
    if row.state is PromiseState.DONE:
        return "kept"
    if row.state is PromiseState.DROPPED:
        return "dropped"
    if row.is_overdue(today):
        return "late"
    return "carried" if row.state is PromiseState.CARRIED else "open"


def _months(counted: Iterable[date], now: datetime) -> Iterator[date]:
    """Yield the months from the first that counts to this one, twelve at most."""
    last = first_of(now.date())
    months = [last]
    while len(months) < MONTHS:
        months.append(first_of(months[-1] - timedelta(days=1)))
    begin = min((month for month in counted if month >= months[-1]), default=None)
    if begin is not None:
        yield from (month for month in reversed(months) if month >= begin)
