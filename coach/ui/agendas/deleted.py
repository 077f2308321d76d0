"""A meeting that was deleted just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import Meeting
from coach.ui import deleted
from coach.ui.agendas import desk, keeping, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

_PLACE = "agenda"


def delete(services: Services, person: Person, stored: Meeting) -> None:
    """Take a meeting away; where nothing comes after, it is gone for good in ten seconds."""
    services.agendas.series.delete(person, stored.id)
    deleted.remember(_PLACE, stored.id, saying.short(stored.agenda.title))
    desk.clear()
    st.query_params.clear()


def offer(services: Services, person: Person) -> None:
    """Offer to bring back what was deleted just now."""
    deleted.offer(_PLACE, lambda its: _bring_back(services, person, its))


def _bring_back(services: Services, person: Person, its: str) -> None:
    services.agendas.series.undelete(person, its)
    keeping.show(its)
