"""What the drawings show as rows, for the tables beside them and for the files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.domain.progress import (
    GapStep,
    Hold,
    MeetingMonth,
    QuarrelMonth,
    Quarrels,
    StageStep,
    ThanksMonth,
    Work,
)
from coach.domain.stages import Stage
from coach.services.standing.changing import named
from coach.ui.standing import scales

Rows = list[tuple[str, ...]]
WORK = {
    "kept": "Kept",
    "carried": "Carried over",
    "open": "Still open",
    "late": "Late",
    "dropped": "Dropped",
}
STEPS = {
    "done": "Step done",
    "not_yet": "Not yet done",
    "dropped": "Dropped",
    "waiting": "Not told",
}
HOLDS = {
    Hold.NEW: "all of it",
    Hold.PART: "part of it",
    Hold.HELD: "nothing: too few answered otherwise",
}


def days(steps: Sequence[StageStep] | Sequence[GapStep]) -> list[str]:
    """Return a short name for each step's round: its day, numbered where two closed on one."""
    keys = list(dict.fromkeys((step.on, step.round) for step in steps))
    names: dict[tuple[date, str], str] = {}
    for on, title in keys:
        alike = sum(other == on for other, _ in names)
        again = f" ({alike + 1})" if alike else ""
        names[on, title] = f"{on.day} {on:%b %y}{again}"
    return [names[step.on, step.round] for step in steps]


def stages(steps: Sequence[StageStep]) -> Rows:
    """Return a row a round, with the shares of the four stages."""
    heads = ("Closed", "Stage", "Team", "Sales", "Marketing", *(s.capitalize() for s in Stage))
    rows = [
        (
            step.on.isoformat(),
            named(step.verdict).capitalize(),
            *(scales.number(score) for score in (step.team, step.sales, step.marketing)),
            *(scales.percent(step.distribution[stage]) for stage in Stage),
        )
        for step in steps
    ]
    return [heads, *rows]


def gaps(steps: Sequence[GapStep]) -> Rows:
    """Return a row a dimension and round; the gap is marketing less sales."""
    heads = ("Part", "Closed", "Sales", "Marketing", "Gap", "New since the round before")
    rows = [
        (
            step.dimension,
            step.on.isoformat(),
            *(scales.number(score) for score in (step.sales, step.marketing, step.gap)),
            HOLDS[step.hold],
        )
        for step in steps
    ]
    return [heads, *sorted(rows, key=lambda row: (row[0], row[1]))]


def work(counted: Sequence[Work]) -> Rows:
    """Return a row a side."""
    rows = [
        (one.side.capitalize(), str(one.taken), *(str(getattr(one, field)) for field in WORK))
        for one in counted
    ]
    return [("Side", "Taken on", *WORK.values()), *rows]


def meetings(months: Sequence[MeetingMonth]) -> Rows:
    """Return a row a month."""
    rows = [
        (_month(m.month), *(str(n) for n in (m.planned, m.held, m.cancelled, m.missed)))
        for m in months
    ]
    return [("Month", "Planned", "Held", "Called off", "Not held"), *rows]


def thanks(months: Sequence[ThanksMonth]) -> Rows:
    """Return a row a month."""
    rows = [(_month(m.month), str(m.sales), str(m.marketing)) for m in months]
    return [("Month", "Sales to marketing", "Marketing to sales"), *rows]


def responses(months: Sequence[QuarrelMonth]) -> Rows:
    """Return a row a month."""
    rows = [
        (_month(m.month), str(m.kept), *(str(getattr(m, field)) for field in STEPS)) for m in months
    ]
    return [("Month", "Quarrels kept", *STEPS.values()), *rows]


def quarrels(found: Quarrels) -> Rows:
    """Return a row for each quarrel that came back."""
    return [("Quarrel", "Kept this quarter"), *((one.title, str(one.count)) for one in found.back)]


def _month(month: date) -> str:
    return f"{month:%Y-%m}"
