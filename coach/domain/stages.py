"""The four stages and the two sides: the words everything else is sorted by."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The four relationships of Kotler, Rackham and Krishnaswamy (HBR, 2006), in order."""

    UNDEFINED = "undefined"
    DEFINED = "defined"
    ALIGNED = "aligned"
    INTEGRATED = "integrated"

    @property
    def number(self) -> int:
        """1 for Undefined to 4 for Integrated."""
        return list(Stage).index(self) + 1

    @property
    def next(self) -> Stage | None:
        """The stage after this one, `None` after the last."""
        stages = list(Stage)
        return stages[self.number] if self.number < len(stages) else None


class Side(StrEnum):
    """Whose view: `other` is shown apart (SDR, RevOps, success), never counted into a gap."""

    SALES = "sales"
    MARKETING = "marketing"
    BOTH = "both"
    OTHER = "other"
