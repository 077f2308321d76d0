"""A meeting that was deleted just now: it can be brought back for a moment."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import Meeting
from coach.ui import components, safe_text
from coach.ui.agendas import desk, keeping, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

GRACE = 10.0  # seconds in which it can be brought back
_DELETED = "agenda-deleted"


def delete(services: Services, person: Person, stored: Meeting) -> None:
    """Take a meeting away; where nothing comes after, it is gone for good in ten seconds."""
    services.agendas.series.delete(person, stored.id)
    st.session_state[_DELETED] = (stored.id, stored.agenda.title, time.monotonic() + GRACE)
    desk.clear()
    st.query_params.clear()


def offer(services: Services, person: Person) -> None:
    """Offer to bring back what was deleted just now."""
    if _DELETED in st.session_state:
        _undo(services, person)


@st.fragment(run_every=1.0)
@components.plainly
def _undo(services: Services, person: Person) -> None:
    meeting, title, until = st.session_state[_DELETED]
    left = until - time.monotonic()
    if left <= 0:
        del st.session_state[_DELETED]
        st.rerun()
    with st.container(key="agenda-deleted", horizontal=True, vertical_alignment="center"):
        name = safe_text.plain(saying.short(title))
        st.caption(f"Deleted “{name}”. Gone for good in {left:.0f} s.")
        if st.button("Undo", key="agenda-undelete"):
            services.agendas.series.undelete(person, meeting)
            del st.session_state[_DELETED]
            keeping.show(meeting)
            st.rerun()
