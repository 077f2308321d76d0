"""What was taken on, held, quarrelled over and thanked for in a year, counted by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.cases import CountedCase, Told
from coach.domain.meetings import MeetingState
from coach.domain.promises import PromiseState
from coach.domain.stages import Side
from coach.services.plans.rows import Row
from coach.services.progress.months import MONTHS, meetings_of, quarrels_of, thanks_of, work_of
from tests.fakes import START
from tests.meeting_fakes import a_meeting, an_agenda
from tests.plan_fakes import a_thanks

TODAY = START.date()
BOTH = frozenset({Side.SALES, Side.MARKETING})


def row(state: PromiseState, days: int = 10, sides: frozenset[Side] = BOTH, since: int = 40) -> Row:
    due = TODAY + timedelta(days=days)
    since_day = TODAY - timedelta(days=since)
    return Row(id="r", what="x", sides=sides, state=state, since=since_day, due=due)


def test_nothing_taken_on_is_nothing_to_draw() -> None:
    assert work_of([], TODAY) == ()
    assert work_of([row(PromiseState.OPEN, sides=frozenset({Side.OTHER}))], TODAY) == ()


def test_each_thing_is_counted_once_a_side_by_what_became_of_it() -> None:
    rows = [
        row(PromiseState.DONE), row(PromiseState.DONE, sides=frozenset({Side.SALES})),
        row(PromiseState.CARRIED), row(PromiseState.CARRIED, days=-1), row(PromiseState.OPEN),
        row(PromiseState.DROPPED), row(PromiseState.OPEN, since=400),
    ]  # fmt: skip
    sales, marketing = work_of(rows, TODAY)

    assert (sales.kept, sales.carried, sales.open, sales.late, sales.dropped) == (2, 1, 1, 1, 1)
    assert (marketing.kept, marketing.expected, marketing.taken) == (1, 3, 5)


def test_quarrels_are_counted_by_what_became_of_their_step_from_three_on() -> None:
    def kept(days: int, told: Told | None) -> CountedCase:
        return CountedCase("", START - timedelta(days=days), told)

    cases = [kept(1, Told.DONE), kept(2, None), kept(400, Told.DONE)]
    assert quarrels_of(cases, START) == ()

    months = quarrels_of([*cases, kept(2, Told.DROPPED), kept(3, Told.NOT_YET)], START)
    assert sum(month.kept for month in months) == 4
    for field in ("done", "dropped", "not_yet", "waiting"):
        assert sum(getattr(month, field) for month in months) == 1


def test_meetings_are_counted_once_their_time_has_come() -> None:
    def at(days: int, state: MeetingState, id_: str) -> object:
        return replace(a_meeting(an_agenda(start=START + timedelta(days=days)), id_), state=state)

    met = [
        at(-1, MeetingState.HELD, "a"), at(-2, MeetingState.CANCELLED, "b"),
        at(-3, MeetingState.PLANNED, "c"), at(2, MeetingState.PLANNED, "d"),
        at(-1, MeetingState.RUNNING, "e"), at(-800, MeetingState.HELD, "f"),
    ]  # fmt: skip
    months = meetings_of(met, START)  # type: ignore[arg-type]

    assert sum(month.planned for month in months) == 3
    assert sum(month.held for month in months) == 1
    assert sum(month.missed for month in months) == 1


def test_months_without_anything_stand_between_those_with() -> None:
    said = [a_thanks(on=date(2026, 8, 3)), a_thanks("t2", Side.MARKETING, on=date(2026, 10, 1))]
    now = START.replace(year=2026, month=11, day=2)

    assert [(m.month.month, m.sales, m.marketing) for m in thanks_of(said, now)] == [
        (8, 1, 0), (9, 0, 0), (10, 0, 1), (11, 0, 0),
    ]  # fmt: skip


@given(st.lists(st.integers(-900, 30), max_size=30))
def test_there_are_never_more_than_twelve_months_and_each_comes_once(days: list[int]) -> None:
    months = thanks_of([a_thanks(on=TODAY + timedelta(days=day)) for day in days], START)

    assert len(months) <= MONTHS
    assert sorted({m.month for m in months}) == [m.month for m in months]
