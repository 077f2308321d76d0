"""Promises and thank-yous in memory, and some of them to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from coach.bootstrap.plans import Plans
from coach.domain.conversation import Person
from coach.domain.notes import Playbook
from coach.domain.promises import Draft, Promise, promised
from coach.domain.stages import Side
from coach.domain.thanks import ThankYou
from coach.errors import NotFound
from coach.ports import Clock
from coach.services.plans.board import PlanBoard
from coach.services.plans.suggesting import Suggesting
from coach.services.plans.thanking import ThankYous
from tests.fakes import START, FakeIds
from tests.meeting_fakes import MemoryMeetings

TODAY = START.date()
DRAFT = Draft(
    what="Agree what a qualified lead is",
    note="agree-lead-words",
    sales_owner="sales manager",
    marketing_owner="demand manager",
    meeting="lead-definition-workshop",
    metric="acceptance-rate",
)


def a_promise(id_: str = "p1", on: date = TODAY, draft: Draft = DRAFT) -> Promise:
    """A promise made on that day."""
    return promised(draft, id_, on)


def a_thanks(
    id_: str = "t1", side: Side = Side.SALES, text: str = "The slide won it.", on: date = TODAY
) -> ThankYou:
    """A thank-you of that side to the other."""
    to = Side.MARKETING if side is Side.SALES else Side.SALES
    return ThankYou(id=id_, text=text, from_side=side, to_side=to, on=on)


@dataclass
class _Hiding:
    workspace: str = "home"
    hidden: dict[str, datetime] = field(default_factory=dict)

    def hide(self, person: Person, id_: str) -> None:
        self._check(id_ in self.stored and id_ not in self.hidden and self._is_mine(person))
        self.hidden[id_] = START

    def unhide(self, person: Person, id_: str) -> None:
        self._check(id_ in self.stored and self._is_mine(person))
        self.hidden.pop(id_, None)

    def purge(self, hidden_before: datetime) -> int:
        gone = [id_ for id_, at in self.hidden.items() if at < hidden_before]
        for id_ in gone:
            del self.stored[id_], self.hidden[id_]
        return len(gone)

    def _is_mine(self, person: Person) -> bool:
        return person.workspace == self.workspace

    def _check(self, is_there: bool) -> None:
        if not is_there:
            raise NotFound("This is not on your board.")


@dataclass
class MemoryPromises(_Hiding):
    """`Promises` in memory, for one workspace."""

    stored: dict[str, Promise] = field(default_factory=dict)

    def add(self, person: Person, promise: Promise) -> None:
        self.stored[promise.id] = promise

    def list(self, person: Person) -> Sequence[Promise]:
        mine = self.stored.values() if self._is_mine(person) else ()
        return [promise for promise in mine if promise.id not in self.hidden]

    def change(self, person: Person, promise: str, change: Callable[[Promise], Promise]) -> Promise:
        self._check(promise in {one.id for one in self.list(person)})
        self.stored[promise] = change(self.stored[promise])
        return self.stored[promise]


@dataclass
class MemoryThanks(_Hiding):
    """`Thanks` in memory, for one workspace."""

    stored: dict[str, ThankYou] = field(default_factory=dict)

    def add(self, person: Person, thanks: ThankYou) -> None:
        self.stored[thanks.id] = thanks

    def list(self, person: Person, limit: int) -> Sequence[ThankYou]:
        mine = list(self.stored.values())[::-1] if self._is_mine(person) else []
        newest = sorted(mine, key=lambda one: one.on, reverse=True)
        return [one for one in newest if one.id not in self.hidden][:limit]


def plans_in_memory(playbook: Playbook, clock: Clock) -> Plans:
    """Everything about the plan, with nothing on the board yet."""
    promises, log, ids = MemoryPromises(), MemoryThanks(), FakeIds()
    return Plans(
        suggesting=Suggesting(playbook),
        board=PlanBoard(promises, MemoryMeetings(), clock, ids),
        thanks=ThankYous(log, ids),
        promises=promises,
        log=log,
    )
