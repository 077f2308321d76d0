"""A conversation rehearsed: who is played, the talk, and the look back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.ui import elements, pages
from coach.ui.conflicts import case
from coach.ui.rehearsal import beginning, looks, stage, talking

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "rehearsal"
STYLE = Path(__file__).resolve().parent / "style.css"


def draw(services: Services, analysis: Analysis) -> None:
    """Draw where to begin, or the rehearsal that goes on."""
    st.html(STYLE)
    with st.container(key="back", horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            pages.conflict(),
            label="Both sides of it",
            icon=":material/arrow_back:",
            query_params=case.READ,
        )
    with st.container(key=KEY):
        st.title("Rehearse the conversation", anchor=False)
        running = stage.on(analysis)
        if running is None:
            beginning.draw(services, analysis)
            looks.earlier(stage.debriefs())
        else:
            talking.draw(services, running)
    if running is None:
        elements.announce("Choose whom you speak with.", "back", key="rehearsal-said")
