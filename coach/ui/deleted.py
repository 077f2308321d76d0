"""What was deleted just now: it can be brought back for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from coach.ui import components, safe_text

GRACE = 10.0  # seconds in which it can be brought back
_SEEN = 60  # characters of its title


@dataclass(frozen=True, slots=True)
class _Deleted:
    id: str
    title: str
    until: float


def remember(place: str, id_: str, title: str) -> None:
    """Hold what was deleted, so that `offer` of the same place can bring it back."""
    st.session_state[_key(place)] = _Deleted(id_, title, time.monotonic() + GRACE)


def offer(place: str, bring_back: Callable[[str], None], *, box: bool = False) -> None:
    """Offer to bring back what was deleted last at this place, while there is time.

    `bring_back` is given its id: it restores it and leads to it.
    """
    if _key(place) in st.session_state:
        _undo(place, bring_back, box)


@st.fragment(run_every=1.0)
@components.plainly
def _undo(place: str, bring_back: Callable[[str], None], box: bool) -> None:
    gone: _Deleted = st.session_state[_key(place)]
    left = gone.until - time.monotonic()
    if left <= 0:
        del st.session_state[_key(place)]
        st.rerun()
    name = safe_text.plain(gone.title[:_SEEN])
    with st.container(
        key=f"{place}-deleted", border=box, horizontal=not box, vertical_alignment="center"
    ):
        st.caption(f"Deleted “{name}”. Gone for good in {left:.0f} s.")
        if st.button("Undo", key=f"{place}-undelete"):
            bring_back(gone.id)
            del st.session_state[_key(place)]
            st.rerun()


def _key(place: str) -> str:
    return f"{place}-deleted-last"
