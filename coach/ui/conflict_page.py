"""The fourth view: a quarrel pasted in, and both sides of it to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.domain.conversation import Person
from coach.ui import components, view
from coach.ui.conflicts import case, kept, pasting, result, stopped
from coach.ui.rehearsal import page as rehearsal

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    view.draw("Conflicts", _view)


def _view(services: Services, person: Person) -> None:
    st.html(case.STYLE)
    address = st.query_params.to_dict()
    if case.KEPT in address:
        kept.draw(services, person, address)
        return
    opened = case.opened()
    analysis = opened.outcome if opened and isinstance(opened.outcome, Analysis) else None
    if opened and analysis is not None and address == case.REHEARSED:
        rehearsal.draw(services, opened, analysis)
    elif opened is None or address != case.READ:
        pasting.draw(services)
    elif isinstance(opened.outcome, Analysis):
        result.draw(services, opened, opened.outcome)
    else:
        stopped.draw(services, opened, opened.outcome)
