"""A case is kept with one button, and deleted for good with another."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import KeptCase
from coach.domain.conflict import Analysis
from coach.ui import components, pages, safe_text
from coach.ui.conflicts import case
from coach.ui.conflicts.case import Case
from coach.ui.rehearsal import stage

if TYPE_CHECKING:
    from coach.bootstrap import Services

GRACE = 10.0  # seconds in which it can be brought back
_DELETED = "conflict-deleted"
_WHAT = (
    "So far it lies in this tab alone. Keeping it stores the text, your side and this page: {}. "
    "It then asks how the step went."
)


def button(services: Services, opened: Case, analysis: Analysis) -> None:
    """Draw the button that keeps a case."""
    with st.container(key="conflict-keep", gap="small"):
        st.button(
            "Keep this case",
            key="conflict-keep-it",
            icon=":material/bookmark:",
            on_click=_keep,
            args=(services, opened, analysis),
        )
        st.caption(_WHAT.format(case.who_reads(services)))


def way_back(services: Services, kept: KeptCase) -> None:
    """Draw the way to the list, and the button that deletes the case."""
    with st.container(key="back", horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(pages.conflict(), label="All cases", icon=":material/arrow_back:")
        st.button(
            "Delete this case",
            key="conflict-delete",
            type="tertiary",
            icon=":material/delete:",
            on_click=_delete,
            args=(services, kept),
        )


def offer_undo(services: Services) -> None:
    """Offer to bring back what was deleted just now."""
    if _DELETED in st.session_state:
        _undo(services)


@components.plainly
def _keep(services: Services, opened: Case, analysis: Analysis) -> None:
    person = services.identity.current()
    its = services.cases.keeping.keep(person, opened.text, opened.side, opened.note, analysis)
    case.put_away()
    stage.leave()  # what was rehearsed before it was kept is not kept with it
    st.query_params.from_dict({case.KEPT: its.id})


@components.plainly
def _delete(services: Services, kept: KeptCase) -> None:
    services.cases.keeping.delete(services.identity.current(), kept.id)
    st.session_state[_DELETED] = (kept.id, kept.title, time.monotonic() + GRACE)
    st.query_params.clear()


@st.fragment(run_every=1.0)
@components.plainly
def _undo(services: Services) -> None:
    its, title, until = st.session_state[_DELETED]
    left = until - time.monotonic()
    if left <= 0:
        del st.session_state[_DELETED]
        st.rerun()
    with st.container(key="conflict-deleted", horizontal=True, vertical_alignment="center"):
        st.caption(f"Deleted “{safe_text.plain(title[:60])}”. Gone for good in {left:.0f} s.")
        if st.button("Undo", key="conflict-undelete"):
            services.cases.keeping.undo(services.identity.current(), its)
            del st.session_state[_DELETED]
            st.query_params.from_dict({case.KEPT: its})
            st.rerun()
