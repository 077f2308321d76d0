"""An agenda as a file to send: Word, PDF, calendar, Markdown, and a text for an e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Action, Agenda, Repeat
from coach.domain.conversation import Person
from coach.domain.invitation import Invitation
from coach.domain.series_dates import invited
from coach.errors import CoachError
from coach.ports.exports import Export, Form
from coach.ui import components, elements, safe_text
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FILES = (
    (Form.WORD, "Word", ":material/description:"),
    (Form.PDF, "PDF", ":material/picture_as_pdf:"),
    (Form.CALENDAR, "Calendar", ":material/calendar_add_on:"),
    (Form.MARKDOWN, "Markdown", ":material/markdown:"),
)
_WHOLE = {True: "All dates", False: "This date alone"}


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent: an agenda, its version for calendars, and the open actions of its series."""

    agenda: Agenda
    dated: Agenda
    invitation: Invitation | None = None
    actions: tuple[Action, ...] = ()


@st.dialog("Send the agenda")
@components.plainly
def draw(services: Services, person: Person, lying: Desk) -> None:
    """Draw a button for each form; the files are made when this opens."""
    parcel = _packed(services, person, lying)
    warned: list[str] = []
    with st.container(horizontal=True, key="agenda-files", gap="small"):
        for form, name, icon in _FILES:
            if form is not Form.CALENDAR or parcel.agenda.start is not None:
                warned += _file(services, parcel, form, name, icon)
        if parcel.actions:
            warned += _file(services, parcel, Form.CSV, "Actions (CSV)", ":material/table:")
    if parcel.agenda.start is None:
        st.caption("A calendar file needs a date: set one under “Title and time”.")
    elif lying.stored is None:
        st.caption("Keep the agenda first, and a calendar file sent later updates this one.")
    for warning in dict.fromkeys(warned):
        st.caption(f":material/info: {safe_text.plain(warning)}")
    _mail(services, parcel)


def _packed(services: Services, person: Person, lying: Desk) -> Parcel:
    """Return what is sent; of a series people choose whether calendars hear of all dates."""
    stored = lying.stored
    if stored is None:
        return Parcel(lying.agenda, lying.agenda)
    whole = stored.series.repeat is not Repeat.ONCE
    if whole and lying.agenda.start is not None:
        whole = st.radio(
            "Calendar file for", [True, False], key="agenda-whole", horizontal=True,
            format_func=_WHOLE.__getitem__,
        )  # fmt: skip
    actions = tuple(services.agendas.series.open_actions(person, stored.series.id))
    return Parcel(lying.agenda, *invited(stored, whole=whole), actions)


def _file(services: Services, parcel: Parcel, form: Form, name: str, icon: str) -> tuple[str, ...]:
    """Draw one file's button; return what the file could not hold."""
    made = _made(services, parcel, form)
    if made is None:
        return ()
    st.download_button(
        name,
        made.data,
        file_name=made.file_name,
        mime=made.mime,
        key=f"agenda-file-{form}",
        icon=icon,
        on_click="ignore",
    )
    return made.warnings


def _mail(services: Services, parcel: Parcel) -> None:
    made = _made(services, parcel, Form.EMAIL)
    if made is None:
        return
    text = made.data.decode()
    with st.container(key="agenda-mail", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**As an e-mail**")
            elements.copy_button(text, key="agenda-mail-copy", label="Copy the e-mail")
        with st.expander("Read it first"):
            lines = [safe_text.plain(line) for line in text.splitlines()]
            st.markdown("  \n".join(line or "\u00a0" for line in lines))


def _made(services: Services, parcel: Parcel, form: Form) -> Export | None:
    """Return the file, or draw why there is none."""
    try:
        agenda = parcel.dated if form is Form.CALENDAR else parcel.agenda
        return services.agendas.exporter.export(agenda, form, parcel.invitation, parcel.actions)
    except CoachError as error:
        components.problem(error)
        return None
