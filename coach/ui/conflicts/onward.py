"""After the words: the meeting that fits, the number to watch, when others must help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.ui import pages, safe_text
from coach.ui.conflicts.case import Case

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, opened: Case, analysis: Analysis) -> None:
    """Draw the ways on from here."""
    meeting = services.playbook.get(analysis.meeting) if analysis.meeting else None
    metric = services.playbook.get(analysis.metric) if analysis.metric else None
    with st.container(key="conflict-onward", gap="small"):
        st.header("Then", anchor=False)
        if meeting is not None:
            st.markdown(f"**Meet:** {safe_text.plain(meeting.title)}")
            if st.button("Make the agenda", key="conflict-agenda", icon=":material/event_note:"):
                st.switch_page(pages.agenda(), query_params={"from": meeting.id})
        if metric is not None:
            label = f"The number to watch: {safe_text.plain(metric.title)}"
            address = {"note": metric.id}
            st.page_link(
                pages.playbook(),
                label=label,
                icon=":material/monitoring:",
                query_params=address,
                width="stretch",
            )
        st.page_link(
            pages.conflict(),
            label="Rehearse the conversation",
            icon=":material/forum:",
            query_params=opened.rehearsed,
            width="stretch",
        )
        if analysis.hand_over_when:
            st.markdown(f"**Hand over when.** {safe_text.plain(analysis.hand_over_when)}")
