"""The quiet line beside every page where a kept case asks how its step went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.ui import components, pages

if TYPE_CHECKING:
    from coach.bootstrap import Services


@components.plainly
def line(services: Services, person: Person) -> None:
    """Draw the line, or nothing."""
    today = services.coaching.clock.now().astimezone(components.zone()).date()
    if number := services.cases.keeping.due(person, today):
        label = "A kept case asks how it went" if number == 1 else f"{number} kept cases ask"
        with st.container(key="cases-due"):
            st.page_link(pages.conflict(), label=label, icon=":material/event_repeat:")
