"""Where a text is not looked at as a quarrel: what is said instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.services.boundaries import Boundary
from coach.services.conflicts.mediating import NoQuarrel
from coach.ui import elements, pages, safe_text
from coach.ui.conflicts import another, case
from coach.ui.conflicts.case import Case

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "conflict-stopped"


def draw(services: Services, opened: Case, outcome: Boundary | NoQuarrel) -> None:
    """Draw what is said instead; the ways on where it is no quarrel of ours, or may be one.

    Where no word puts it beyond doubt, the person may say what of it is a matter of work.
    """
    case.way_back()
    with st.container(key=KEY):
        st.title("Conflicts", anchor=False)
        st.markdown(safe_text.markdown(outcome.text))
        if isinstance(outcome, NoQuarrel):
            _ways(services, opened)
        elif not outcome.is_sure:
            another.draw(services, opened, "Look at the work matter alone")
    elements.announce(outcome.text, "back", key="conflict-said")


def _ways(services: Services, opened: Case) -> None:
    with st.container(key="conflict-ways", horizontal=True, gap="small"):
        st.page_link(pages.chat(), label="Ask in the chat", icon=":material/chat:")
        st.page_link(pages.agenda(), label="Make an agenda", icon=":material/event_note:")
        another.draw(services, opened, "It is one of yours")
