"""What a figure may stand for: a sum, a share, a number of people or tries, minutes or hours."""

from __future__ import annotations

import re
from fractions import Fraction

from coach.domain.lazily import lazy_pattern
from coach.domain.leads import RATES, Term
from coach.services.checking.figures import Figure, figures_in
from coach.services.checking.units import Unit
from coach.services.checking.words import vocabulary
from coach.services.reckoning.tidying import tidied, unclear_in

MONEY = frozenset({Term.TARGET, Term.WON, Term.DEAL})
_COUNTED = {
    Term.REPS: {"", *vocabulary("rep reps seller sellers salespeople sdr sdrs bdr bdrs callers")},
    Term.ATTEMPTS: {"", *vocabulary("attempt attempts tries touches calls")},
}
_LEAST_MONEY = 100  # a bare number below is no sum
_LARGE = 1000  # a bare number from here on must be a sum
# `20k deals` are deals of 20,000; nobody has so many of them.
_WORTH = vocabulary("deal deals order orders contract contracts")
_SCALED = lazy_pattern(r"\d ?[km]\Z", re.IGNORECASE)
_THINGS = vocabulary(
    "leads mqls sals sqls opportunities opps deals customers contacts reps sellers sdrs people"
    " calls employees companies accounts meetings"
)
# What may follow a bare number that is a share: `20 win rate`, but not `20 new customers`.
_RATE_WORDS = frozenset({"", *vocabulary("win close closing hit conversion share marketing mql")})
_UNGROUPED = lazy_pattern(r"(?!\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z)\d+(?:[.,]\d+){2,}")
_HOURS = lazy_pattern(r"\b(?:h|hrs?|hours?)\b|\dh\b", re.IGNORECASE)


def reads_as(figure: Figure, term: Term) -> Fraction | None:
    """Return the figure as a value of `term`, `None` where it can be none."""
    value = Fraction(str(round(figure.values[0], 9))).limit_denominator(10**6)
    bare = figure.unit in (Unit.COUNT, Unit.YEAR)
    if term in RATES:
        return _rate(figure, value, bare)
    if term in MONEY:
        is_worth = figure.noun in _WORTH and _SCALED.search(figure.text) is not None
        may_be = bare and (figure.noun not in _THINGS or is_worth) and value >= _LEAST_MONEY
        is_money = figure.unit is Unit.MONEY or may_be
        return value if is_money and value > 0 else None
    if term in _COUNTED:
        is_count = figure.unit is Unit.COUNT and figure.noun in _COUNTED[term]
        is_count |= figure.unit is Unit.MULTIPLE and term is Term.ATTEMPTS
        return value if is_count and value.denominator == 1 and 0 < value < _LARGE else None
    return _time(figure, value, term)


def reads_alone(text: str, term: Term) -> Fraction | None:
    """Return what `text` gives for `term` by name, `None` where it is not one number.

    A bare number is in the term's own unit: months, minutes, hours, a part of one.
    """
    text = tidied(text.strip())
    figure = next((f for f in figures_in(text) if f.text == text), None)
    if figure is None or unclear_in(text) or _UNGROUPED.match(text):
        return None
    in_months = figure.unit is Unit.MONTHS and term is Term.MONTHS
    if in_months or figure.unit in (Unit.COUNT, Unit.YEAR):
        return Fraction(str(figure.values[0]))
    return reads_as(figure, term)


def is_sum(figure: Figure) -> bool:
    """Whether a figure can hardly be anything but a sum of money."""
    if figure.unit is Unit.MONEY:
        return True
    is_scaled = _SCALED.search(figure.text) is not None and figure.noun not in _THINGS - _WORTH
    is_large = not figure.noun and figure.values[0] >= _LARGE
    return figure.unit is Unit.COUNT and (is_scaled or is_large)


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
