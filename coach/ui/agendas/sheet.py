"""The agenda as a page: what it is for, who comes, what is asked when, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain import editing
from coach.domain.agenda import Agenda
from coach.domain.agenda_rules import decides
from coach.domain.conversation import Person
from coach.domain.meetings import MeetingState
from coach.ui import components, elements, pages, safe_text
from coach.ui.agendas import (
    attending,
    changing,
    desk,
    doing,
    keeping,
    left_out,
    proposal,
    rows,
    saying,
)
from coach.ui.agendas.desk import Desk
from coach.ui.plan import brought

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "agenda-sheet"


def draw(services: Services, person: Person) -> None:
    """Draw what lies on the desk."""
    lying = desk.opened()
    with st.container(key="back"):
        asked = lying is not None and lying.brief is not None and lying.stored is None
        label = "Change what was asked" if asked else "All meetings"
        st.page_link(pages.agenda(), label=label, icon=":material/arrow_back:")
    _sheet(services, person)


@st.fragment
@components.plainly
def _sheet(services: Services, person: Person) -> None:
    """Draw the agenda with all that changes it: a change draws this part alone."""
    lying = keeping.sync(services, person)
    if lying is None:
        st.rerun()
        return
    agenda = lying.agenda
    is_off = lying.stored is not None and lying.stored.state is MeetingState.CANCELLED
    with st.container(key=KEY):
        _head(services, agenda)
        if is_off and lying.stored is not None:
            doing.cancelled(services, person, lying.stored)
        doing.draw(services, person, lying)
        _instead(agenda)
        proposal.draw(services, lying)
        _warnings(agenda)
        rows.draw(services, agenda, still=is_off)
        if not is_off:
            _tools(services, person, lying)
        left_out.draw(agenda, still=is_off)
    elements.announce(lying.said, "back", agenda.title, key="agenda-said")


def _head(services: Services, agenda: Agenda) -> None:
    with st.container(key="agenda-head", gap="small"):
        st.title(safe_text.plain(agenda.title), anchor=False)
        st.markdown(f"**Outcome:** {safe_text.plain(agenda.outcome)}")
        st.markdown(f":small[{saying.facts(agenda)}]")
        with st.container(key="agenda-people"):
            st.markdown(saying.people(agenda))
        note = services.playbook.get(agenda.note) if agenda.note else None
        if note is not None:
            label = f"Made from the playbook: {safe_text.plain(note.title)}"
            address = {"note": note.id}
            st.page_link(pages.playbook(), label=label, query_params=address, width="stretch")


def _instead(agenda: Agenda) -> None:
    """Say that the meeting can be spared, with the text that takes its place."""
    if not agenda.instead or decides(agenda):
        return
    with st.container(key="agenda-instead", gap="small"):
        st.markdown("**Nothing here needs a decision. Cancel the meeting and send this instead:**")
        lines = [safe_text.plain(line) for line in agenda.instead.splitlines()]
        st.markdown("\n".join(f"> {line}  " for line in lines))
        elements.copy_button(agenda.instead, key="agenda-instead-copy", label="Copy the text")
        st.caption("If you meet all the same, the agenda below holds.")


def _warnings(agenda: Agenda) -> None:
    if not agenda.warnings:
        return
    with st.container(key="agenda-warnings", gap="small"):
        for warning in agenda.warnings:
            st.markdown(f":material/info: {safe_text.plain(warning)}")
        with st.container(horizontal=True, key="agenda-ways", gap="small"):
            for i, way in enumerate(editing.ways_out(agenda)):
                st.button(
                    way.name,
                    key=f"way-{i}",
                    on_click=_take,
                    args=(way,),
                )


@components.plainly
def _take(way: editing.WayOut) -> None:
    desk.change(lambda _agenda: way.agenda, f"{way.name}: done.")


def _tools(services: Services, person: Person, lying: Desk) -> None:
    with st.container(horizontal=True, key="agenda-tools", gap="small"):
        if st.button("Add a question", key="agenda-add", icon=":material/add:"):
            changing.add()
        if st.button("Who comes", key="agenda-who-comes", icon=":material/group:"):
            attending.draw()
        if st.button("Title and time", key="agenda-when", icon=":material/schedule:"):
            changing.when(services.coaching.clock.now())
        st.button(
            "Undo",
            key="agenda-undo",
            icon=":material/undo:",
            disabled=not lying.past,
            on_click=components.plainly(desk.undo),
        )
        if lying.brief is not None:
            st.button(
                "Draft anew",
                key="agenda-anew",
                icon=":material/refresh:",
                help="Makes the agenda again from what you asked for; undo brings this one back.",
                on_click=_anew,
                args=(services, person, lying),
            )
        proposal.offer(services, lying)


@components.plainly
def _anew(services: Services, person: Person, lying: Desk) -> None:
    if lying.brief is not None:
        drafted = brought.drafted(services, person, lying.brief, lying.note)
        desk.change(lambda _agenda: drafted, "Drafted anew.")
