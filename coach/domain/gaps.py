"""What the coach could not answer, as the playbook's owner works through it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """One question that the playbook has nothing, or not enough, for.

    `turn` names it. `covered` is false where the coach said that no note answers; `missing` holds
    what the reader said was missing, `None` where they did not, and `nearest` the ids of the notes
    that came closest. `seen_by` and `seen_at` are set once it is closed.
    """

    turn: str
    question: str
    asked_at: datetime
    covered: bool
    missing: str | None = None
    nearest: tuple[str, ...] = ()
    seen_by: str = ""
    seen_at: datetime | None = None
