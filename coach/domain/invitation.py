"""What a calendar has to know about a meeting besides its agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One meeting in people's calendars: the same `uid` for good, a higher `sequence` each change.

    `count` or `until` (its last day) end a series; neither: it goes on. `original` is when the one
    date that is changed or cancelled was to begin; `None` means the whole meeting or series.
    `alarm` is how long before the start people are reminded of what they prepare, `None` for never.
    """

    uid: str
    sequence: int = 0
    cancelled: bool = False
    count: int | None = None
    until: date | None = None
    original: datetime | None = None
    alarm: timedelta | None = timedelta(days=1)
