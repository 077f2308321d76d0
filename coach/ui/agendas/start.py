"""Where an agenda begins: one line that says what the meeting is for, and what can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.notes import Meeting
from coach.errors import CoachError
from coach.ui import components, elements, pages, safe_text, words
from coach.ui.agendas import deleted, desk, details, keeping, listing, saying
from coach.ui.plan import brought

if TYPE_CHECKING:
    from coach.bootstrap import Services

FROM = "from"  # of the address: a meeting of the playbook
KEY = "agenda-start"
LONGEST = 4000  # characters of the line
_FOR, _TAKEN = "agenda-for", "agenda-taken-from"


def draw(services: Services, person: Person, note: str = "") -> None:
    """Draw the first view; with `note`, for that meeting of the playbook."""
    meeting = services.playbook.get(note) if note else None
    source = meeting if isinstance(meeting, Meeting) else None
    _fill(source)
    with st.container(key=KEY):
        st.title("Agenda", anchor=False)
        _way_on(services, person)
        deleted.offer(services, person)
        if source is not None:
            st.caption(f"From the playbook's meeting “{safe_text.plain(source.title)}”.")
        elif note:
            st.caption("The meeting that the address names is not in the playbook.")
        with st.form("agenda-brief", border=False):
            st.text_area(
                "What is the meeting for?",
                key=_FOR,
                placeholder=words.MEETING,
                max_chars=LONGEST,
                height=100,
                persist_state="session",
            )
            made = st.form_submit_button(
                "Make the agenda", type="primary", icon=":material/event_note:"
            )
            said = st.container()  # what goes wrong is said beside the button
            details.draw(services.standing.team.current(person))
        if made:
            with said:
                _make(services, person, source)
        listing.draw(services, person)
    elements.announce("", KEY)


def _make(services: Services, person: Person, source: Meeting | None) -> None:
    """Draft the agenda and show it; what can't be taken is said, and stays as it was typed."""
    text = str(st.session_state.get(_FOR) or "").strip()
    if not text:
        components.problem(
            CoachError("Nothing says what the meeting is for.", "One line is enough.")
        )
        return
    try:
        said = details.read(services, text)
        team = services.standing.team.current(person)
        whole = details.completed(said, services.coaching.clock.now(), team)
        asked = brought.with_overdue(services, person, whole)
        note = source.id if source else ""
        agenda = brought.drafted(services, person, asked, note)
    except CoachError as error:
        components.problem(error)
        return
    lying = desk.opened()
    if lying is not None and lying.aside is not None:
        keeping.drop(services, person, lying.aside.id)  # what is asked for anew takes its place
    keeping.lay(services, person, agenda, asked, note=note)
    st.rerun()


def _fill(source: Meeting | None) -> None:
    """Put what the address brings into the line, once."""
    if source is not None and st.session_state.get(_TAKEN) != source.id:
        st.session_state[_TAKEN] = source.id
        st.session_state[_FOR] = f"{source.title}, {source.minutes} minutes"


def _way_on(services: Services, person: Person) -> None:
    """Offer the draft that was worked on last: to go on with, or to drop."""
    aside = services.agendas.asides.latest(person)
    if aside is None:
        return
    with st.container(key="agenda-aside", horizontal=True, vertical_alignment="center"):
        st.page_link(
            pages.agenda(),
            label=f"Go on with “{safe_text.plain(saying.short(aside.agenda.title))}”",
            icon=":material/arrow_forward:",
            query_params={keeping.DRAFT: aside.id},
            width="content",
        )
        st.button(
            "Drop it",
            key="agenda-drop",
            type="tertiary",
            help="It was never kept; dropped, it is gone for good.",
            on_click=components.plainly(keeping.drop),
            args=(services, person, aside.id),
        )
