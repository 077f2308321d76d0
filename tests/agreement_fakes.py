"""Agreements and shared words in memory, and some of them to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from coach.domain.agreement import Agreement, Terms
from coach.domain.agreement_months import Month, Promised
from coach.domain.conversation import Person
from coach.domain.leads import Term
from coach.domain.shared_words import SharedWord
from coach.errors import NotFound
from tests.fakes import START

GIVEN = {
    Term.TARGET: Fraction(2_400_000),
    Term.DEAL: Fraction(30_000),
    Term.WIN: Fraction(1, 5),
    Term.SHARE: Fraction(2, 5),
    Term.MQL_TO_OPP: Fraction(15, 100),
    Term.MONTHS: Fraction(12),
}
CARRIED = {
    Term.REPS: Fraction(4),
    Term.ATTEMPTS: Fraction(5),
    Term.MINUTES: Fraction(10),
    Term.HOURS: Fraction(20),
}
TERMS = Terms(given=GIVEN | CARRIED, reasons=("Already in the system", "Outside our market"))
PROMISED = Promised(89, Fraction(24), Fraction(5))
OCTOBER = date(2025, 10, 1)


def a_month(of: date = OCTOBER, **values: int | Fraction) -> Month:
    """A month in which all is told and kept, unless `values` say otherwise."""
    told = {
        "leads": 95, "accepted": 80, "rejected": 15, "reasoned": 15, "response": Fraction(20),
        "attempts": Fraction(5),
    }  # fmt: skip
    return Month(of=of, promised=PROMISED, **(told | values))  # type: ignore[arg-type]


@dataclass
class MemoryAgreements:
    """`Agreements` in memory, for one workspace."""

    stored: dict[str, Agreement] = field(default_factory=dict)
    hidden: dict[str, datetime] = field(default_factory=dict)

    def add(self, person: Person, agreement: Agreement) -> None:
        self.stored[agreement.id] = agreement

    def current(self, person: Person) -> Agreement | None:
        shown = [a for id_, a in self.stored.items() if id_ not in self.hidden]
        return shown[-1] if shown else None

    def change(
        self, person: Person, agreement: str, change: Callable[[Agreement], Agreement]
    ) -> Agreement:
        if agreement not in self.stored or agreement in self.hidden:
            raise NotFound("This agreement is not there any more.")
        self.stored[agreement] = change(self.stored[agreement])
        return self.stored[agreement]

    def hide(self, person: Person, agreement: str) -> None:
        self.hidden[agreement] = START

    def unhide(self, person: Person, agreement: str) -> None:
        self.hidden.pop(agreement, None)

    def purge(self, hidden_before: datetime) -> int:
        return 0


@dataclass
class MemoryWords:
    """`SharedWords` in memory, for one workspace."""

    stored: dict[str, SharedWord] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def list(self, person: Person) -> Sequence[SharedWord]:
        return [word for word in self.stored.values() if word.id not in self.hidden]

    def change(
        self, person: Person, word: str, change: Callable[[SharedWord], SharedWord]
    ) -> SharedWord:
        shown = {one.word: one for one in self.list(person)}
        after = change(shown.get(word, SharedWord(id=f"w{len(self.stored)}", word=word)))
        self.stored[after.id] = after
        return after

    def hide(self, person: Person, id_: str) -> None:
        self.hidden.add(id_)

    def unhide(self, person: Person, id_: str) -> None:
        self.hidden.discard(id_)

    def purge(self, hidden_before: datetime) -> int:
        return 0
