"""What every view beside the chat begins with: its title, its readiness, its plain errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.errors import CoachError
from coach.ui import components, safe_text, sidebar, state, welcome, words

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(title: str, view: Callable[[Services, Person], None]) -> None:
    """Draw `view` beside the sidebar once the services are there, until then that it waits."""
    configure(title)
    st.html(components.STYLE)
    try:
        _ready(title, view)
    except CoachError as error:
        components.problem(error)
        st.button("Try again", key="again", on_click=state.start_again)


def configure(title: str) -> None:
    """Name the page in the browser; the last name given in a run stands."""
    st.set_page_config(
        page_title=f"{safe_text.clean(title)} · {words.NAME}",
        page_icon=str(components.MARK),
        layout="centered",
        initial_sidebar_state="auto",
    )


def _ready(title: str, view: Callable[[Services, Person], None]) -> None:
    if not state.is_ready():
        sidebar.head()
        st.title(title, anchor=False)
        st.markdown(":shimmer[Getting the playbook ready …]")
        welcome.wait()
        return
    services = state.services()
    person = services.identity.current()
    sidebar.draw(services, person, None)
    view(services, person)
