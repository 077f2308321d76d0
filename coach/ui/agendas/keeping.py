"""An agenda that is kept: stored, found again by its address, and every change stored at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.meetings import Meeting, Series
from coach.errors import ChangedMeanwhile
from coach.ui import components
from coach.ui.agendas import desk
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services

MEETING = "m"  # of the address
PLANNED = {"view": "plan"}  # the address of what lies on the desk


def load(services: Services, person: Person, meeting: str) -> Meeting:
    """Return a kept meeting, and put its agenda on the desk where another one lies there.

    Raises:
        NotFound: there is none of that id.
    """
    stored = services.agendas.series.get(person, meeting)
    lying = desk.opened()
    if lying is None or lying.meeting != meeting:
        desk.put(_laid(stored))
    elif lying.stored is not None and lying.agenda == lying.stored.agenda:
        desk.put(replace(lying, agenda=stored.agenda, stored=stored))  # changed elsewhere, perhaps
    return stored


def keep(services: Services, person: Person, lying: Desk) -> None:
    """Store what lies on the desk as a planned meeting."""
    purpose = lying.brief.text if lying.brief else ""
    stored = services.agendas.series.save(person, lying.agenda, purpose, lying.series)
    desk.put(replace(lying, meeting=stored.id, stored=stored, said="Kept."))
    show(stored.id)


def sync(services: Services, person: Person) -> Desk | None:
    """Store what was changed on the desk since it was stored; return what lies there."""
    lying = desk.opened()
    if lying is None or lying.stored is None or lying.agenda == lying.stored.agenda:
        return lying
    try:
        stored = services.agendas.series.change(
            person, lying.meeting, lying.agenda, lying.stored.version
        )
    except ChangedMeanwhile as error:
        components.problem(error)
        with st.container(horizontal=True, key="agenda-clash", gap="small"):
            both = (services, person)
            st.button("Take theirs", key="take-theirs", on_click=_take_theirs, args=both)
            st.button("Store mine", key="store-mine", on_click=_store_mine, args=both)
        return lying
    lying = replace(lying, stored=stored)
    desk.put(lying)
    return lying


def show(meeting: str) -> None:
    """Have the next run draw a kept meeting."""
    st.query_params.from_dict({MEETING: meeting})


def show_plan(asked: str = "") -> None:
    """Have the next run draw what lies on the desk, kept or not.

    What was `asked` for stands in the address, so that a reload drafts it again.
    """
    st.query_params.from_dict(PLANNED | ({"q": asked} if asked else {}))


def is_planned(address: Mapping[str, str]) -> bool:
    """Whether an address is that of what lies on the desk."""
    return PLANNED.items() <= address.items()


@components.plainly
def _take_theirs(services: Services, person: Person) -> None:
    """Put what is stored on the desk; what lay there can be brought back."""
    lying = desk.opened()
    if lying is not None:
        stored = services.agendas.series.get(person, lying.meeting)
        past = (*lying.past, lying.agenda)
        desk.put(replace(_laid(stored), past=past, brief=lying.brief, said="Theirs is shown."))


@components.plainly
def _store_mine(services: Services, person: Person) -> None:
    lying = desk.opened()
    if lying is not None:
        desk.put(replace(lying, stored=services.agendas.series.get(person, lying.meeting)))


def _laid(stored: Meeting) -> Desk:
    return Desk(
        stored.agenda,
        brief_of(stored.agenda, stored.series),
        stored.agenda.note,
        series=stored.series.id,
        meeting=stored.id,
        stored=stored,
    )


def brief_of(agenda: Agenda, series: Series) -> MeetingBrief:
    """Return what an agenda of a series could be drafted anew from."""
    return MeetingBrief(
        text=series.purpose,
        minutes=agenda.minutes,
        start=agenda.start,
        zone=agenda.zone,
        repeat=agenda.repeat,
        people=agenda.people,
        stage=agenda.stage,
        actions=agenda.actions,
    )
