"""What works, what doesn't, and what to do about it: the parts that `coach doctor` looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.errors import CoachError


@dataclass(frozen=True, slots=True)
class PartReport:
    """One part: what it says of itself and, where it does not work, what to do."""

    part: str
    works: bool
    says: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class Checkup:
    """Asks each part in turn. A part that fails to answer is reported, the others go on."""

    parts: Sequence[tuple[str, Callable[[], PartReport]]]

    def run(self) -> tuple[PartReport, ...]:
        """Return a report a part, in order."""
        return tuple(_report(part, ask) for part, ask in self.parts)


def summary(reports: Sequence[PartReport]) -> str:
    """Say the whole in a sentence."""
    bad = [report.part for report in reports if not report.works]
    if not bad:
        return "Everything works."
    return f"Works: {len(reports) - len(bad)} of {len(reports)}. Look at: {', '.join(bad)}."


def _report(part: str, ask: Callable[[], PartReport]) -> PartReport:
    try:
        return ask()
    except CoachError as exc:
        return PartReport(part, False, exc.message, exc.next_step)
