"""The meetings that are kept: those to come first, then those that were held, and what was said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Repeat
from coach.domain.conversation import Person
from coach.domain.meetings import Kept, Meeting, MeetingState, Recalled
from coach.ui import components, pages, safe_text
from coach.ui.agendas import saying
from coach.ui.agendas.keeping import MEETING

if TYPE_CHECKING:
    from coach.bootstrap import Services

_SHOWN = 20  # of each list
_SEARCH = "agenda-search"
_STATES = {
    MeetingState.PLANNED: "",
    MeetingState.RUNNING: "running now",
    MeetingState.HELD: "held",
    MeetingState.CANCELLED: "cancelled",
}
_KINDS = {Kept.DECISION: "Decided", Kept.ACTION: "Action"}


def draw(services: Services, person: Person) -> None:
    """Draw the lists; where there is nothing yet, say what will stand here."""
    typed = str(st.session_state.get(_SEARCH) or "").strip()
    coming = services.agendas.series.upcoming(person, typed, _SHOWN)
    past = services.agendas.series.past(person, typed, _SHOWN)
    with st.container(key="agenda-kept", gap="small"):
        if not typed and not coming and not past:
            st.header("Your meetings", anchor=False)
            st.caption(
                "What you keep is listed here: the next meeting first. While it is held, notes, "
                "decisions and actions are written down; what is still open comes up next time."
            )
            return
        st.text_input(
            "Search meetings, decisions and actions", key=_SEARCH, max_chars=300,
            icon=":material/search:", placeholder="Search meetings, decisions and actions",
            label_visibility="collapsed", persist_state="session",
        )  # fmt: skip
        _list("To come", coming)
        _list("Past", past)
        if typed:
            found = services.agendas.series.search(person, typed)
            _recalled(found)
            if not (coming or past or found):
                st.caption("Nothing found.")


def _list(heading: str, meetings: Sequence[Meeting]) -> None:
    if meetings:
        st.header(heading, anchor=False)
        for meeting in meetings:
            _row(meeting)


def _row(meeting: Meeting) -> None:
    agenda = meeting.agenda
    when = saying.moment(_here(meeting.when)) if meeting.when else "No date yet"
    often = "" if agenda.repeat is Repeat.ONCE else saying.REPEATS[agenda.repeat].lower()
    said = (when, saying.length(agenda.minutes), often, _STATES[meeting.state])
    with st.container(key=f"kept-{meeting.id}", gap=None):
        link(meeting.id, agenda.title)
        st.caption(" · ".join(part for part in said if part))


def _here(at: datetime) -> datetime:
    return at.astimezone(components.zone())


def link(meeting: str, title: str) -> None:
    """Draw the way to a kept meeting."""
    label = safe_text.plain(saying.short(title, 120)) or "Meeting"
    st.page_link(pages.agenda(), label=label, query_params={MEETING: meeting}, width="stretch")


def _recalled(found: Sequence[Recalled]) -> None:
    if not found:
        return
    st.header("Decisions and actions", anchor=False)
    for one in found:
        with st.container(key=f"recalled-{one.id}", gap=None):
            state = f" ({one.state})" if one.state else ""
            st.markdown(f"{_KINDS[one.kind]}: {safe_text.plain(one.text)}{state}")
            day = f"{one.on.day} {one.on:%b %Y}"
            if one.meeting is not None:
                link(one.meeting, f"{one.title}, {day}")
            else:
                st.caption(f"{safe_text.plain(one.title)}, {day}")
