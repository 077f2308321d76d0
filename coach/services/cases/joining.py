"""Both accounts laid beside each other, by code: where they agree, differ and talk past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.domain.accounts import Account, Exchange, Joining, Joint, Pair, Quote, Shown
from coach.domain.cases import KeptCase
from coach.domain.stages import Side
from coach.services.cases.accounts import account_of

NEAR = 0.4  # share of the shorter sentence's telling words
LEAST_SHARED = 2
WEEK = timedelta(days=7)
OTHERS = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGITS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_BETWEEN = r"of|the|your|our|their|my|those|these|out|new|more|were|was|are|\d+"
_COUNTED = re.compile(
    rf"\b(?P<count>\d+(?:[.,]\d+)?|{'|'.join(_DIGITS)})(?: ?%| per ?cent)?"
    rf"(?: (?:{_BETWEEN}))* (?P<what>[^\W\d_]{{3,}})",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|nothing|without)\b|n['’]t\b", re.IGNORECASE)
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "the and for you your our their they them that this these those with from was were are has "
        "have had but not never what when who why how because only about anyway any all can will "
        "would did does been there here she her him his its out just than then too very nobody",
    )
) | set(_DIGITS)


def joining(case: KeptCase, exchange: Exchange, today: date) -> Joining:
    """Return what makes a joint result of the case and what its other side wrote."""

    def join(theirs: Account) -> Joint:
        mine = account_of(case.text, OTHERS[exchange.side], case.pattern)
        return joined(case, mine, theirs, exchange.side, exchange.subject, today)

    return join


def joined(
    case: KeptCase, mine: Account, theirs: Account, their_side: Side, subject: str, today: date
) -> Joint:
    """Return what both accounts come to; neither text is in it but for its quotes."""
    sides = (mine, theirs) if their_side is Side.MARKETING else (theirs, mine)
    sales, marketing = sides
    pairs = _pairs(sales.quotes, marketing.quotes)
    taken = {said for pair in pairs for said in (pair.sales, pair.marketing)}
    differ = tuple(pair for pair in pairs if _differs(pair))
    analysis, heard = case.analysis, set(sales.topics) & set(marketing.topics)
    apart = sales.note != marketing.note
    return Joint(
        subject=subject,
        agree=tuple(pair for pair in pairs if pair not in differ),
        differ=differ,
        sales_alone=_alone(sales.quotes, taken),
        marketing_alone=_alone(marketing.quotes, taken),
        topics=tuple(one for one in sales.topics if one in heard),
        sales_topics=tuple(one for one in sales.topics if one not in heard),
        marketing_topics=tuple(one for one in marketing.topics if one not in heard),
        sales_needs=analysis.sales.needs,
        marketing_needs=analysis.marketing.needs,
        sales_sees=sales.note if apart else "",
        marketing_sees=marketing.note if apart else "",
        step=replace(analysis.step, by=max(analysis.step.by, today + WEEK)),
    )


def _pairs(sales: Sequence[Quote], marketing: Sequence[Quote]) -> tuple[Pair, ...]:
    """Return the sentences on one thing, each in one pair at most, the nearest first."""
    rated = [
        (_nearness(a.text, b.text), i, j)
        for i, a in enumerate(sales)
        for j, b in enumerate(marketing)
    ]
    pairs: dict[int, tuple[int, Pair]] = {}
    for near, i, j in sorted(rated, key=lambda one: (-one[0], one[1], one[2])):
        if near >= NEAR and i not in pairs and j not in {other for other, _ in pairs.values()}:
            a, b = sales[i], marketing[j]
            pairs[i] = j, Pair(a.shown, b.shown, _other_numbers(a.text, b.text))
    return tuple(pair for _, (_, pair) in sorted(pairs.items()))


def _nearness(a: str, b: str) -> float:
    """Return how much two sentences speak of one thing; numbers of one thing always do."""
    if _other_numbers(a, b):
        return 1.0
    first, second = _telling(a), _telling(b)
    shared = first & second
    if len(shared) < LEAST_SHARED:
        return 0.0
    return len(shared) / min(len(first), len(second))


def _differs(pair: Pair) -> bool:
    """Whether two sentences on one thing say different things of it."""
    sales, marketing = pair.sales, pair.marketing
    denied = bool(_NOT.search(sales.text)) != bool(_NOT.search(marketing.text))
    blamed = sales.is_calm or marketing.is_calm
    return pair.numbers or denied or blamed


def _other_numbers(a: str, b: str) -> bool:
    first, second = _counts(a), _counts(b)
    return any(
        not (first[what] <= second[what] or second[what] <= first[what])
        for what in first.keys() & second.keys()
    )


def _counts(text: str) -> dict[str, set[str]]:
    """Return the numbers that a sentence gives, by what they count."""
    found: dict[str, set[str]] = {}
    for match in _COUNTED.finditer(text):
        if match["what"].casefold() not in _PLAIN:
            said = match["count"].casefold()
            numbers = re.findall(r"\d+(?:[.,]\d+)?", match.group()) or [_DIGITS[said]]
            found.setdefault(_stem(match["what"]), set()).update(numbers)
    return found


def _telling(text: str) -> set[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return {_stem(word) for word in words if word not in _PLAIN}


def _stem(word: str) -> str:
    plain = word.casefold()
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain.removesuffix(ending)
    return plain


def _alone(quotes: Sequence[Quote], taken: set[Shown]) -> tuple[Shown, ...]:
    return tuple(quote.shown for quote in quotes if quote.shown not in taken)
