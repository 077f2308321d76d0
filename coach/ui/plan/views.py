"""The views of the plan, what their addresses say, and the ways between them."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from coach.ui import pages

VIEW = "view"  # of the address
THANKS, CHOOSE = "thanks", "choose"
AGREEMENT, WORDS = "agreement", "words"
STAGE, GAPS, STAY = "stage", "gaps", "stay"  # of the address of what is chosen from
_NAMES = {
    "": ("Board", ":material/checklist:"),
    CHOOSE: ("Promise something", ":material/add:"),
    AGREEMENT: ("Agreement", ":material/handshake:"),
    WORDS: ("Shared words", ":material/translate:"),
    THANKS: ("Thank-yous", ":material/favorite:"),
}


def ways(opened: str) -> None:
    """Draw the ways to the views that are not `opened`."""
    with st.container(key="plan-ways", horizontal=True, gap="medium"):
        for view, (name, icon) in _NAMES.items():
            if view != opened:
                to(view, name, icon)


def to(view: str, name: str, icon: str, width: Literal["content", "stretch"] = "content") -> None:
    """Draw the way to a view."""
    address = {VIEW: view} if view else None
    st.page_link(pages.plan(), label=name, icon=icon, query_params=address, width=width)
