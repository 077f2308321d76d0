"""An agreement as one page: what each side owes, if it fits people's time, what after a miss."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coach.domain.agreement import Agreement, Owed, Way
from coach.domain.agreement_months import hours
from coach.domain.leads import Term, shown
from coach.domain.one_page import OnePage, Part, Point
from coach.domain.stages import Side

_WAYS = {
    Term.REPS: "{} people instead of {}",
    Term.HOURS: "{} hours a month for each of them instead of {}",
    Term.ATTEMPTS: "{} tries a lead instead of {}",
    Term.MINUTES: "{} minutes a try instead of {}",
}
_ONE = {
    Term.ATTEMPTS: "1 try a lead instead of {1}",
    Term.MINUTES: "1 minute a try instead of {1}",
}
_MISS = (
    "Whoever falls short says so first, and by when it will be right again. The other side asks "
    "what got in the way and offers one thing that helps. Twice running: change the promise or "
    "what stands behind it, both heads together."
)


def page_of(agreement: Agreement, tells: tuple[str, ...] = ()) -> OnePage:
    """Return the agreement to print and send; `tells` are sentences on the last months."""
    owed, terms = agreement.owed, agreement.terms
    parts = [
        Part("What marketing owes", tuple(_marketing(owed))),
        Part("What sales owes", tuple(_sales(owed))),
    ]
    if terms.reasons:
        reasons = "; ".join(reason.rstrip(".;") for reason in terms.reasons)
        parts.append(Part("Reasons to reject a lead", (Point(f"{reasons}."),)))
    parts.append(Part("Do people have the time?", (Point(capacity(owed)),)))
    parts.append(Part("After a miss", (Point(_MISS),)))
    parts.append(Part("How the number was found", (Point(_found(owed)),)))
    if tells:
        parts.append(Part("Promise against result", tuple(map(Point, tells))))
    return OnePage(
        title="What sales and marketing owe each other",
        lead=lead_of(owed),
        facts=(
            f"Proposed on {_day(agreement.agreed_on)}; it holds once both sides have said yes",
            "Looked at together once a month · lapses after two quarters unless both say yes again",
            f"Sales: {terms.sales_owner} · Marketing: {terms.marketing_owner}",
        ),
        parts=tuple(parts),
    )


def lead_of(owed: Owed) -> str:
    """Say the whole agreement in a sentence."""
    leads, response = owed.leads, hours(owed.terms.response)
    if leads is None:
        return ""
    return (
        f"Marketing hands over {leads:,} qualified {_leads(leads)} a month; sales answers each "
        f"within {response} and gives a reason for each it rejects."
    )


def capacity(owed: Owed) -> str:
    """Say whether people have the time, by how much not, and what would make it fit."""
    if owed.unknown:
        return "Not checked yet: it takes the people who call, their tries, minutes and hours."
    if owed.plan.hours is None:
        return "Not checked yet: a number is missing."
    needed, there = shown(owed.plan.hours), shown(owed.terms.given[Term.HOURS])
    if owed.fits:
        return f"It fits: each person needs {needed} of their {there} hours a month for this."
    ways = ", or ".join(_way(way, owed) for way in owed.ways)
    bearable = owed.bearable or 0
    return (
        f"It does not fit: each person needs {needed} hours a month and has {there}, so "
        f"{shown(owed.short)} are missing. It would fit with {ways}; or with {bearable:,} "
        f"{_leads(bearable)} a month."
    )


def _marketing(owed: Owed) -> Iterator[Point]:
    terms, leads = owed.terms, owed.leads or 0
    owner, side = terms.marketing_owner, Side.MARKETING
    yield Point(f"{leads:,} qualified {_leads(leads)} a month", (), owner, side)
    means = terms.definition or "To be written: what a qualified lead is, in words of both sides."
    yield Point("Each of them is what both sides call a qualified lead", (means,), owner, side)
    if terms.notice:
        notice = f"Notice of every campaign {_days(terms.notice)} before it starts"
        yield Point(notice, ("Whom it reaches, what it promises, what to expect.",), owner, side)


def _sales(owed: Owed) -> Iterator[Point]:
    terms = owed.terms
    owner, side = terms.sales_owner, Side.SALES
    answer = f"A person answers each lead within {hours(terms.response)}"
    clock = "Weekends and holidays stop the clock; an automatic reply does not."
    yield Point(answer, (clock,), owner, side)
    if (tries := terms.given.get(Term.ATTEMPTS)) is not None:
        noun = "try" if tries == 1 else "tries"
        yield Point(f"{shown(tries)} {noun} before a lead goes back", (), owner, side)
    reason = "A reason for each rejected lead"
    yield Point(reason, ("One of those below, so that marketing can learn from it.",), owner, side)


def _found(owed: Owed) -> str:
    months = owed.terms.given.get(Term.MONTHS)
    kept = [s.text for s in owed.plan.steps if "per person" not in s.what.lower()]
    if months is not None and owed.plan.mqls is not None:
        kept.append(f"A month: {shown(owed.plan.mqls)} ÷ {shown(months)}, so {owed.leads:,}")
    return ". ".join(kept) + "."


def _way(way: Way, owed: Owed) -> str:
    before = shown(owed.terms.given[way.term])
    said = _ONE.get(way.term, _WAYS[way.term]) if way.value == 1 else _WAYS[way.term]
    return said.format(f"{way.value:,}", before)


def _leads(count: int) -> str:
    return "lead" if count == 1 else "leads"


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
