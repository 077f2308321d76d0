"""The one question before a text leaves for another machine: where it would go, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from coach.domain.status import Consent
from coach.ui import places

_INSTEAD = {True: "the playbook answers", False: "the notes are searched by keyword"}


def ask(
    wanted: Sequence[Consent],
    yes: str,
    agree: Callable[[], None],
    decline: Callable[[], None],
    show: Callable[[], None] = lambda: None,
) -> None:
    """Draw what would go where, and the two answers; `show` draws the text that waits.

    The callbacks are held by `components.plainly`, as whatever runs by itself.
    """
    with st.container(border=True, key="consent"):
        st.subheader("Before your first question leaves this machine", anchor=False)
        st.markdown(places.asked(wanted))
        st.markdown(
            f"If you'd rather not, {_INSTEAD[places.writer(wanted) is not None]} on this machine. "
            "You are not asked again unless you ask for it."
        )
        show()
        with st.container(horizontal=True):
            st.button(yes, key="agree", type="primary", on_click=agree)
            st.button("Not now", key="disagree", on_click=decline)
