"""A kept case, reopened as it was shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.errors import NotFound
from coach.ui import components
from coach.ui.conflicts import case, pasting, result
from coach.ui.conflicts.case import Case
from coach.ui.rehearsal import page as rehearsal

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, person: Person, address: Mapping[str, str]) -> None:
    """Draw the case that the address names, or its rehearsal; what is gone is said."""
    try:
        its = services.cases.keeping.get(person, address[case.KEPT])
    except NotFound as error:
        components.problem(error)
        st.query_params.clear()
        pasting.draw(services)
        return
    opened = Case(its.text, its.side, its.analysis, its.note, its.id)
    if address.get(case.VIEW) == case.REHEARSED[case.VIEW]:
        rehearsal.draw(services, opened, its.analysis, its)
    else:
        result.draw(services, opened, its.analysis, its)
