"""Promises of the plan: one step that both sides take within thirty days, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from coach.domain.agenda import Action
from coach.domain.stages import Side
from coach.errors import Unfit

DAYS = 30
"""How long a promise runs, and how much longer each time it is carried over.

Where that ends on a Saturday or Sunday, it runs until the Monday after.
"""

NOT_STANDING = "This promise is closed."
_SATURDAY = 5


class PromiseState(StrEnum):
    """Where a promise stands; only a person moves it. `carried` is open, with a later day."""

    OPEN = "open"
    DONE = "done"
    CARRIED = "carried"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self in (PromiseState.OPEN, PromiseState.CARRIED)


@dataclass(frozen=True, slots=True)
class Before:
    """What stood before a change, with when it was made and the id of the person who made it."""

    at: datetime
    by: str
    state: PromiseState
    sales_owner: str
    marketing_owner: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A promise that nobody has made yet: `note` says more, `meeting` and `metric` are notes' ids.

    The owners are roles until people put names in their place; each side has one.
    """

    what: str
    note: str
    sales_owner: str
    marketing_owner: str
    meeting: str = ""
    metric: str = ""
    serves: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise with where it stands. `history` is what stood before each change, latest last."""

    id: str
    what: str
    sales_owner: str
    marketing_owner: str
    started_on: date
    due_on: date
    note: str = ""
    meeting: str = ""
    metric: str = ""
    state: PromiseState = PromiseState.OPEN
    history: tuple[Before, ...] = ()

    @property
    def version(self) -> int:
        """How often it was changed and not changed back."""
        return len(self.history)

    @property
    def carries(self) -> int:
        """How often it was carried over."""
        states = [*(before.state for before in self.history), self.state]
        dues = [*(before.due_on for before in self.history), self.due_on]
        pairs = zip(states[1:], dues, dues[1:], strict=False)
        return sum(state is PromiseState.CARRIED and day > was for state, was, day in pairs)

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past while it is open."""
        return self.state.is_open and self.due_on < today

    def as_action(self) -> Action:
        """Return it as an agenda names it beside the actions; `carried` counts as theirs does."""
        owner = f"{self.sales_owner} and {self.marketing_owner}"
        since, times = self.started_on, self.carries + 1
        return Action(self.id, self.what, owner, Side.BOTH, self.due_on, since, times)


def promised(draft: Draft, id_: str, today: date) -> Promise:
    """Return a draft as a promise that begins today.

    Raises:
        Unfit: it says nothing, or a side has no owner.
    """
    owners = draft.sales_owner.strip(), draft.marketing_owner.strip()
    if not draft.what.strip():
        raise Unfit("A promise needs words.", "Say in a line what both sides will do.")
    _check(*owners)
    return Promise(
        id=id_,
        what=draft.what.strip(),
        sales_owner=owners[0],
        marketing_owner=owners[1],
        started_on=today,
        due_on=_workday(today + timedelta(days=DAYS)),
        note=draft.note,
        meeting=draft.meeting,
        metric=draft.metric,
    )


def closed(promise: Promise, state: PromiseState, person: str, now: datetime) -> Promise:
    """Mark it as done or dropped, by a person; closed alike already, it stays as it is.

    Raises:
        Unfit: nobody closes it, or it was closed the other way.
    """
    if not person or state.is_open:
        raise Unfit("Only a person closes a promise, as done or as dropped.")
    if promise.state is state:
        return promise
    if not promise.state.is_open:
        raise Unfit(f"This promise is marked as {promise.state} already.", "Reopen it first.")
    return _changed(promise, person, now, state=state)


def reopened(promise: Promise, person: str, now: datetime) -> Promise:
    """Open it again as it stood before it was closed."""
    if promise.state.is_open:
        return promise
    was = promise.history[-1].state if promise.history else PromiseState.OPEN
    return _changed(promise, person, now, state=was if was.is_open else PromiseState.OPEN)


def carried_on(promise: Promise, person: str, now: datetime, today: date) -> Promise:
    """Give it thirty more days, counted from today or from its day, whichever is later.

    Raises:
        Unfit: it is closed.
    """
    if not promise.state.is_open:
        raise Unfit(NOT_STANDING, "Reopen it first.")
    due = _workday(max(promise.due_on, today) + timedelta(days=DAYS))
    return _changed(promise, person, now, state=PromiseState.CARRIED, due_on=due)


def reworded(
    promise: Promise, sales_owner: str, marketing_owner: str, due: date, person: str, now: datetime
) -> Promise:
    """Give it other owners or another day; what it is stays.

    Raises:
        Unfit: it is closed, or a side would have no owner.
    """
    if not promise.state.is_open:
        raise Unfit(NOT_STANDING, "Reopen it first.")
    owners = sales_owner.strip(), marketing_owner.strip()
    _check(*owners)
    if (*owners, due) == (promise.sales_owner, promise.marketing_owner, promise.due_on):
        return promise
    return _changed(
        promise, person, now, sales_owner=owners[0], marketing_owner=owners[1], due_on=due
    )


def undone(promise: Promise) -> Promise:
    """Take the latest change back; one that was never changed stays as it is."""
    if not promise.history:
        return promise
    *earlier, last = promise.history
    return replace(
        promise,
        state=last.state,
        sales_owner=last.sales_owner,
        marketing_owner=last.marketing_owner,
        due_on=last.due_on,
        history=tuple(earlier),
    )


def _workday(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= _SATURDAY else 0)


def _check(sales_owner: str, marketing_owner: str) -> None:
    if not sales_owner or not marketing_owner:
        raise Unfit(
            "A promise has an owner on each side.", "Name a person or a role for both of them."
        )


def _changed(promise: Promise, person: str, now: datetime, **fields: object) -> Promise:
    before = Before(
        now,
        person,
        promise.state,
        promise.sales_owner,
        promise.marketing_owner,
        promise.due_on,
    )
    history = (*promise.history, before)
    return replace(promise, history=history, **fields)  # type: ignore[arg-type]
