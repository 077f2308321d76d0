"""Numbers as people type them into a form: `2.4m`, `30k`, `20 %`, `1.200,50`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from coach.domain.agreement import ASKED
from coach.domain.leads import RATES, Term, shown
from coach.errors import Unfit
from coach.services.reckoning.values import MONEY, reads_alone

LONGEST = 40  # characters of a number
_SPACES = re.compile(r"(?<=\d)[ '\N{RIGHT SINGLE QUOTATION MARK}\N{NO-BREAK SPACE}](?=\d{3}\b)")
_INSIDE = re.compile(r"(?<![\w.,])\d{1,9}(?:\.\d{1,2})?(?![\w.,])")
_COMMA = re.compile(r"\A\D*\d+,\d{1,2}\D*\Z")  # `12,5` cannot be thousands


def given_in(typed: Mapping[Term, str]) -> dict[Term, Fraction]:
    """Return the numbers that were typed; what was left blank is not given.

    Raises:
        Unfit: one is no number, named by its question.
    """
    given = {}
    for term, text in typed.items():
        if text.strip():
            given[term] = number_in(text, term)
    return given


def number_in(text: str, term: Term) -> Fraction:
    """Return one number; a share above 1 is in per cent, as people mean it.

    Raises:
        Unfit: it is none.
    """
    plain = _SPACES.sub("", text.strip())
    if _COMMA.match(plain):
        plain = plain.replace(",", ".")
    negative = plain.startswith(("-", "\N{MINUS SIGN}"))
    value = None if negative or len(plain) > LONGEST else reads_alone(plain, term)
    if value is None or value <= 0:
        read = text.strip()[:LONGEST]
        raise Unfit(f"“{ASKED[term]}”: I could not read “{read}”.", _ways(plain, term))
    if term in RATES and plain == "1":
        raise Unfit(f"“{ASKED[term]}”: 1 may be all or one in a hundred.", "Write 1 % or 100 %.")
    if term in RATES and value > 1:
        if value > 100:
            raise Unfit(f"“{ASKED[term]}”: a share is 100 % at most.", "Write 20 %, say.")
        value /= 100
    return value


def _ways(plain: str, term: Term) -> str:
    """Say how to write it, with the number that stands in it where there is just one."""
    inside = [number for number in _INSIDE.findall(plain) if float(number)]
    number = inside[0] if len(inside) == 1 else ""
    if term in RATES:
        share = number if number and 1 < float(number) <= 100 else "20"
        return f"Write {share} or {share} %."
    usual = "30,000 or 30k" if term in MONEY else "5"
    return f"Write a number above zero, such as {number or usual}."


def typed_as(term: Term, value: Fraction) -> str:
    """Return a number as a form shows it, so that reading it again gives the same."""
    if term in RATES:
        value *= 100
        exact = value.denominator == 1 or 1000 % value.denominator == 0
        return f"{float(value):g} %" if exact else f"{float(value):.10g} %"
    return shown(value) if value.denominator == 1 else f"{float(value):.10g}"
