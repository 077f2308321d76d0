"""An agenda or the minutes of it to send: Word, PDF, calendar, Markdown, text for an e-mail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Action, Agenda, Repeat
from coach.domain.conversation import Person
from coach.domain.invitation import Invitation
from coach.domain.meetings import Meeting
from coach.domain.series_dates import invited
from coach.errors import CoachError
from coach.ports.exports import Export, Form
from coach.ui import components, elements, safe_text
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FILES = {
    Form.WORD: ("Word", ":material/description:"),
    Form.PDF: ("PDF", ":material/picture_as_pdf:"),
    Form.CALENDAR: ("Calendar", ":material/calendar_add_on:"),
    Form.MARKDOWN: ("Markdown", ":material/markdown:"),
    Form.CSV: ("Actions (CSV)", ":material/table:"),
}
Make = Callable[[Form], Export]
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

    def make(form: Form) -> Export:
        agenda = parcel.dated if form is Form.CALENDAR else parcel.agenda
        return services.agendas.exporter.export(agenda, form, parcel.invitation, parcel.actions)

    left_out = {
        Form.CALENDAR: parcel.agenda.start is None,
        Form.CSV: not parcel.actions,
    }
    warned = _files(make, [form for form in _FILES if not left_out.get(form)])
    if parcel.agenda.start is None:
        st.caption("A calendar file needs a date: set one under “Title and time”.")
    elif lying.stored is None:
        st.caption("Keep the agenda first, and a calendar file sent later updates this one.")
    _rest(make, warned)


@st.dialog("Send the minutes")
@components.plainly
def minutes(services: Services, stored: Meeting) -> None:
    """Draw a button for each form of what came of a meeting; its date in calendars is past."""
    make = partial(services.agendas.exporter.minutes, stored)
    promised = any(record.is_open for record in stored.actions)
    left_out = {Form.CALENDAR, *([] if promised else [Form.CSV])}
    _rest(make, _files(make, [form for form in _FILES if form not in left_out]))


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


def _files(make: Make, forms: Iterable[Form]) -> list[str]:
    """Draw the files' buttons; return what the files could not hold."""
    with st.container(horizontal=True, key="agenda-files", gap="small"):
        return [warning for form in forms for warning in _file(make, form)]


def _file(make: Make, form: Form) -> tuple[str, ...]:
    name, icon = _FILES[form]
    made = _made(make, form)
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


def _rest(make: Make, warned: Iterable[str]) -> None:
    """Draw what the files could not hold, and the text for an e-mail."""
    for warning in dict.fromkeys(warned):
        st.caption(f":material/info: {safe_text.plain(warning)}")
    made = _made(make, Form.EMAIL)
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


def _made(make: Make, form: Form) -> Export | None:
    """Return the file, or draw why there is none."""
    try:
        return make(form)
    except CoachError as error:
        components.problem(error)
        return None
