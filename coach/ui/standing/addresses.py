"""What the addresses of the page mean, and the ways between its views."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from coach.ui import pages

TITLE = "Where we stand"
STYLE = Path(__file__).resolve().parent / "style.css"
ROUND, VIEW = "round", "view"
ASK, CHECK, BY_HAND, PROGRESS = "ask", "check", "by-hand", "progress"  # views of the page
MOVE = "move"  # a view of a closed round


def go(view: str = "", round_id: str = "") -> None:
    """Have the next run draw a view, of a round where one is named."""
    st.query_params.from_dict(address(view, round_id))


def address(view: str = "", round_id: str = "") -> dict[str, str]:
    """Return the address of a view."""
    return {name: value for name, value in ((ROUND, round_id), (VIEW, view)) if value}


def way_back(label: str = TITLE, view: str = "", round_id: str = "") -> None:
    """Draw the way back, to the first view unless another is named."""
    with st.container(key="back"):
        st.page_link(
            pages.standing(),
            label=label,
            icon=":material/arrow_back:",
            query_params=address(view, round_id),
        )
