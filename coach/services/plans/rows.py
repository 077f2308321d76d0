"""What stands on the board: promises and actions side by side, what is overdue first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState
from coach.domain.promises import Promise, PromiseState
from coach.domain.stages import Side

SOON = timedelta(days=7)
_STATES = {
    ActionState.OPEN: PromiseState.OPEN,
    ActionState.DONE: PromiseState.DONE,
    ActionState.DROPPED: PromiseState.DROPPED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A promise, or an action of a meeting: exactly one of the two.

    `sides` have each a part in it; `since` is the day it was taken on.
    """

    id: str
    what: str
    sides: frozenset[Side]
    state: PromiseState
    since: date
    due: date | None
    promise: Promise | None = None
    action: ActionRecord | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past while it is open."""
        return self.state.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All of it, in the order in which it is best read."""

    rows: tuple[Row, ...]
    today: date

    @property
    def now(self) -> tuple[Row, ...]:
        """What is overdue or due within a week."""
        last = self.today + SOON
        return tuple(r for r in self.open if r.due is not None and r.due <= last)

    @property
    def later(self) -> tuple[Row, ...]:
        """What is open and can wait."""
        return tuple(row for row in self.open if row not in self.now)

    @property
    def open(self) -> tuple[Row, ...]:
        """What is not closed, carried over or not."""
        return tuple(row for row in self.rows if row.state.is_open)

    def closed(self, state: PromiseState) -> tuple[Row, ...]:
        """Return what was closed in one way."""
        return tuple(row for row in self.rows if row.state is state)


def board_of(rows: Iterable[Row], today: date) -> Board:
    """Put the rows into their order: by their day, those without one last, the oldest first."""
    ordered = sorted(rows, key=lambda row: (row.due or date.max, row.since, row.id))
    return Board(rows=tuple(ordered), today=today)


def of_promise(promise: Promise) -> Row:
    """Return a promise as a row."""
    return Row(
        id=promise.id,
        what=promise.what,
        sides=frozenset({Side.SALES, Side.MARKETING}),
        state=promise.state,
        since=promise.started_on,
        due=promise.due_on,
        promise=promise,
    )


def of_action(record: ActionRecord, standing: Action | None) -> Row:
    """Return an action as a row; `standing` is the open one with how often it comes up."""
    action = record.action
    state = _STATES[record.state]
    if standing is not None and standing.carried > 1:
        state = PromiseState.CARRIED
    both = {Side.SALES, Side.MARKETING}
    return Row(
        id=action.id,
        what=action.text,
        sides=frozenset(both if action.side is Side.BOTH else {action.side}),
        state=state,
        since=action.since or record.made_at.date(),
        due=action.due,
        action=record,
    )
