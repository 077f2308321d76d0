"""The asker's door: the other side is asked for its account, and the joint result agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from coach.domain.accounts import (
    LONGEST_ASKER,
    LONGEST_SUBJECT,
    Account,
    AskerView,
    Ended,
    Exchange,
    asker_view,
)
from coach.domain.cases import KeptCase
from coach.domain.conversation import Person
from coach.domain.links import Purpose
from coach.domain.stages import Side
from coach.errors import CaseError
from coach.ports import Cases, Clock, Exchanges
from coach.services.boundaries import Boundaries
from coach.services.cases.accounts import account_of
from coach.services.cases.joining import OTHERS, joining
from coach.services.language import Languages
from coach.services.linking import Invitation, Linking

OPEN_FOR, LONGEST = 14, 60  # days
_NOT_FOR_TWO = "What is in this text is more than a joint page can carry, so nobody was asked."


@dataclass(frozen=True, slots=True)
class AccountAsking:
    """Asks for the other side's account. Lives as long as the app; safe from many threads.

    Whoever asks never learns what the other side wrote, nor whether it did, before both agreed.
    All methods raise `NotFound` for what is not there, `CaseError` for what cannot be done as it
    stands, and a `StorageError` where the records cannot be used.
    """

    cases: Cases
    exchanges: Exchanges
    linking: Linking
    boundaries: Boundaries
    languages: Languages
    clock: Clock

    def ask(
        self,
        person: Person,
        case: str,
        by: str,
        subject: str,
        days: int = OPEN_FOR,
        here: str = "",
    ) -> Invitation:
        """Make the link for the other side; it sees who asks and the subject, nothing else.

        `here` is the address of the page, for links where no public address is set.
        """
        its, now = self.cases.get(person, case), self.clock.now()
        side = _other_of(its)
        self._check_text(its.text)
        name = _line(by, LONGEST_ASKER, "Say who asks, as the other side knows you")
        about = _line(subject, LONGEST_SUBJECT, "Say in one line what it is about")
        self._check_subject(about)
        if not 1 <= days <= LONGEST:
            raise CaseError(f"A link is open for 1 to {LONGEST} days.", "Correct the number.")
        before = self.exchanges.of(person, case)
        if before is not None and (before.open(now) or before.joint is not None):
            raise CaseError("The other side of this case was asked already.")
        until = now + timedelta(days=days)
        (link,) = self.linking.fresh(Purpose.ACCOUNT, case, side, until)
        asked = Exchange(
            case=case, side=side, by=name, subject=about, asked_at=now, expires_at=until
        )
        self.exchanges.ask(person, asked, link.sealed)
        return self.linking.addressed([link], here)[0]

    def seen(self, person: Person, case: str) -> AskerView | None:
        """Return how it stands, `None` where nobody was asked."""
        exchange = self.exchanges.of(person, case)
        return None if exchange is None else asker_view(exchange, self.clock.now())

    def own(self, case: KeptCase) -> Account:
        """Return what of the asker's text the other side could read, once both agreed."""
        return account_of(case.text, OTHERS[_other_of(case)], case.pattern)

    def agree(self, person: Person, case: str, agrees: bool) -> AskerView:
        """Agree to the joint result, or take that back while the other side has not agreed."""
        now = self.clock.now()

        def action(its: KeptCase, exchange: Exchange) -> Exchange:
            return exchange.asker(agrees, now, joining(its, exchange, now.date()))

        return asker_view(self.exchanges.settle(person, case, action), now)

    def stop(self, person: Person, case: str) -> None:
        """Take the question back: the link opens nothing more, and what was written goes."""
        now = self.clock.now()
        self.exchanges.settle(person, case, lambda _, exchange: exchange.end(Ended.STOPPED, now))
        for link in self.linking.of(person, Purpose.ACCOUNT, case):
            self.linking.revoke(person, link.id)

    def _check_subject(self, subject: str) -> None:
        boundary = self.boundaries.anywhere(subject, self.languages.detect(subject))
        if boundary is not None and boundary.is_sure:
            raise CaseError("That line is about more than work.", "Name the matter of work alone.")

    def _check_text(self, text: str) -> None:
        if self.boundaries.anywhere(text, self.languages.detect(text)) is not None:
            raise CaseError(_NOT_FOR_TWO, "The page above says who can help; talk to them first.")


def _other_of(case: KeptCase) -> Side:
    if case.side is None or case.side not in OTHERS:
        raise CaseError(
            "Which is the other side? The case doesn't say whose side you are on.",
            "Choose “That's not it” and say whether it is sales or marketing.",
        )
    return OTHERS[case.side]


def _line(text: str, most: int, missing: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise CaseError(f"{missing}.", "Nothing was made yet.")
    if len(line) > most:
        raise CaseError(f"That line holds {most} characters; yours has {len(line)}.", "Shorten it.")
    return line
