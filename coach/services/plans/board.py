"""Promises and actions on one board: taken on, closed, carried over and changed by people only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date

from coach.domain.agenda import Action
from coach.domain.carrying import carried
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, Meeting
from coach.domain.promises import (
    Draft,
    Promise,
    PromiseState,
    carried_on,
    closed,
    promised,
    reopened,
    reworded,
    undone,
)
from coach.errors import ChangedMeanwhile, NotFound
from coach.ports import Clock, Ids, Meetings, Promises
from coach.services.plans.rows import Board, Row, board_of, of_action, of_promise

_MEANWHILE = "Somebody changed this promise meanwhile; yours was not stored over it."


class PlanBoard:
    """The board of a workspace. Lives as long as the app.

    All methods raise `NotFound` for what is not there, `Unfit` for what cannot be done to a promise
    as it stands, and a `StorageError` where the records cannot be used.
    """

    def __init__(self, promises: Promises, meetings: Meetings, clock: Clock, ids: Ids) -> None:
        self._promises, self._meetings = promises, meetings
        self._clock, self._ids = clock, ids

    def show(self, person: Person, today: date) -> Board:
        """Return all promises and actions as they stand."""
        promises = [of_promise(promise) for promise in self._promises.list(person)]
        return board_of([*promises, *self._actions(person)], today)

    def notes(self, person: Person) -> frozenset[str]:
        """Return the ids of the notes whose promise is open."""
        return frozenset(p.note for p in self._promises.list(person) if p.state.is_open)

    def take(self, person: Person, draft: Draft, today: date) -> Promise:
        """Put a draft on the board as a promise of thirty days.

        A note that stands there open is not promised twice: that promise is returned.
        """
        for promise in self._promises.list(person):
            if draft.note and promise.note == draft.note and promise.state.is_open:
                return promise
        promise = promised(draft, self._ids.new(), today)
        self._promises.add(person, promise)
        return promise

    def close(self, person: Person, promise: str, state: PromiseState) -> Promise:
        """Mark it as done or dropped, in the person's name."""
        now = self._clock.now()
        return self._change(person, promise, lambda stored: closed(stored, state, person.id, now))

    def reopen(self, person: Person, promise: str) -> Promise:
        """Open a closed one again."""
        now = self._clock.now()
        return self._change(person, promise, lambda stored: reopened(stored, person.id, now))

    def carry(self, person: Person, promise: str, today: date) -> Promise:
        """Give it thirty more days."""
        now = self._clock.now()
        return self._change(
            person, promise, lambda stored: carried_on(stored, person.id, now, today)
        )

    def change(
        self,
        person: Person,
        promise: str,
        sales_owner: str,
        marketing_owner: str,
        due: date,
        version: int,
    ) -> Promise:
        """Store other owners or another day; `version` is that of the promise changed.

        Raises:
            ChangedMeanwhile: somebody else changed it first; both are in the error.
        """
        now = self._clock.now()

        def word(stored: Promise) -> Promise:
            after = reworded(stored, sales_owner, marketing_owner, due, person.id, now)
            if after is not stored and version != stored.version:
                raise ChangedMeanwhile(_MEANWHILE, stored, after)
            return after

        return self._change(person, promise, word)

    def undo(self, person: Person, promise: str, version: int) -> Promise:
        """Take the change back that made this version.

        Raises:
            ChangedMeanwhile: it was changed again since.
        """

        def back(stored: Promise) -> Promise:
            if version != stored.version:
                raise ChangedMeanwhile(_MEANWHILE, stored, undone(stored))
            return undone(stored)

        return self._change(person, promise, back)

    def delete(self, person: Person, promise: str) -> None:
        """Take it away at once; `undelete` within the grace time brings it back."""
        self._promises.hide(person, promise)

    def undelete(self, person: Person, promise: str) -> None:
        """Bring a deleted one back."""
        self._promises.unhide(person, promise)

    def overdue(self, person: Person, today: date) -> tuple[Action, ...]:
        """Return the promises whose day is past as what an agenda opens with, the oldest first."""
        late = [p for p in self._promises.list(person) if p.is_overdue(today)]
        return tuple(p.as_action() for p in sorted(late, key=lambda p: p.due_on))

    def _change(
        self, person: Person, promise: str, change: Callable[[Promise], Promise]
    ) -> Promise:
        return self._promises.change(person, promise, change)

    def _actions(self, person: Person) -> Iterator[Row]:
        by_series: dict[str, list[ActionRecord]] = {}
        for record in self._meetings.actions(person):
            by_series.setdefault(record.series, []).append(record)
        for series, records in by_series.items():
            held: Sequence[Meeting] = ()
            with suppress(NotFound):  # all its meetings were deleted; what is open outlives them
                held = self._meetings.of_series(person, series)
            standing = {action.id: action for action in carried(records, held)}
            for record in records:
                yield of_action(record, standing.get(record.action.id))
