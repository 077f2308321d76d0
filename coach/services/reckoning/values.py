"""What a figure may stand for: a sum, a share, a number of people or tries, minutes or hours."""

from __future__ import annotations

import re
from fractions import Fraction

from coach.domain.leads import RATES, Term
from coach.services.checking.figures import Figure
from coach.services.checking.units import Unit
from coach.services.checking.words import vocabulary

MONEY = frozenset({Term.TARGET, Term.DEAL})
_COUNTED = {
    Term.REPS: {"", *vocabulary("rep reps seller sellers salespeople sdr sdrs bdr bdrs callers")},
    Term.ATTEMPTS: {"", *vocabulary("attempt attempts tries touches calls")},
}
_LEAST_MONEY = 100  # a bare number below is no sum
_THINGS = vocabulary(
    "leads mqls sals sqls opportunities opps deals customers contacts reps sellers sdrs people"
    " calls employees companies accounts meetings"
)
# What may follow a bare number that is a share: `20 win rate`, but not `20 new customers`.
_RATE_WORDS = frozenset({"", *vocabulary("win close closing hit conversion share marketing mql")})
_HOURS = re.compile(r"\b(?:h|hrs?|hours?)\b|\dh\b", re.IGNORECASE)


def reads_as(figure: Figure, term: Term) -> Fraction | None:
    """Return the figure as a value of `term`, `None` where it can be none."""
    value = Fraction(str(round(figure.values[0], 9))).limit_denominator(10**6)
    bare = figure.unit in (Unit.COUNT, Unit.YEAR)
    if term in RATES:
        return _rate(figure, value, bare)
    if term in MONEY:
        is_sum = bare and figure.noun not in _THINGS and value >= _LEAST_MONEY
        is_money = figure.unit is Unit.MONEY or is_sum
        return value if is_money and value > 0 else None
    if term in _COUNTED:
        is_count = figure.unit is Unit.COUNT and figure.noun in _COUNTED[term]
        is_count |= figure.unit is Unit.MULTIPLE and term is Term.ATTEMPTS
        return value if is_count and value.denominator == 1 and value else None
    return _time(figure, value, term)


def _rate(figure: Figure, value: Fraction, bare: bool) -> Fraction | None:
    if figure.unit is Unit.PERCENT:
        return _share(value) if 0 < value <= 100 else None
    # 0.2 and 20 can only be a fifth; 1 may be all or one per cent.
    if bare and 0 < value < 1:
        return value
    is_rate = bare and figure.noun in _RATE_WORDS and 1 < value <= 100
    return value / 100 if is_rate else None


def _time(figure: Figure, value: Fraction, term: Term) -> Fraction | None:
    if figure.unit is not Unit.MINUTES or not value:
        return None
    in_hours = _HOURS.search(figure.text) is not None
    if term is Term.HOURS:
        return value / 60 if in_hours else None
    return value if term is Term.MINUTES and not in_hours else None


def _share(per_cent: Fraction) -> Fraction:
    """Return per cent as a part of one; a third is a third though floats only come near."""
    near = (per_cent / 100).limit_denominator(12)
    return near if abs(near - per_cent / 100) < Fraction(1, 10**6) else per_cent / 100
