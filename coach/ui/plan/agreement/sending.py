"""The agreement to print and send, and its monthly review for the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Repeat
from coach.domain.agreement import Agreement
from coach.domain.agreement_months import told
from coach.domain.conversation import Person
from coach.domain.meeting_brief import MeetingBrief
from coach.errors import CoachError
from coach.ports.exports import Export, Form
from coach.services.agreements.page import page_of
from coach.services.agreements.usual import REVIEW
from coach.ui import components, safe_text
from coach.ui.agendas import details
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

_FORMS = {
    Form.PDF: ("PDF, to print", ":material/picture_as_pdf:"),
    Form.WORD: ("Word", ":material/description:"),
    Form.MARKDOWN: ("Markdown", ":material/markdown:"),
}
_PURPOSE = "Look at our agreement on leads: promise and result of both sides"


@st.dialog("Print or download")
@components.plainly
def draw(services: Services, _person: Person, standing: Agreement) -> None:
    """Draw a button for each form; the files are made when this opens."""
    page = page_of(standing, tuple(told(month) for month in standing.months[-1:]))
    with st.container(horizontal=True, gap="small"):
        for form in _FORMS:
            _file(form, services.agendas.exporter.page(page, form, "agreement"))


@st.dialog("Review in the calendar")
@components.plainly
def review(services: Services, person: Person) -> None:
    """Ask when the review is first held; the file repeats it on that weekday every month."""
    now = today(services)
    left, right = st.columns(2)
    day = left.date_input("First on", now + timedelta(days=28), min_value=now)
    at = right.time_input("Begins at", time(10))
    st.caption("It comes again every month, on the same weekday of the month.")
    if day is None or at is None:
        return
    try:
        made = _calendar(services, person, datetime.combine(day, at))
    except CoachError as error:
        components.problem(error)
        return
    st.download_button(
        "Calendar file", made.data, file_name=made.file_name, mime=made.mime,
        icon=":material/calendar_add_on:", on_click="ignore", type="primary",
    )  # fmt: skip


def _calendar(services: Services, person: Person, at: datetime) -> Export:
    zone = details.zone_name()
    start = at.replace(tzinfo=components.zone())
    team = services.standing.team.current(person)
    brief = MeetingBrief(
        text=_PURPOSE, start=start, zone=zone, repeat=Repeat.MONTHLY,
        stage=team.stage if team is not None else None,
    )  # fmt: skip
    agenda = services.agendas.draft(brief, REVIEW)
    agenda = replace(agenda, start=start, zone=zone, repeat=Repeat.MONTHLY)
    return services.agendas.exporter.export(agenda, Form.CALENDAR)


def _file(form: Form, made: Export) -> None:
    name, icon = _FORMS[form]
    st.download_button(
        name, made.data, file_name=made.file_name, mime=made.mime, icon=icon, on_click="ignore",
        key=f"plan-agreement-{form}",
    )  # fmt: skip
    for warning in made.warnings:
        st.caption(f":material/info: {safe_text.plain(warning)}")
