"""A meeting that was held: what was decided, promised and noted, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import Meeting
from coach.ui import components, elements, pages, safe_text
from coach.ui.agendas import deleted, ended, keeping, recording, saying, sending
from coach.ui.plan import brought

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "agenda-held"


def draw(services: Services, person: Person, stored: Meeting) -> None:
    """Draw the minutes of a meeting that is over."""
    with st.container(key="back"):
        st.page_link(pages.agenda(), label="All meetings", icon=":material/arrow_back:")
    with st.container(key=KEY):
        st.title(safe_text.plain(stored.agenda.title), anchor=False)
        when = saying.moment(stored.held_at.astimezone(components.zone())) if stored.held_at else ""
        st.caption(" · ".join(part for part in ("Held", when) if part))
        st.markdown(saying.people(stored.agenda))
        if ended.is_fresh(stored):
            ended.draw(services, person, stored)
        _doing(services, person, stored)
        _written(services, person, stored.id)
        _notes(stored)
    elements.announce("The meeting is over. Everything is kept.", "back", stored.id)


def _doing(services: Services, person: Person, stored: Meeting) -> None:
    with st.container(
        horizontal=True, key="agenda-actions", gap="small", vertical_alignment="center"
    ):
        if not stored.series.cancelled and st.button(
            "Plan the next one", key="held-next", type="primary", icon=":material/event_note:"
        ):
            _plan_next(services, person, stored)
        if st.button("Send", key="agenda-send", icon=":material/send:"):
            sending.minutes(services, stored)
        elements.print_button(key="agenda-print")
        if not ended.is_fresh(stored) and st.button("Reopen", key="held-reopen", type="tertiary"):
            services.agendas.runs.reopen(person, stored.id)
            st.rerun()
        if st.button("Delete", key="held-delete", type="tertiary"):
            deleted.delete(services, person, stored)
            st.rerun()


def _plan_next(services: Services, person: Person, stored: Meeting) -> None:
    """Lay out the next agenda: the last one with what is open or overdue."""
    ended.forget()
    agenda = brought.following(services, person, stored.series.id)
    keeping.lay(
        services,
        person,
        agenda,
        keeping.brief_of(agenda, stored.series),
        note=agenda.note,
        series=stored.series.id,
        said="The next agenda is ready; keep it.",
    )
    st.rerun()


@st.fragment
@components.plainly
def _written(services: Services, person: Person, meeting: str) -> None:
    stored = services.agendas.series.get(person, meeting)
    recording.written(services, person, stored)


def _notes(stored: Meeting) -> None:
    pairs = [
        (item, notes)
        for item, notes in zip(stored.agenda.items, stored.notes, strict=False)
        if notes.text
    ]
    if pairs:
        st.header("Notes", anchor=False)
    for item, notes in pairs:
        st.markdown(f"**{safe_text.plain(item.question)}**")
        st.markdown(safe_text.markdown(notes.text))
    if not pairs and not stored.decisions:
        st.caption("No notes and no decisions were written down.")
