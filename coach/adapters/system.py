"""The machine's clock, and identifiers that never repeat."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from uuid import uuid4


class SystemClock:
    """The port `Clock` on the machine's clocks."""

    def now(self) -> datetime:
        """Return the time in UTC, with its zone."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds from any start, never going back."""
        return time.monotonic()


class RandomIds:
    """The port `Ids` by chance: 122 random bits."""

    def new(self) -> str:
        """Return 32 hexadecimal digits never given before."""
        return uuid4().hex
