"""A conversation rehearsed: who is played, the talk, and the look back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import KeptCase
from coach.domain.conflict import Analysis
from coach.ui import elements, pages
from coach.ui.conflicts import rehearsed
from coach.ui.conflicts.case import Case
from coach.ui.rehearsal import beginning, looks, stage, talking

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "rehearsal"
STYLE = Path(__file__).resolve().parent / "style.css"


def draw(
    services: Services, opened: Case, analysis: Analysis, kept: KeptCase | None = None
) -> None:
    """Draw where to begin, or the rehearsal that goes on; a kept case keeps its debriefs."""
    st.html(STYLE)
    with st.container(key="back", horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            pages.conflict(),
            label="Both sides of it",
            icon=":material/arrow_back:",
            query_params=opened.address,
        )
    with st.container(key=KEY):
        st.title("Rehearse the conversation", anchor=False)
        running = stage.on(analysis)
        if running is None:
            beginning.draw(services, analysis, is_kept=kept is not None)
            if kept is None:
                looks.earlier(stage.debriefs())
            else:
                rehearsed.draw(kept.debriefs)
        else:
            if kept and running.debrief and running.debrief not in kept.debriefs:
                person = services.identity.current()
                services.cases.keeping.rehearsed(person, kept.id, running.debrief)
            talking.draw(services, running)
    if running is None:
        elements.announce("Choose whom you speak with.", "back", key="rehearsal-said")
