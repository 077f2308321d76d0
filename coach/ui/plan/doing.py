"""What people do with a promise or an action on the board; each of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState
from coach.domain.promises import Promise, PromiseState
from coach.domain.stages import Side
from coach.services.plans.rows import Row
from coach.ui.plan import undoing

if TYPE_CHECKING:
    from coach.bootstrap import Services

_CLOSED = {PromiseState.DONE: "Done", PromiseState.DROPPED: "Dropped"}


def close(services: Services, person: Person, row: Row, state: PromiseState) -> None:
    """Mark it as done or dropped."""
    if row.promise is not None:
        board = services.plans.board
        _changed(services, person, board.close(person, row.id, state), _CLOSED[state])
        return
    actions = services.agendas.actions
    actions.close(person, row.id, ActionState(state.value))
    undoing.remember(_CLOSED[state], row.what, lambda: actions.reopen(person, row.id))


def reopen(services: Services, person: Person, row: Row) -> None:
    """Open a closed one again."""
    if row.promise is not None:
        changed = services.plans.board.reopen(person, row.id)
        _changed(services, person, changed, "Open again")
        return
    actions, was = services.agendas.actions, ActionState(row.state.value)
    actions.reopen(person, row.id)
    undoing.remember("Open again", row.what, lambda: actions.close(person, row.id, was))


def carry(services: Services, person: Person, promise: Promise, today: date) -> None:
    """Give a promise thirty more days."""
    changed = services.plans.board.carry(person, promise.id, today)
    _changed(services, person, changed, "Thirty more days")


def change_promise(
    services: Services, person: Person, promise: Promise, sales: str, marketing: str, due: date
) -> None:
    """Give a promise other owners or another day."""
    board = services.plans.board
    changed = board.change(person, promise.id, sales, marketing, due, promise.version)
    if changed != promise:
        _changed(services, person, changed, "Changed")


def change_action(
    services: Services,
    person: Person,
    record: ActionRecord,
    owner: str,
    side: Side,
    due: date | None,
) -> None:
    """Give an action another owner or another day."""
    actions, was = services.agendas.actions, record.action
    new = replace(was, owner=owner.strip() or was.owner, side=side, due=due)
    changed = actions.change(person, new, record.version)
    if changed != record:
        undoing.remember("Changed", was.text, lambda: actions.change(person, was, changed.version))


def delete(services: Services, person: Person, promise: Promise) -> None:
    """Take a promise away; it is gone for good in ten seconds."""
    board = services.plans.board
    board.delete(person, promise.id)
    undoing.deleted(promise.what, lambda: board.undelete(person, promise.id))


def _changed(services: Services, person: Person, promise: Promise, said: str) -> None:
    board = services.plans.board
    undoing.remember(said, promise.what, lambda: board.undo(person, promise.id, promise.version))
