"""The third view: an agenda from one sentence, to change, send, keep and run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import MeetingState
from coach.errors import NotFound
from coach.ui import components, view
from coach.ui.agendas import desk, held, keeping, running, sheet, start, taking

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    view.draw("Agenda", _view)


def _view(services: Services, person: Person) -> None:
    address = st.query_params.to_dict()
    if keeping.MEETING in address:
        _kept(services, person, address[keeping.MEETING])
        return
    if taking.TURN in address and not taking.take(services, person, address[taking.TURN]):
        start.draw(services, person)
    elif keeping.DRAFT in address:
        _draft(services, person, address[keeping.DRAFT])
    else:
        start.draw(services, person, address.get(start.FROM, ""))


def _draft(services: Services, person: Person, draft: str) -> None:
    """Draw what nobody has kept yet as it was left."""
    try:
        keeping.take_up(services, person, draft)
    except NotFound as error:
        components.problem(error)
    lying = desk.opened()
    if lying is None or lying.aside is None or lying.aside.id != draft:
        start.draw(services, person)
        return
    view.configure(lying.agenda.title)
    sheet.draw(services, person)


def _kept(services: Services, person: Person, meeting: str) -> None:
    """Draw a kept meeting as it stands: planned, running or over."""
    try:
        stored = keeping.load(services, person, meeting)
    except NotFound as error:
        desk.clear()
        components.problem(error)
        start.draw(services, person)
        return
    view.configure(stored.agenda.title)
    if stored.state is MeetingState.RUNNING:
        running.draw(services, person, meeting)
    elif stored.state is MeetingState.HELD:
        held.draw(services, person, stored)
    else:
        sheet.draw(services, person)
