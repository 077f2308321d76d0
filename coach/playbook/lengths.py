"""How long a meeting takes, as people say it."""

from __future__ import annotations

LONGEST_IN_MINUTES = 90


def length(minutes: int) -> str:
    """Return minutes up to an hour and a half, then hours: "90 minutes", "3 h", "7 h 30"."""
    if minutes <= LONGEST_IN_MINUTES:
        return f"{minutes} minutes"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if rest else f"{hours} h"
