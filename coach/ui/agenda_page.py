"""The third view: an agenda from one sentence, to change, send, keep and run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import MeetingState
from coach.errors import CoachError, NotFound
from coach.ui import components, safe_text, sidebar, state, welcome, words
from coach.ui.agendas import desk, held, keeping, running, sheet, start

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    _configure("Agenda")
    st.html(components.STYLE)
    try:
        _page()
    except CoachError as error:
        components.problem(error)
        st.button("Try again", key="again", on_click=state.start_again)


def _page() -> None:
    if not state.is_ready():
        sidebar.head()
        st.title("Agenda", anchor=False)
        st.markdown(":shimmer[Getting the playbook ready …]")
        welcome.wait()
        return
    services = state.services()
    person = services.identity.current()
    sidebar.draw(services, person, None)
    _view(services, person)


def _view(services: Services, person: Person) -> None:
    address = st.query_params.to_dict()
    if keeping.MEETING in address:
        _kept(services, person, address[keeping.MEETING])
        return
    lying = desk.opened()
    if lying is not None and keeping.is_planned(address):
        _configure(lying.agenda.title)
        sheet.draw(services, person)
    else:
        start.draw(services, person, address.get(start.FROM, ""), address.get(start.ASKED, ""))


def _kept(services: Services, person: Person, meeting: str) -> None:
    """Draw a kept meeting as it stands: planned, running or over."""
    try:
        stored = keeping.load(services, person, meeting)
    except NotFound as error:
        desk.clear()
        components.problem(error)
        start.draw(services, person, "")
        return
    _configure(stored.agenda.title)
    if stored.state is MeetingState.RUNNING:
        running.draw(services, person, meeting)
    elif stored.state is MeetingState.HELD:
        held.draw(services, person, stored)
    else:
        sheet.draw(services, person)


def _configure(title: str) -> None:
    st.set_page_config(
        page_title=f"{safe_text.clean(title)} · {words.NAME}",
        page_icon=str(components.MARK),
        layout="centered",
        initial_sidebar_state="auto",
    )
