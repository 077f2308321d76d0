"""Kept cases and exchanges in memory, and cases to put into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from coach.domain.accounts import Exchange, OpenedAccount
from coach.domain.cases import CountedCase, KeptCase, ListedCase
from coach.domain.conflict import (
    Analysis,
    Heard,
    Match,
    Step,
    View,
    WayForward,
    Words,
)
from coach.domain.conversation import Person
from coach.domain.links import Link, Purpose
from coach.domain.notes import Friction
from coach.domain.stages import Side
from coach.errors import CaseError, NotFound
from coach.ports.cases import Settle
from tests.fakes import START
from tests.round_fakes import MemoryLinks

SALES_SAYS = (
    "I run sales. 12 of 20 leads you sent on Monday were students. You never listen to us. "
    "The secret word is heliotrope."
)
MARKETING_SAYS = (
    "I am in marketing. 3 of 20 leads that we sent on Monday were students. "
    "We asked for feedback in May and got none. The secret word is aubergine."
)
STEP = Step("Look at ten leads together.", "head of sales", "head of marketing", date(2026, 12, 1))
OPTIONS = (
    WayForward("Agree what a lead is.", "an hour", "an hour"),
    WayForward("Return bad leads with a reason.", "a field", "a report"),
)


def an_analysis(note: str = "lead-quality", summary: str = "What a good lead is.") -> Analysis:
    """What a quarrel over leads came to."""
    return Analysis(
        summary=summary,
        about=Friction.PROCESS,
        heard=Heard.SALES,
        patterns=(Match(note, 0.9),),
        said=(),
        disputed=(),
        missing=(),
        sales=View("Leads waste time.", "Leads that can buy.", "Quota.", is_guess=False),
        marketing=View("Nobody calls.", "Answers within a week.", "Volume.", is_guess=True),
        root_cause="No shared definition.",
        stage=None,
        heat=2,
        help_by="The two heads can settle it.",
        options=OPTIONS,
        step=STEP,
        words=Words("a", "b", "c"),
        meeting="lead-review",
        metric=None,
        hand_over_when="Pay is touched.",
    )


def a_case(id_: str = "case1", side: Side | None = Side.SALES, text: str = SALES_SAYS) -> KeptCase:
    """A kept case."""
    return KeptCase(id=id_, text=text, side=side, note="", kept_at=START, analysis=an_analysis())


@dataclass
class MemoryCases:
    """`Cases` in memory."""

    stored: dict[str, tuple[KeptCase, Person]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def add(self, person: Person, case: KeptCase) -> None:
        self.stored[case.id] = (case, person)

    def get(self, person: Person, case: str) -> KeptCase:
        found = self.stored.get(case)
        if found is None or case in self.hidden or found[1] != person:
            raise NotFound("This case is not in your list.")
        return found[0]

    def list(self, person: Person) -> Sequence[ListedCase]:
        mine = [c for c, owner in self.stored.values() if owner == person]
        return [
            ListedCase(
                c.id,
                c.title,
                c.kept_at,
                c.step.by,
                c.follow_ups[-1].told if c.follow_ups else None,
                c.text[:90],
            )
            for c in mine
            if c.id not in self.hidden
        ]

    def due(self, person: Person, today: date) -> int:
        return sum(line.asks(today) for line in self.list(person))

    def change(self, person: Person, case: str, change: Callable[[KeptCase], KeptCase]) -> KeptCase:
        after = change(self.get(person, case))
        self.stored[case] = (after, person)
        return after

    def counted(self, person: Person, since: datetime) -> Sequence[CountedCase]:
        return [
            CountedCase(c.pattern, c.kept_at, c.follow_ups[-1].told if c.follow_ups else None)
            for c, owner in self.stored.values()
            if owner.workspace == person.workspace
            and c.id not in self.hidden
            and c.kept_at >= since
        ]

    def hide(self, person: Person, case: str) -> None:
        self.hidden.add(self.get(person, case).id)

    def unhide(self, person: Person, case: str) -> None:
        self.hidden.discard(case)

    def purge(self, hidden_before: datetime) -> int:
        gone = len(self.hidden)
        for case in self.hidden:
            del self.stored[case]
        self.hidden.clear()
        return gone


@dataclass
class MemoryExchanges:
    """`Exchanges` in memory."""

    cases: MemoryCases = field(default_factory=MemoryCases)
    links: MemoryLinks = field(default_factory=MemoryLinks)
    stored: dict[str, Exchange] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def ask(self, person: Person, exchange: Exchange, link: tuple[Link, str]) -> None:
        self.cases.get(person, exchange.case)
        old = [t for t, (its, _) in self.links.stored.items() if its.subject == exchange.case]
        for token in old:
            del self.links.stored[token]
        self.keys.pop(exchange.case, None)
        self.stored[exchange.case] = exchange
        self.links.add(person, [link])

    def of(self, person: Person, case: str) -> Exchange | None:
        self.cases.get(person, case)
        return self.stored.get(case)

    def settle(self, person: Person, case: str, action: Settle) -> Exchange:
        its, before = self.cases.get(person, case), self.stored.get(case)
        if before is None:
            raise CaseError("The other side of this case was not asked.")
        self.stored[case] = action(its, before)
        return self.stored[case]

    def open(self, token: str, key: str = "") -> OpenedAccount | None:
        found = self.links.find(token, Purpose.ACCOUNT)
        if found is None or found[0].subject in self.cases.hidden:
            return None
        case = found[0].subject
        mine = bool(key) and self.keys.get(case) == key
        return OpenedAccount(found[0], self.stored[case], mine)

    def answer(
        self, token: str, key: str, action: Callable[[KeptCase, OpenedAccount], Exchange]
    ) -> Exchange | None:
        opened = self.open(token, key)
        if opened is None:
            return None
        case = opened.link.subject
        after = action(self.cases.stored[case][0], opened)
        if not opened.mine:
            self.links.put(token, replace(opened.link, uses_left=0))
        self.keys[case], self.stored[case] = key, after
        return after
