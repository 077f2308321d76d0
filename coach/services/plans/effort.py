"""Whether both sides put in the work: what each took on and kept, never who.

The rule: what was taken on in the last ninety days counts, a promise or a shared action for both
sides, one of neither side for none. Nothing is said before there are eight. One side carries more
where two thirds or more of all that was taken on is its own; one side keeps less where four or more
came due on each side and its share of what was done is lower by a third or more. What was dropped
counts as taken on, and for or against nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from coach.domain.promises import PromiseState
from coach.domain.stages import Side
from coach.services.plans.rows import Row

WINDOW = timedelta(days=90)
LEAST = 8  # promises and actions, before anything is said
LEAST_DUE = 4  # that came due on each side, before anything is said of keeping
MORE = Fraction(2, 3)  # of what was taken on
LESS = Fraction(1, 3)  # between the two shares of what was kept
_NAMES = {Side.SALES: "Sales", Side.MARKETING: "Marketing"}


@dataclass(frozen=True, slots=True)
class Effort:
    """One side's numbers: taken on, come due (done or overdue), and of these kept (done)."""

    taken: int = 0
    due: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """Both sides' numbers, out of so many promises and actions."""

    sales: Effort
    marketing: Effort
    cases: int

    @property
    def missing(self) -> int:
        """How many more there must be before anything is said."""
        return max(0, LEAST - self.cases)


def balance_of(rows: Iterable[Row], today: date) -> Balance:
    """Count what was taken on in the last ninety days, by side."""
    sides = {Side.SALES, Side.MARKETING}
    counted = [row for row in rows if row.since > today - WINDOW and row.sides & sides]
    return Balance(
        _effort(counted, Side.SALES, today), _effort(counted, Side.MARKETING, today), len(counted)
    )


def said(balance: Balance) -> str:
    """Say in a sentence or two how the work is shared, kindly where it is lopsided."""
    if balance.missing:
        return (
            f"Too early to say how the work is shared: that takes {LEAST} promises and actions, "
            f"and there {_are(balance.cases)}."
        )
    heavy = _heavier(balance)
    if heavy is not None:
        name, other = _NAMES[heavy], _NAMES[_other(heavy)]
        return (
            f"{name} has taken on {_of(balance, heavy).taken} and "
            f"{other.lower()} {_of(balance, _other(heavy)).taken}. That may be what the work "
            f"asks for just now; if not, ask which of them {other.lower()} would gladly take over."
        )
    behind = _behind(balance)
    if behind is not None:
        mine, theirs = _of(balance, behind), _of(balance, _other(behind))
        return (
            f"Of what came due, {_NAMES[behind].lower()} kept {mine.kept} of {mine.due} and "
            f"{_NAMES[_other(behind)].lower()} {theirs.kept} of {theirs.due}. Ask first whether "
            "the load and the dates are right, and what the other side could take off it."
        )
    return "Both sides carry about the same. Thank each other for it."


def _effort(rows: Iterable[Row], side: Side, today: date) -> Effort:
    mine = [row for row in rows if side in row.sides]
    kept = sum(row.state is PromiseState.DONE for row in mine)
    return Effort(len(mine), kept + sum(row.is_overdue(today) for row in mine), kept)


def _heavier(balance: Balance) -> Side | None:
    total = balance.sales.taken + balance.marketing.taken
    for side in _NAMES:
        if Fraction(_of(balance, side).taken, total) >= MORE:
            return side
    return None


def _behind(balance: Balance) -> Side | None:
    sales, marketing = balance.sales, balance.marketing
    if min(sales.due, marketing.due) < LEAST_DUE:
        return None
    more = Fraction(sales.kept, sales.due) - Fraction(marketing.kept, marketing.due)
    if abs(more) < LESS:
        return None
    return Side.MARKETING if more > 0 else Side.SALES


def _of(balance: Balance, side: Side) -> Effort:
    return balance.sales if side is Side.SALES else balance.marketing


def _other(side: Side) -> Side:
    return Side.MARKETING if side is Side.SALES else Side.SALES


def _are(number: int) -> str:
    return "is 1 so far" if number == 1 else f"are {number or 'none'} so far"
