"""The second view: every note of the playbook, to find, read, print and ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.notes import Kind
from coach.errors import CoachError
from coach.ui import components, safe_text, sidebar, state, welcome, words
from coach.ui.notes import browse, gaps, note

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    _configure("Playbook")
    st.html(components.STYLE)
    try:
        _page()
    except CoachError as error:
        components.problem(error)
        st.button("Try again", key="again", on_click=state.start_again)


def _page() -> None:
    if not state.is_ready():
        sidebar.head()
        st.title("Playbook", anchor=False)
        st.markdown(":shimmer[Getting the playbook ready …]")
        welcome.wait()
        return
    services = state.services()
    person = services.identity.current()
    sidebar.draw(services, person, None)
    _view(services, person)


def _view(services: Services, person: Person) -> None:
    address = st.query_params
    if "note" in address:
        found = services.playbook.get(address["note"])
        if found is None:
            note.missing()
            return
        _configure(found.title)
        note.draw(services.playbook, found)
    elif address.get("view") == "gaps":
        gaps.draw(services, person)
    elif address.get("kind") in set(Kind):
        browse.draw_list(services.playbook.notes, Kind(address["kind"]), address.get("stage", ""))
    else:
        browse.draw(services, person)


def _configure(title: str) -> None:
    st.set_page_config(
        page_title=f"{safe_text.clean(title)} · {words.NAME}",
        page_icon=str(components.MARK),
        layout="centered",
        initial_sidebar_state="auto",
    )
