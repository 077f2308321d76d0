"""An agenda that nobody has kept yet, as it is left while somebody works on it."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.agenda import Agenda
from coach.domain.meeting_brief import MeetingBrief


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDraft:
    """What lies aside of one person until they keep or drop it.

    `brief` is what was asked for, `note` the playbook's meeting it was made from by choice,
    `series` the one whose next meeting it is; `None` and "" where there is none.
    """

    id: str
    agenda: Agenda
    brief: MeetingBrief | None = None
    note: str = ""
    series: str = ""
