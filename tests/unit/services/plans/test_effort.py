"""The balance counts by side, says nothing too early, and never names anybody."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState
from coach.domain.promises import PromiseState, closed
from coach.domain.stages import Side
from coach.services.plans.effort import LEAST, balance_of, said
from coach.services.plans.rows import Row, of_action, of_promise
from tests.fakes import START
from tests.plan_fakes import DRAFT, TODAY, a_promise

DAY = timedelta(days=1)
NAMES = ("Xaveria", "Quirin", "Zdenka")


def act(side: Side, kept: bool | None = None, owner: str = "Ana", ago: int = 3) -> Row:
    """An action: kept, overdue, or with `None` still to come."""
    due = TODAY + DAY if kept is None else TODAY - DAY
    action = Action("a", f"{owner} does it", owner, side, due, TODAY - ago * DAY)
    state = ActionState.DONE if kept else ActionState.OPEN
    return of_action(ActionRecord(action=action, series="s", made_at=START, state=state), None)


def sentence(*rows: Row) -> str:
    return said(balance_of(rows, TODAY))


def test_nothing_is_said_of_the_balance_before_there_are_eight() -> None:
    few = [act(Side.SALES)] * (LEAST - 1)

    assert sentence().startswith("Too early")
    assert "none so far" in sentence()
    assert "there are 7 so far" in sentence(*few)
    assert "Sales has taken on 8" in sentence(*few, act(Side.SALES))


def test_two_thirds_on_one_side_are_said_kindly_and_less_is_about_the_same() -> None:
    lopsided = [act(Side.MARKETING)] * 6 + [act(Side.SALES)] * 3
    even = [act(Side.MARKETING)] * 5 + [act(Side.SALES)] * 3

    assert sentence(*lopsided).startswith("Marketing has taken on 6 and sales 3.")
    assert "gladly take over" in sentence(*lopsided)
    assert sentence(*even).startswith("Both sides carry about the same.")


def test_keeping_a_third_less_is_said_once_four_came_due_on_each_side() -> None:
    sales = [act(Side.SALES, kept=True)] * 4
    marketing = [act(Side.MARKETING, kept=True)] * 2 + [act(Side.MARKETING, kept=False)] * 2

    assert sentence(*sales, *marketing).startswith(
        "Of what came due, marketing kept 2 of 4 and sales 4 of 4."
    )
    assert sentence(*sales, *marketing[1:], act(Side.MARKETING)).startswith("Both sides")


def test_a_promise_counts_for_both_sides_and_neither_sides_action_for_none() -> None:
    done = closed(a_promise(), PromiseState.DONE, "me", START)
    balance = balance_of([of_promise(done), act(Side.OTHER, kept=True)], TODAY)

    assert balance.cases == 1
    assert (balance.sales, balance.marketing) == (balance.marketing, balance.sales)
    assert (balance.sales.taken, balance.sales.due, balance.sales.kept) == (1, 1, 1)


def test_what_was_dropped_is_held_against_nobody_and_what_is_long_ago_is_forgotten() -> None:
    dropped = closed(a_promise(on=TODAY - 40 * DAY), PromiseState.DROPPED, "me", START)
    balance = balance_of([of_promise(dropped), act(Side.SALES, kept=True, ago=90)], TODAY)

    assert (balance.cases, balance.sales.taken, balance.sales.due) == (1, 1, 0)


rows = st.lists(
    st.builds(
        act, st.sampled_from(Side), st.sampled_from([None, True, False]), st.sampled_from(NAMES)
    ),
    max_size=30,
)


@given(rows)
def test_the_balance_never_names_a_person_or_what_they_did(rows: list[Row]) -> None:
    balance = balance_of([*rows, of_promise(a_promise())], TODAY)
    told = said(balance) + repr(balance)

    assert not any(word in told for word in (*NAMES, DRAFT.what, DRAFT.sales_owner, "does it"))


@given(rows)
def test_swapping_the_sides_swaps_what_is_said(rows: list[Row]) -> None:
    other = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
    swapped = [
        act(
            other.get(side, side),
            None if row.state.is_open and not row.is_overdue(TODAY) else not row.state.is_open,
        )
        for row in rows
        for side in ([Side.BOTH] if len(row.sides) == 2 else row.sides)
    ]
    one, two = balance_of(rows, TODAY), balance_of(swapped, TODAY)

    assert (one.sales, one.marketing) == (two.marketing, two.sales)
    assert said(one).casefold() == turned(said(two).casefold())


def turned(text: str) -> str:
    return text.replace("sales", "?").replace("marketing", "sales").replace("?", "marketing")
