"""What both sides owe each other for leads: numbers worked back from the target, in two directions.

The arithmetic is that of `leads`; what is owed a month is rounded up once, from exact numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from coach.domain.agreement_months import Month
from coach.domain.leads import NEEDED, QUESTIONS, LeadPlan, Term, work_back

PROMISED = (*NEEDED, Term.MONTHS)
CAPACITY = (Term.REPS, Term.ATTEMPTS, Term.MINUTES, Term.HOURS)
ASKED = QUESTIONS | {
    Term.MINUTES: "How many minutes does one try take, notes included?",
    Term.HOURS: "How many hours a month does each of them have for new leads?",
}
DEFAULTS = {Term.MONTHS: Fraction(12), Term.ATTEMPTS: Fraction(5), Term.MINUTES: Fraction(10)}
MOST_HOURS, MOST_DAYS = 1000, 365
_WHOLE = {
    Term.REPS: "People are counted whole: write how many call the leads, such as 4.",
    Term.ATTEMPTS: "Tries are counted whole: write how often each lead is tried, such as 5.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is proposed: the numbers given, and what cannot be calculated.

    `response` are the hours in which sales answers a lead, `notice` the days in which marketing
    tells of a campaign beforehand. `reasons` are those a lead may be rejected for. `definition`
    says what a qualified lead is; the owners are roles or names.
    """

    given: Mapping[Term, Fraction]
    response: Fraction = Fraction(24)
    notice: int = 10
    reasons: tuple[str, ...] = ()
    definition: str = ""
    sales_owner: str = "head of sales"
    marketing_owner: str = "head of marketing"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make the promise fit people's time."""

    term: Term
    value: int


@dataclass(frozen=True)
class Owed:
    """What the terms come to, as far as the numbers reach; everything unrounded but `leads`."""

    terms: Terms

    @cached_property
    def plan(self) -> LeadPlan:
        """The arithmetic, step by step."""
        return work_back(self.terms.given)

    @property
    def missing(self) -> tuple[Term, ...]:
        """What is to be asked for before anything can be promised, in order."""
        months = () if Term.MONTHS in self.terms.given else (Term.MONTHS,)
        # The rates on the way are asked for by `leads`; what people can carry is asked for later.
        return (*(t for t in self.plan.missing if t not in (*CAPACITY, Term.MONTHS)), *months)

    @property
    def unknown(self) -> tuple[Term, ...]:
        """What is to be asked for before it can be told whether people have the time."""
        return tuple(term for term in CAPACITY if term not in self.terms.given)

    @property
    def leads(self) -> int | None:
        """How many leads marketing owes a month: the next whole number up."""
        if self.plan.mqls is None or Term.MONTHS not in self.terms.given:
            return None
        return math.ceil(self.plan.mqls / self.terms.given[Term.MONTHS])

    @property
    def fits(self) -> bool | None:
        """Whether people have the time; `None` while that cannot be told."""
        return self.plan.fits

    @property
    def short(self) -> Fraction:
        """How many hours a month each of them lacks; nothing where it fits or is not known."""
        if self.plan.hours is None or self.fits is not False:
            return Fraction(0)
        return self.plan.hours - self.terms.given[Term.HOURS]

    @property
    def ways(self) -> tuple[Way, ...]:
        """What would make it fit, each by itself: more people, fewer tries, less time, or hours."""
        if self.plan.hours is None or self.fits is not False:
            return ()
        given, over = self.terms.given, self.plan.hours / self.terms.given[Term.HOURS]
        ways = (
            Way(Term.REPS, math.ceil(given[Term.REPS] * over)),
            Way(Term.HOURS, math.ceil(self.plan.hours)),
            Way(Term.ATTEMPTS, math.floor(given[Term.ATTEMPTS] / over)),
            Way(Term.MINUTES, math.floor(given[Term.MINUTES] / over)),
        )
        return tuple(way for way in ways if way.value >= 1)

    @property
    def bearable(self) -> int | None:
        """How many leads a month fit people's time as it is."""
        given = self.terms.given
        if any(term not in given for term in CAPACITY):
            return None
        hours = given[Term.REPS] * given[Term.HOURS]
        return math.floor(hours * 60 / (given[Term.ATTEMPTS] * given[Term.MINUTES]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement as one person proposed it, with what came of it, the earliest month first.

    `agreed_on` is the day of the proposal: nobody tells the coach that both sides said yes.
    """

    id: str
    terms: Terms
    agreed_on: date
    months: tuple[Month, ...] = ()

    @property
    def owed(self) -> Owed:
        """What it comes to."""
        return Owed(self.terms)

    def with_months(self, new: Iterable[Month]) -> Agreement:
        """Return it with further results; one of the same month takes the place of the earlier."""
        by_month = {month.of: month for month in (*self.months, *new)}
        return replace(self, months=tuple(by_month[of] for of in sorted(by_month)))

    def without(self, of: date) -> Agreement:
        """Return it without the result of a month."""
        return replace(self, months=tuple(month for month in self.months if month.of != of))


def checked(terms: Terms) -> Owed:
    """Return what terms come to.

    Raises:
        ValueError: a number cannot be, in words for whoever typed it.
    """
    if not 0 < terms.response <= MOST_HOURS:
        raise ValueError(f"The time to answer lies between a moment and {MOST_HOURS:,} hours.")
    if not 0 <= terms.notice <= MOST_DAYS:
        raise ValueError(f"The notice lies between 0 and {MOST_DAYS} days.")
    for term, said in _WHOLE.items():
        if terms.given.get(term, Fraction(1)).denominator != 1:
            raise ValueError(said)
    owed = Owed(terms)
    _ = owed.plan
    return owed
