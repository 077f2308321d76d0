"""A promise has an owner on each side, and only people move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.domain.promises import (
    DAYS,
    Promise,
    PromiseState,
    carried_on,
    closed,
    promised,
    reopened,
    reworded,
    undone,
)
from coach.domain.stages import Side
from coach.errors import Unfit
from tests.fakes import START
from tests.plan_fakes import DRAFT, TODAY, a_promise

DAY = timedelta(days=1)


def carried(promise: Promise, days: int) -> Promise:
    return carried_on(promise, "me", START, TODAY + days * DAY)


def test_a_promise_runs_for_thirty_days_from_its_first() -> None:
    promise = a_promise()

    assert promise.due_on - promise.started_on == DAYS * DAY
    assert not promise.is_overdue(promise.due_on)
    assert promise.is_overdue(promise.due_on + DAY)


@pytest.mark.parametrize("days", range(14))
def test_no_promise_falls_due_on_a_weekend_but_on_the_monday_after(days: int) -> None:
    promise = promised(DRAFT, "p1", TODAY + days * DAY)
    later = carried_on(promise, "me", START, TODAY)

    for due, since in ((promise.due_on, promise.started_on), (later.due_on, promise.due_on)):
        plain = since + DAYS * DAY
        assert due.weekday() < 5
        assert due == plain if plain.weekday() < 5 else due.weekday() == 0
        assert 0 <= (due - plain).days <= 2


@pytest.mark.parametrize("field", ["what", "sales_owner", "marketing_owner"])
def test_nothing_is_promised_without_words_or_without_an_owner_on_either_side(field: str) -> None:
    with pytest.raises(Unfit):
        promised(replace(DRAFT, **{field: "  "}), "p1", TODAY)


def test_only_a_person_closes_a_promise_and_only_one_way() -> None:
    with pytest.raises(Unfit):
        closed(a_promise(), PromiseState.DONE, "", START)
    with pytest.raises(Unfit):
        closed(a_promise(), PromiseState.CARRIED, "me", START)
    done = closed(a_promise(), PromiseState.DONE, "me", START)

    assert closed(done, PromiseState.DONE, "me", START) == done
    with pytest.raises(Unfit):
        closed(done, PromiseState.DROPPED, "me", START)
    assert not done.is_overdue(done.due_on + DAY)


def test_what_is_carried_over_gets_thirty_days_more_and_stays_open() -> None:
    late = carried(a_promise(), DAYS + 5)
    early = carried(a_promise(), 1)

    assert late.due_on == TODAY + (2 * DAYS + 5) * DAY
    assert early.due_on == TODAY + 2 * DAYS * DAY
    assert late.state.is_open
    assert (a_promise().carries, late.carries, carried(late, 80).carries) == (0, 1, 2)


def test_other_owners_or_another_day_do_not_count_as_carried_over() -> None:
    once = carried(a_promise(), 31)

    assert reworded(once, "Ana", "Ben", once.due_on, "me", START).carries == 1
    assert reworded(a_promise(), "Ana", "Ben", TODAY + 90 * DAY, "me", START).carries == 0


def test_a_closed_promise_is_neither_reworded_nor_carried_over_until_it_is_reopened() -> None:
    dropped = closed(carried(a_promise(), 31), PromiseState.DROPPED, "me", START)
    for change in (
        lambda: carried(dropped, 1),
        lambda: reworded(dropped, "Ana", "Ben", TODAY, "me", START),
    ):
        with pytest.raises(Unfit):
            change()

    assert reopened(dropped, "me", START).state is PromiseState.CARRIED


def test_each_change_can_be_taken_back_in_turn_and_the_last_one_leaves_what_was_promised() -> None:
    promise = a_promise()
    changed = reworded(promise, "Ana", "Ben", TODAY, "me", START)
    done = closed(changed, PromiseState.DONE, "me", START)

    assert undone(done) == changed
    assert undone(undone(done)) == promise
    assert undone(promise) == promise


def test_an_agenda_names_an_overdue_promise_with_both_owners_and_how_often_it_came_up() -> None:
    action = carried(a_promise(), 31).as_action()

    assert action.owner == "sales manager and demand manager"
    assert (action.side, action.since, action.carried) == (Side.BOTH, TODAY, 2)
