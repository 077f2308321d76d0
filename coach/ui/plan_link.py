"""From an answer in the chat to the page where it goes on: an agenda, or a quarrel."""

from __future__ import annotations

import streamlit as st

from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Turn
from coach.ui import pages
from coach.ui.agendas.taking import TURN
from coach.ui.conflicts import case


def draw(turn: Turn, answer: Answer) -> None:
    """Draw the way to where the agenda is changed, or where both sides of a quarrel are read."""
    if answer.agenda is not None:
        with st.container(key=f"plan-{turn.id}"):
            st.page_link(
                pages.agenda(),
                label="Change, send, keep",
                icon=":material/event_note:",
                query_params={TURN: turn.id},
            )
    if answer.kind is AnswerKind.CONFLICT:
        _quarrel(turn)


def _quarrel(turn: Turn) -> None:
    """Draw the way to the Conflicts page; the text is carried over, and stands in no address."""
    pressed = st.button(
        "Look at both sides",
        key=f"quarrel-{turn.id}",
        type="primary",
        icon=":material/balance:",
        on_click=case.carry,
        args=(turn.question,),
    )
    if pressed:
        st.switch_page(pages.conflict())
