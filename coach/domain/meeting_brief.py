"""What somebody asks of a meeting, before there is an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from coach.domain.agenda import Action, Attendee, Repeat
from coach.domain.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingBrief:
    """What for, how long, who, when; `None` or empty is what was not said.

    `text` is what it is for, as typed. `day` is the one to meet on where no time was said.
    `headcount` is how many come where only a number was given. `problems` are known ones, a line
    each. `actions` are still open from last time. `warnings` are plain sentences on what could not
    be taken as it was written.
    """

    text: str
    minutes: int | None = None
    start: datetime | None = None
    day: date | None = None
    zone: str = "UTC"
    repeat: Repeat = Repeat.ONCE
    people: tuple[Attendee, ...] = ()
    headcount: int | None = None
    stage: Stage | None = None
    problems: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    warnings: tuple[str, ...] = ()
