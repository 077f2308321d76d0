"""Days on the plan: which one it is for the reader, and how far off another one is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coach.ui import components

if TYPE_CHECKING:
    from coach.bootstrap import Services

_TOGETHER = "\N{NO-BREAK SPACE}"


def today(services: Services) -> date:
    """Return the day it is where the reader is."""
    return services.coaching.clock.now().astimezone(components.zone()).date()


def short(day: date) -> str:
    """Say a day without its year, on one line."""
    return f"{day.day}{_TOGETHER}{day:%b}"


def due(day: date | None, now: date) -> str:
    """Say by when something is due, or how long it is overdue."""
    if day is None:
        return "No day set"
    late = (now - day).days
    if late > 0:
        return f"{_days(late)} overdue, since{_TOGETHER}{short(day)}"
    if late == 0:
        return "Due today"
    return f"By {day:%a}{_TOGETHER}{short(day)}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
