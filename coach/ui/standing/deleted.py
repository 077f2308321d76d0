"""A round that was deleted just now: it can be brought back for a moment."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.ui import components, safe_text
from coach.ui.standing import addresses

if TYPE_CHECKING:
    from coach.bootstrap import Services

GRACE = 10.0  # seconds in which it can be brought back
_DELETED = "standing-deleted"


@components.plainly
def delete(services: Services, person: Person, its: Round) -> None:
    """Take a round away with its answers and links; it is gone for good in ten seconds."""
    services.rounds.keeping.delete(person, its.id)
    st.session_state[_DELETED] = (its.id, its.title, time.monotonic() + GRACE)
    addresses.go()


def offer(services: Services, person: Person) -> None:
    """Offer to bring back what was deleted just now."""
    if _DELETED in st.session_state:
        _undo(services, person)


@st.fragment(run_every=1.0)
@components.plainly
def _undo(services: Services, person: Person) -> None:
    its, title, until = st.session_state[_DELETED]
    left = until - time.monotonic()
    if left <= 0:
        del st.session_state[_DELETED]
        st.rerun()
    with st.container(key="standing-deleted", horizontal=True, vertical_alignment="center"):
        st.caption(f"Deleted “{safe_text.plain(title[:60])}”. Gone for good in {left:.0f} s.")
        if st.button("Undo", key="standing-undelete"):
            services.rounds.keeping.undo(person, its)
            del st.session_state[_DELETED]
            addresses.go(round_id=its)
            st.rerun()
