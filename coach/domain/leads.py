"""Lead arithmetic: from a revenue target back to deals, opportunities and leads.

Numbers are exact fractions, so a third stays a third; only what is shown is rounded, and upwards,
since part of a lead cannot be handed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Term(StrEnum):
    """What may be given; rates are parts of one, `won` is the part of the target that is sure."""

    TARGET = "target"
    WON = "won"
    DEAL = "deal"
    WIN = "win"
    SHARE = "share"
    MQL_TO_OPP = "mql_to_opp"
    MQL_TO_SAL = "mql_to_sal"
    MQL_TO_SQL = "mql_to_sql"
    SAL_TO_SQL = "sal_to_sql"
    SAL_TO_OPP = "sal_to_opp"
    SQL_TO_OPP = "sql_to_opp"
    REPS = "reps"
    MONTHS = "months"
    ATTEMPTS = "attempts"
    MINUTES = "minutes"
    HOURS = "hours"


NEEDED = (Term.TARGET, Term.DEAL, Term.WIN, Term.SHARE, Term.MQL_TO_OPP)
# What an MQL passes on its way to an opportunity, and the ways that can be told.
_WAYS = (
    (Term.MQL_TO_SAL, Term.SAL_TO_OPP),
    (Term.MQL_TO_SQL, Term.SQL_TO_OPP),
    (Term.MQL_TO_SAL, Term.SAL_TO_SQL, Term.SQL_TO_OPP),
)
RATES = frozenset(
    {Term.WIN, Term.SHARE, Term.MQL_TO_OPP, Term.MQL_TO_SAL, Term.MQL_TO_SQL, Term.SAL_TO_SQL,
     Term.SAL_TO_OPP, Term.SQL_TO_OPP}
)  # fmt: skip
LARGEST = 10**15  # more is a slip of the finger
QUESTIONS: dict[Term, str] = {
    Term.TARGET: "How much new revenue do you need?",
    Term.WON: "How much of the target is won already?",
    Term.DEAL: "How much is an average deal worth?",
    Term.WIN: "What share of your opportunities do you win?",
    Term.SHARE: "What share of the opportunities is marketing to bring?",
    Term.MQL_TO_OPP: "What share of MQLs becomes an opportunity?",
    Term.MQL_TO_SAL: "What share of MQLs does sales accept?",
    Term.MQL_TO_SQL: "What share of MQLs becomes an SQL?",
    Term.SAL_TO_SQL: "What share of accepted leads becomes an SQL?",
    Term.SAL_TO_OPP: "What share of accepted leads becomes an opportunity?",
    Term.SQL_TO_OPP: "What share of SQLs becomes an opportunity?",
    Term.MONTHS: "How many months is the target for?",
    Term.REPS: "How many people call the leads?",
    Term.ATTEMPTS: "How many times does each of them try to reach a lead?",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation: `how` in figures, `result` unrounded.

    `is_whole` where part of a thing makes no sense, so that the next whole number is said too.
    """

    what: str
    how: str
    result: Fraction
    is_whole: bool = False

    @property
    def text(self) -> str:
        """The line as people read it."""
        line = f"{self.what}: {self.how} = {shown(self.result)}"
        if self.is_whole and self.result.denominator != 1:
            line += f", so {math.ceil(self.result):,}"
        return line


@dataclass(frozen=True, slots=True)
class LeadPlan:
    """As much as the given numbers lead to, unrounded; `missing` is to be asked for, in order.

    `load` are the leads for each person and month, `hours` what they take of that person's time.
    """

    given: Mapping[Term, Fraction]
    deals: Fraction | None = None
    opportunities: Fraction | None = None
    marketing_opportunities: Fraction | None = None
    mqls: Fraction | None = None
    load: Fraction | None = None
    hours: Fraction | None = None
    steps: tuple[Step, ...] = ()
    missing: tuple[Term, ...] = ()

    @property
    def fits(self) -> bool | None:
        """Whether people have the hours; `None` where that was not told."""
        available = self.given.get(Term.HOURS)
        return None if available is None or self.hours is None else self.hours <= available


def work_back(given: Mapping[Term, Fraction]) -> LeadPlan:
    """Calculate as far as the numbers reach.

    Raises:
        ValueError: a number is not above zero, a rate is above one, or the target is won already.
    """
    for term, value in given.items():
        if not 0 < value <= LARGEST:
            raise ValueError(f"`{term}` must be above zero and at most {LARGEST:,}")
        if term in RATES and value > 1:
            raise ValueError(f"`{term}` is a share of at most 1, such as 0.2 or 20%")
    if Term.TARGET in given and given.get(Term.WON, 0) >= given[Term.TARGET]:
        raise ValueError("`won` must be less than the target, or nothing is left to win")
    steps: list[Step] = []
    deals = _deals(given, steps)
    opportunities = _divided(deals, given.get(Term.WIN), "Opportunities", steps)
    marketing = _part(opportunities, given.get(Term.SHARE), steps)
    rate = _mql_to_opp(given, steps if marketing is not None else [])
    mqls = _divided(marketing, rate, "MQLs", steps)
    load, hours = _capacity(mqls, given, steps)
    return LeadPlan(
        given=dict(given),
        deals=deals,
        opportunities=opportunities,
        marketing_opportunities=marketing,
        mqls=mqls,
        load=load,
        hours=hours,
        steps=tuple(steps),
        missing=missing_in(given),
    )


def missing_in(given: Mapping[Term, Fraction]) -> tuple[Term, ...]:
    """Return what is to be asked for yet, in order."""
    return tuple(dict.fromkeys(term for term in _wanted(given) if term not in given))


def rounded(value: Fraction | None) -> int | None:
    """Return what is shown of a result: the next whole number up."""
    return None if value is None else math.ceil(value)


def shown(value: Fraction) -> str:
    """Return a number as people write it, with one decimal where it is not whole."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.1f}" if value >= 1 else f"{float(value):.3g}"


def _deals(given: Mapping[Term, Fraction], steps: list[Step]) -> Fraction | None:
    if Term.TARGET not in given or Term.DEAL not in given:
        return None
    target, deal = given[Term.TARGET], given[Term.DEAL]
    if Term.WON in given:
        how = f"{shown(target)} − {shown(given[Term.WON])}"
        target -= given[Term.WON]
        steps.append(Step("Still to win", how, target))
    steps.append(Step("Deals", f"{shown(target)} ÷ {shown(deal)}", target / deal, True))
    return target / deal


def _divided(
    whole: Fraction | None, rate: Fraction | None, what: str, steps: list[Step]
) -> Fraction | None:
    if whole is None or rate is None:
        return None
    steps.append(Step(what, f"{shown(whole)} ÷ {_percent(rate)}", whole / rate, True))
    return whole / rate


def _part(whole: Fraction | None, share: Fraction | None, steps: list[Step]) -> Fraction | None:
    if whole is None or share is None:
        return None
    how = f"{_percent(share)} of {shown(whole)}"
    steps.append(Step("Opportunities from marketing", how, whole * share, True))
    return whole * share


def _mql_to_opp(given: Mapping[Term, Fraction], steps: list[Step]) -> Fraction | None:
    """Return the rate as given, else as the product of the gates on the way."""
    if Term.MQL_TO_OPP in given:
        return given[Term.MQL_TO_OPP]
    way = _way(given)
    if any(gate not in given for gate in way):
        return None
    rate = math.prod((given[gate] for gate in way), start=Fraction(1))
    how = " × ".join(_percent(given[gate]) for gate in way)
    steps.append(Step("MQL to opportunity, in per cent", how, rate * 100))
    return rate


def _capacity(
    mqls: Fraction | None, given: Mapping[Term, Fraction], steps: list[Step]
) -> tuple[Fraction | None, Fraction | None]:
    """Return leads per person and month, and the hours they take."""
    if mqls is None or Term.REPS not in given or Term.MONTHS not in given:
        return None, None
    reps, months = given[Term.REPS], given[Term.MONTHS]
    load = mqls / reps / months
    how = f"{shown(mqls)} ÷ {shown(reps)} people ÷ {shown(months)} months"
    steps.append(Step("Leads per person and month", how, load))
    if Term.ATTEMPTS not in given:
        return load, None
    attempts = given[Term.ATTEMPTS]
    tries = load * attempts
    steps.append(Step("Attempts per person and month", f"{shown(load)} × {shown(attempts)}", tries))
    if Term.MINUTES not in given:
        return load, None
    minutes = given[Term.MINUTES]
    hours = tries * minutes / 60
    how = f"{shown(tries)} × {shown(minutes)} minutes ÷ 60"
    steps.append(Step("Hours per person and month", how, hours))
    return load, hours


def _wanted(given: Mapping[Term, Fraction]) -> Iterator[Term]:
    yield from NEEDED[:-1]
    yield from (NEEDED[-1],) if NEEDED[-1] in given else _way(given)
    if Term.REPS in given:
        yield Term.MONTHS
    if Term.ATTEMPTS in given or Term.MINUTES in given or Term.HOURS in given:
        yield from (Term.REPS, Term.MONTHS, Term.ATTEMPTS)


def _way(given: Mapping[Term, Fraction]) -> tuple[Term, ...]:
    """Return the gates that lack fewest numbers, the whole rate where none of them is given."""
    begun = [way for way in _WAYS if any(gate in given for gate in way)]
    return min(begun, key=lambda way: sum(g not in given for g in way), default=NEEDED[-1:])


def _percent(rate: Fraction) -> str:
    return f"{shown(rate * 100)} %"
