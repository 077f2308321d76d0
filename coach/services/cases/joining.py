"""Both accounts laid beside each other, by code: where they agree, differ and talk past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coach.domain.accounts import Account, Exchange, Joining, Joint, Pair, Quote, Shown
from coach.domain.cases import After, KeptCase
from coach.domain.conflict import Step
from coach.domain.stages import Side
from coach.services.cases.accounts import account_of
from coach.services.cases.counting import (
    LEAST_SHARED,
    of_other_things,
    other_numbers,
    same_numbers,
    telling,
)

NEAR = 0.4  # share of the shorter sentence's telling words
WEEK = timedelta(days=7)
OTHERS = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|nothing|without)\b|n['’]t\b", re.IGNORECASE)


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
        topics=(
            *_same(sales.quotes, marketing.quotes),
            *(one for one in sales.topics if one in heard),
        ),
        sales_topics=tuple(one for one in sales.topics if one not in heard),
        marketing_topics=tuple(one for one in marketing.topics if one not in heard),
        sales_needs=analysis.sales.needs,
        marketing_needs=analysis.marketing.needs,
        sales_sees=sales.note if apart else "",
        marketing_sees=marketing.note if apart else "",
        step=_step(case, today),
    )


def _step(case: KeptCase, today: date) -> Step:
    """Return the step that the case shows, on its day; a week on where that day has come.

    Who should step in is for whoever kept the case alone: it tells how hot they took it to be.
    """
    first, now = case.analysis.step, case.step
    if now.kind not in (After.FIRST, After.AGAIN, After.OPTION) or now.by is None:
        return replace(first, by=max(first.by, today + WEEK))
    return replace(first, what=now.what, by=now.by if now.by > today else today + WEEK)


def _same(sales: Sequence[Quote], marketing: Sequence[Quote]) -> tuple[str, ...]:
    """Return what sentences of both, as far as they may be read, give one number for."""
    found = (
        same for a in sales for b in marketing for same in same_numbers(a.shown.text, b.shown.text)
    )
    return tuple(dict.fromkeys(found))


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
            pairs[i] = j, Pair(a.shown, b.shown, other_numbers(a.text, b.text))
    return tuple(pair for _, (_, pair) in sorted(pairs.items()))


def _nearness(a: str, b: str) -> float:
    """Return how much two sentences speak of one thing; numbers of one thing always do."""
    if other_numbers(a, b):
        return 2.0
    if same_numbers(a, b):
        return 1.0
    if of_other_things(a, b):
        return 0.0
    first, second = telling(a), telling(b)
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


def _alone(quotes: Sequence[Quote], taken: set[Shown]) -> tuple[Shown, ...]:
    return tuple(quote.shown for quote in quotes if quote.shown not in taken)
