"""From an agenda in the chat to the page where it is changed, sent and kept."""

from __future__ import annotations

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.conversation import Turn
from coach.services.agendas.shown import asked_again
from coach.ui import pages

TEXT = "q"  # of the Agenda page's address: what a meeting is for


def draw(turn: Turn, agenda: Agenda) -> None:
    """Draw the way to where the agenda is changed, sent and kept; it is made there once more."""
    address = {TEXT: asked_again(turn.question, agenda, turn.asked_at)}
    with st.container(key=f"plan-{turn.id}"):
        st.page_link(
            pages.agenda(),
            label="Change, send, keep",
            icon=":material/event_note:",
            query_params=address,
        )
