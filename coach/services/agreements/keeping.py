"""The agreement of a workspace: proposed, changed, reviewed month by month, ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from coach.domain.agreement import ASKED, Agreement, Owed, Terms, checked
from coach.domain.agreement_months import Month, Promised
from coach.domain.conversation import Person
from coach.domain.leads import Term
from coach.errors import Unfit
from coach.ports import Clock, Ids
from coach.ports.agreements import Agreements

MOST_MONTHS = 120  # results of one agreement


class AgreementKeeping:
    """Keeps what is proposed to both sides. Lives as long as the app; safe from many threads.

    All methods raise `NotFound` for what is not there, `Unfit` for what cannot be proposed or
    recorded, and a `StorageError` where the records cannot be used.
    """

    def __init__(self, agreements: Agreements, clock: Clock, ids: Ids) -> None:
        self._agreements, self._clock, self._ids = agreements, clock, ids

    def current(self, person: Person) -> Agreement | None:
        """Return the agreement that stands."""
        return self._agreements.current(person)

    def owed(self, terms: Terms) -> Owed:
        """Return what terms come to, stored or not."""
        try:
            return checked(terms)
        except ValueError as exc:
            raise Unfit(_plain(str(exc)), "Correct the number.") from exc

    def agree(self, person: Person, terms: Terms, today: date) -> Agreement:
        """Store terms as what is proposed from today on; results of earlier months stay."""
        owed = self.owed(terms)
        if owed.missing:
            raise Unfit("A number is missing still.", ASKED[owed.missing[0]])
        standing = self._agreements.current(person)
        if standing is None:
            new = Agreement(id=self._ids.new(), terms=terms, agreed_on=today)
            self._agreements.add(person, new)
            return new
        return self._change(
            person,
            standing.id,
            lambda a: Agreement(id=a.id, terms=terms, agreed_on=today, months=a.months),
        )

    def put_back(self, person: Person, before: Agreement) -> Agreement:
        """Store an earlier state of the agreement again, as for undo."""
        return self._change(person, before.id, lambda _: before)

    def record(self, person: Person, months: Sequence[Month]) -> Agreement:
        """Store results; one of a month that is there already takes its place."""
        standing = self._standing(person)
        for month in months:
            _check(month, self._clock.now().date())
        after = standing.with_months(months)
        if len(after.months) > MOST_MONTHS:
            raise Unfit(f"An agreement holds {MOST_MONTHS} months.", "Delete it and begin anew.")
        return self._change(person, standing.id, lambda a: a.with_months(months))

    def forget(self, person: Person, of: date) -> Agreement:
        """Take the result of a month away."""
        return self._change(person, self._standing(person).id, lambda a: a.without(of))

    def promised(self, person: Person) -> Promised:
        """Return what both sides owe a month as it stands, for a result to be held against."""
        return promised_by(self._standing(person))

    def delete(self, person: Person, agreement: str) -> None:
        """End it with all its results at once; `undelete` within the grace time brings it back."""
        self._agreements.hide(person, agreement)

    def undelete(self, person: Person, agreement: str) -> None:
        """Bring a deleted one back."""
        self._agreements.unhide(person, agreement)

    def _standing(self, person: Person) -> Agreement:
        standing = self._agreements.current(person)
        if standing is None:
            raise Unfit("There is no proposal yet.", "Keep one, then compare a month with it.")
        return standing

    def _change(
        self, person: Person, agreement: str, change: Callable[[Agreement], Agreement]
    ) -> Agreement:
        return self._agreements.change(person, agreement, change)


def promised_by(agreement: Agreement) -> Promised:
    """Return what an agreement promises for a month."""
    terms, leads = agreement.terms, agreement.owed.leads
    return Promised(leads or 0, terms.response, terms.given.get(Term.ATTEMPTS))


def _check(month: Month, today: date) -> None:
    if month.of > today:
        raise Unfit(f"{month.name} has not begun yet.", "Choose a month that is over.")
    if month.leads is not None and (month.accepted or 0) > month.leads:
        raise Unfit(
            f"{month.name}: more leads were accepted than handed over.", "Correct one of the two."
        )
    if (month.reasoned or 0) > (month.rejected or 0) and month.rejected is not None:
        raise Unfit(
            f"{month.name}: more reasons than rejected leads.", "Correct one of the two numbers."
        )


def _plain(said: str) -> str:
    """Return what the arithmetic says of a number in words that name no symbol."""
    for term, question in ASKED.items():
        said = said.replace(f"`{term}`", f"“{question}”:")
    return f"{said.rstrip('.')}."
