"""A count as the report says it: how many of how many."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many."""

    n: int
    of: int

    @property
    def share(self) -> float:
        """The share (0–1); 0 of nothing."""
        return self.n / self.of if self.of else 0.0

    @property
    def text(self) -> str:
        """As it is read: `50 of 76 (65.8 %)`; never broken before the sign."""
        if not self.of:
            return "not measured"
        return f"{self.n} of {self.of} ({100 * self.share:.1f}\N{NO-BREAK SPACE}%)"
