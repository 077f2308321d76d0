"""The machine's clock, identifiers that never repeat, and secrets nobody guesses."""

from __future__ import annotations

import secrets
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


class RandomSecrets:
    """The port `Secrets` by the system's own randomness."""

    def new(self) -> str:
        """Return 32 random bytes as 43 letters that an address can hold."""
        return secrets.token_urlsafe(32)
