"""From an agenda in the chat to the page where it is changed, sent and kept."""

from __future__ import annotations

import streamlit as st

from coach.domain.conversation import Turn
from coach.ui import pages
from coach.ui.agendas.taking import TURN


def draw(turn: Turn) -> None:
    """Draw the way to where the agenda is changed, sent and kept."""
    with st.container(key=f"plan-{turn.id}"):
        st.page_link(
            pages.agenda(),
            label="Change, send, keep",
            icon=":material/event_note:",
            query_params={TURN: turn.id},
        )
