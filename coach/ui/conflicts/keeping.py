"""A case is kept with one button, and deleted for good with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import KeptCase
from coach.domain.conflict import Analysis
from coach.ui import components, deleted, pages
from coach.ui.conflicts import case
from coach.ui.conflicts.case import Case
from coach.ui.rehearsal import stage

if TYPE_CHECKING:
    from coach.bootstrap import Services

_PLACE = "conflict"  # of what was deleted
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
    deleted.offer(_PLACE, lambda its: _bring_back(services, its))


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
    deleted.remember(_PLACE, kept.id, kept.title)
    st.query_params.clear()


def _bring_back(services: Services, its: str) -> None:
    services.cases.keeping.undo(services.identity.current(), its)
    st.query_params.from_dict({case.KEPT: its})
