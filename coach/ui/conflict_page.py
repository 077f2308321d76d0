"""The fourth view: a quarrel pasted in, and both sides of it to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.errors import CoachError
from coach.ui import components, sidebar, state, welcome, words
from coach.ui.conflicts import case, pasting, result, stopped

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    st.set_page_config(
        page_title=f"Conflicts · {words.NAME}",
        page_icon=str(components.MARK),
        layout="centered",
        initial_sidebar_state="auto",
    )
    st.html(components.STYLE)
    st.html(case.STYLE)
    try:
        _page()
    except CoachError as error:
        components.problem(error)
        st.button("Try again", key="again", on_click=state.start_again)


def _page() -> None:
    if not state.is_ready():
        sidebar.head()
        st.title("Conflicts", anchor=False)
        st.markdown(":shimmer[Getting the playbook ready …]")
        welcome.wait()
        return
    services = state.services()
    sidebar.draw(services, services.identity.current(), None)
    _view(services)


def _view(services: Services) -> None:
    opened = case.opened()
    if opened is None or st.query_params.to_dict() != case.READ:
        pasting.draw(services)
    elif isinstance(opened.outcome, Analysis):
        result.draw(services, opened, opened.outcome)
    else:
        stopped.draw(services, opened, opened.outcome)
