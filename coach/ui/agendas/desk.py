"""The agenda being worked on in this session, and its earlier versions, to go back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.drafts import AgendaDraft
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.meetings import Meeting

_DESK = "agenda-desk"
_MOST = 60  # versions kept to go back to


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk: `brief` is what was asked for, `note` the meeting it was made from.

    `said` is what was changed last. `series` is the one whose next meeting this is. `aside` is how
    it was laid aside while it is not kept; `meeting` is what it is kept as then, `stored` how it
    stands there; "" and `None` where it is not.
    """

    agenda: Agenda
    brief: MeetingBrief | None = None
    note: str = ""
    past: tuple[Agenda, ...] = field(default=(), repr=False)
    said: str = ""
    series: str = ""
    aside: AgendaDraft | None = field(default=None, repr=False)
    meeting: str = ""
    stored: Meeting | None = field(default=None, repr=False)


def opened() -> Desk | None:
    """Return what lies on the desk."""
    desk = st.session_state.get(_DESK)
    return desk if isinstance(desk, Desk) else None


def put(desk: Desk) -> None:
    """Put an agenda on the desk in the place of another."""
    st.session_state[_DESK] = desk


def clear() -> None:
    """Take the agenda off the desk."""
    st.session_state.pop(_DESK, None)


def change(edit: Callable[[Agenda], Agenda], said: str) -> None:
    """Change the agenda; the version before can be brought back."""
    desk = opened()
    if desk is not None and (changed := edit(desk.agenda)) != desk.agenda:
        past = (*desk.past, desk.agenda)[-_MOST:]
        put(replace(desk, agenda=changed, past=past, said=said))


def undo() -> None:
    """Bring back the version before."""
    desk = opened()
    if desk is not None and desk.past:
        put(replace(desk, agenda=desk.past[-1], past=desk.past[:-1], said="Undone."))
