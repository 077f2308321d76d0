"""A month of an agreement: what was promised then, beside what happened, for both sides alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from coach.domain.leads import shown
from coach.domain.stages import Side

NAMES = {Side.SALES: "Sales", Side.MARKETING: "Marketing"}


@dataclass(frozen=True, slots=True)
class Promised:
    """What both sides owed in that month; later changes of the agreement leave it as it was."""

    leads: int
    response: Fraction
    attempts: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What came of a month; `of` is its first day, `None` is what nobody told.

    `leads` were handed over, `response` is the median time to answer in hours, `attempts` the
    median of tries, `reasoned` are the rejected leads that came back with a reason.
    """

    of: date
    promised: Promised
    leads: int | None = None
    accepted: int | None = None
    rejected: int | None = None
    reasoned: int | None = None
    response: Fraction | None = None
    attempts: Fraction | None = None

    @property
    def name(self) -> str:
        """The month as people say it."""
        return f"{self.of:%B} {self.of.year}"


@dataclass(frozen=True, slots=True)
class Line:
    """One promise beside its result; `kept` is `None` where the result is not known."""

    side: Side
    what: str
    promised: str
    result: str
    kept: bool | None


def lines_of(month: Month) -> tuple[Line, ...]:
    """Return every promise of both sides beside its result, the unknown too."""
    promised = month.promised
    lines = [
        Line(
            Side.MARKETING, "Leads handed over", f"{promised.leads:,}", _count(month.leads),
            None if month.leads is None else month.leads >= promised.leads,
        ),
        Line(
            Side.SALES, "Answered within", hours(promised.response), _hours(month.response),
            None if month.response is None else month.response <= promised.response,
        ),
    ]  # fmt: skip
    if promised.attempts is not None:
        tries = month.attempts
        kept = None if tries is None else tries >= promised.attempts
        result = "" if tries is None else shown(tries)
        lines.append(Line(Side.SALES, "Tries a lead", shown(promised.attempts), result, kept))
    if month.rejected is not None:
        given = None if month.reasoned is None else f"{month.reasoned:,} of {month.rejected:,}"
        kept = None if month.reasoned is None else month.reasoned >= month.rejected
        lines.append(Line(Side.SALES, "Rejections with a reason", "every one", given or "", kept))
    return tuple(lines)


def told(month: Month) -> str:
    """Say in a few sentences what came of it, in the same words for either side."""
    said = [f"{month.name}: {_both(month)}"]
    if month.leads and month.accepted is not None:
        share = round(Fraction(month.accepted * 100, month.leads))
        said.append(f"Sales accepted {month.accepted:,} of {month.leads:,} leads ({share} %).")
    if month.rejected is not None and month.reasoned is None:
        said.append("How many rejections came with a reason was not told.")
    return " ".join(said)


def hours(value: Fraction) -> str:
    """Return a time in hours as people write it."""
    return f"{shown(value)} {'hour' if value == 1 else 'hours'}"


def _both(month: Month) -> str:
    kept = {side: _kept(month, side) for side in (Side.MARKETING, Side.SALES)}
    if all(kept.values()):
        return "both sides kept what they promised. Thank each other for it."
    missed = [side for side, so in kept.items() if so is False]
    known = [side for side, so in kept.items() if so is not None]
    if not known:
        return "there is no result to compare yet."
    if len(missed) == len(kept):
        return (
            f"both sides fell short of what they promised, {_short(month, Side.MARKETING)} and "
            f"{_short(month, Side.SALES)}. Ask each other first what got in the way, then whether "
            "the promises are right."
        )
    if missed:
        (side,) = missed
        other = Side.SALES if side is Side.MARKETING else Side.MARKETING
        rest = f"; {NAMES[other].lower()} kept its promise" if kept[other] else ""
        return (
            f"{NAMES[side].lower()} fell short of its promise, {_short(month, side)}{rest}. "
            "Ask first what got in the way and what the other side can do to help."
        )
    (side,) = known
    return f"{NAMES[side].lower()} kept its promise; the other side's result was not told."


def _kept(month: Month, side: Side) -> bool | None:
    """Whether a side kept all of what is known of its promises; `None` where nothing is."""
    kept = [line.kept for line in lines_of(month) if line.side is side and line.kept is not None]
    return all(kept) if kept else None


def _short(month: Month, side: Side) -> str:
    short = [line for line in lines_of(month) if line.side is side and line.kept is False]
    return ", ".join(map(_said, short))


def _said(line: Line) -> str:
    what = f"{line.what[0].lower()}{line.what[1:]}"
    return f"{what} {line.result}, promised {line.promised}"


def _count(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _hours(value: Fraction | None) -> str:
    return "" if value is None else hours(value)
