"""An agenda that is kept: stored, found again by its address, and every change stored at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.drafts import AgendaDraft
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.meetings import Meeting, Series
from coach.errors import ChangedMeanwhile
from coach.ui import components
from coach.ui.agendas import desk
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services

MEETING = "m"  # of the address
DRAFT = "draft"  # of the address of what nobody has kept yet


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


def lay(
    services: Services,
    person: Person,
    agenda: Agenda,
    brief: MeetingBrief | None,
    *,
    note: str = "",
    series: str = "",
    name: str = "",
    said: str = "The agenda is ready.",
) -> None:
    """Put a new draft on the desk and lay it aside, so that a reload finds it as it was left."""
    aside = services.agendas.asides.begin(person, agenda, brief, note, series, name)
    desk.put(replace(_taken_up(aside), said=said))
    show_draft(aside.id)


def take_up(services: Services, person: Person, draft: str) -> None:
    """Put a draft that lies aside on the desk, where another agenda lies there.

    Raises:
        NotFound: it was kept or dropped, or its days are over.
    """
    lying = desk.opened()
    if lying is None or lying.aside is None or lying.aside.id != draft:
        desk.put(_taken_up(services.agendas.asides.get(person, draft)))


def drop(services: Services, person: Person, draft: str) -> None:
    """Delete a draft for good, and take it off the desk."""
    services.agendas.asides.drop(person, draft)
    lying = desk.opened()
    if lying is not None and lying.aside is not None and lying.aside.id == draft:
        desk.clear()


def keep(services: Services, person: Person, lying: Desk) -> None:
    """Store what lies on the desk as a planned meeting."""
    purpose = lying.brief.text if lying.brief else ""
    stored = services.agendas.series.save(person, lying.agenda, purpose, lying.series)
    if lying.aside is not None:
        services.agendas.asides.drop(person, lying.aside.id)
    desk.put(replace(lying, aside=None, meeting=stored.id, stored=stored, said="Kept."))
    show(stored.id)


def sync(services: Services, person: Person) -> Desk | None:
    """Store what was changed on the desk since it was stored; return what lies there."""
    lying = desk.opened()
    if lying is not None and lying.aside is not None and lying.agenda != lying.aside.agenda:
        aside = services.agendas.asides.change(person, lying.aside, lying.agenda)
        lying = replace(lying, aside=aside)
        desk.put(lying)
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


def show_draft(draft: str) -> None:
    """Have the next run draw a draft that lies aside."""
    st.query_params.from_dict({DRAFT: draft})


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


def _taken_up(aside: AgendaDraft) -> Desk:
    return Desk(aside.agenda, aside.brief, aside.note, series=aside.series, aside=aside)


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
