"""A meeting that was ended just now: what stays open, and the way back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import Meeting
from coach.ui import components

if TYPE_CHECKING:
    from coach.bootstrap import Services

_ENDED = "agenda-ended"


def end(services: Services, person: Person, stored: Meeting) -> None:
    """End a meeting at once: nothing is lost by it, and one press takes it back."""
    services.agendas.runs.close(person, stored.id)
    st.session_state[_ENDED] = (stored.id, stored.item)


def is_fresh(stored: Meeting) -> bool:
    """Whether this session ended it and has not turned to another meeting since."""
    meeting, _ = st.session_state.get(_ENDED, ("", None))
    return bool(meeting == stored.id)


def draw(services: Services, person: Person, stored: Meeting) -> None:
    """Say what stays open, and offer to go on where the meeting stood."""
    with st.container(key="agenda-ended", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**The meeting has ended; all that was written is kept.** {_open(stored)}")
        st.button(
            "Undo",
            key="agenda-unend",
            icon=":material/undo:",
            help="Goes on with the meeting where it stood.",
            on_click=_go_on,
            args=(services, person, stored.id),
        )


def forget() -> None:
    """Offer no way back any more."""
    st.session_state.pop(_ENDED, None)


@components.plainly
def _go_on(services: Services, person: Person, meeting: str) -> None:
    _, item = st.session_state[_ENDED]
    services.agendas.runs.reopen(person, meeting)
    if item is not None:
        services.agendas.runs.tick(person, meeting, item)
    forget()


def _open(stored: Meeting) -> str:
    """Say how much of it is left for the next meeting."""
    actions = sum(record.is_open for record in stored.actions)
    left = len(stored.untouched)
    said = [
        f"{actions} action{'s are' if actions > 1 else ' is'} open" if actions else "",
        f"{left} question{'s were' if left > 1 else ' was'} not reached" if left else "",
    ]
    parts = " and ".join(part for part in said if part)
    return f"{parts}: the next agenda begins with that." if parts else "Nothing is left open."
