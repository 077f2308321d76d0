"""What was done on the plan last, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from coach.ui import components, elements, safe_text
from coach.ui.agendas import saying

GRACE = 10.0  # seconds in which what was deleted can be brought back
_LAST, _COUNT, _VIEW = "plan-last", "plan-count", "plan-view"


@dataclass(frozen=True, slots=True)
class Last:
    """What was done in a sentence, how it is taken back, and until when that can be."""

    said: str
    back: Callable[[], object]
    until: float | None = None


def remember(said: str, what: str, back: Callable[[], object]) -> None:
    """Say what was done with `what`, and offer to take it back until something else is done."""
    _put(Last(_told(said, what), back))


def deleted(what: str, back: Callable[[], object]) -> None:
    """Say that `what` was deleted, and offer to bring it back for a moment."""
    _put(Last(_told("Deleted", what), back, time.monotonic() + GRACE))


def forget() -> None:
    """Offer nothing any more."""
    st.session_state.pop(_LAST, None)


def enter(view: str) -> None:
    """Forget what was done in another view than this one."""
    if st.session_state.get(_VIEW) != view:
        forget()
    st.session_state[_VIEW] = view


def draw() -> None:
    """Draw what was done last with its Undo."""
    last = st.session_state.get(_LAST)
    if not isinstance(last, Last):
        return
    if last.until is None:
        _row(last.said, last)
    else:
        _counting(last)
    elements.announce(last.said, key=f"plan-said-{st.session_state.get(_COUNT, 0)}")


@st.fragment(run_every=1.0)
@components.plainly
def _counting(last: Last) -> None:
    left = (last.until or 0.0) - time.monotonic()
    if left <= 0:
        forget()
        st.rerun()
    _row(f"{last.said} · Gone for good in {left:.0f} s.", last)


def _row(said: str, last: Last) -> None:
    with st.container(key="plan-undo", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(safe_text.plain(said))
        if st.button("Undo", key="plan-undo-do", icon=":material/undo:", type="tertiary"):
            forget()
            last.back()
            st.rerun()


def _put(last: Last) -> None:
    st.session_state[_LAST] = last
    st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1


def _told(said: str, what: str) -> str:
    return f"{said}: “{saying.short(what)}”"
