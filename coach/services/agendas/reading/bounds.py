"""Says in plain words which lengths a meeting may have."""

from __future__ import annotations

from coach.domain.agenda import LONGEST, SHORTEST

ALLOWED = f"A meeting may be {SHORTEST} to {LONGEST} minutes long (eight hours)"


def is_allowed(minutes: float) -> bool:
    """Whether a meeting may be this long."""
    return SHORTEST <= minutes <= LONGEST
