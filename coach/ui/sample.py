"""The sample team on a page: offered, marked wherever it shows, taken away with one click."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.services.sample.team import Removed
from coach.ui import components, elements, view

if TYPE_CHECKING:
    from coach.bootstrap import Services

ADDRESS = "sample"  # in the address while it is on, so that a reload finds it again
GRACE = 10.0  # seconds in which it can be brought back
MARK = "Sample"
_ON, _REMOVED = "sample-on", "sample-removed"


def is_on() -> bool:
    """Whether the page shows the sample."""
    return bool(st.session_state.get(_ON))


def titled(title: str) -> str:
    """Return a title that says so where the sample shows."""
    return f"{MARK}: {title}" if is_on() and not title.startswith(MARK) else title


def enter(services: Services, person: Person, title: str) -> Person:
    """Return whose records the page shows, and say above it whose they are.

    On it is while the address says so and the sample is there; moving on keeps it in the address.
    An address typed without it begins with one's own records, and says that the sample is there.
    """
    _offer_back(services, person)
    asked = st.query_params.get(ADDRESS) == "1" or is_on()
    st.session_state[_ON] = asked and services.standing.sample.is_there(person)
    if not is_on():
        st.query_params.pop(ADDRESS, None)
        if services.standing.sample.is_there(person):
            _left(services)
        return person
    st.query_params[ADDRESS] = "1"
    view.configure(titled(title))
    with st.container(key="sample-banner", border=True, gap="small"):
        st.markdown(
            ":material/science: **Sample data.** An invented team, kept apart from anything of "
            "yours. What you add here goes with it."
        )
        st.button(
            "Remove the sample",
            key="sample-remove",
            icon=":material/delete:",
            on_click=_remove,
            args=(services, person),
        )
    return services.standing.sample.person(person)


def offer(services: Services) -> None:
    """Offer the sample, unless the page shows it or says above that it is there."""
    if not is_on() and not services.standing.sample.is_there(services.identity.current()):
        _button(services)


def _left(services: Services) -> None:
    with st.container(key="sample-left", horizontal=True, vertical_alignment="center"):
        st.caption("These are your own records. The sample is still there, kept apart.")
        _button(services)


def _button(services: Services) -> None:
    st.button(
        "See it with sample data",
        key="sample-add",
        icon=":material/science:",
        on_click=_add,
        args=(services,),
    )


@components.plainly
def _add(services: Services) -> None:
    services.standing.sample.add(services.identity.current())
    st.session_state[_ON] = True
    st.session_state.pop(_REMOVED, None)


@components.plainly
def _remove(services: Services, person: Person) -> None:
    removed = services.standing.sample.remove(person)
    st.session_state[_ON] = False
    st.session_state[_REMOVED] = (removed, time.monotonic() + GRACE)
    st.query_params.clear()


def _offer_back(services: Services, person: Person) -> None:
    if _REMOVED in st.session_state:
        _undo(services, person)


@st.fragment(run_every=1.0)
@components.plainly
def _undo(services: Services, person: Person) -> None:
    removed: Removed
    removed, until = st.session_state[_REMOVED]
    left = until - time.monotonic()
    if left <= 0:
        del st.session_state[_REMOVED]
        st.rerun()
    with st.container(key="sample-undo", horizontal=True, vertical_alignment="center"):
        st.caption(f"The sample is removed. Gone for good in {left:.0f} s.")
        if st.button("Undo", key="sample-undo-do", icon=":material/undo:", type="tertiary"):
            del st.session_state[_REMOVED]
            services.standing.sample.undo(person, removed)
            st.session_state[_ON] = True
            st.rerun()
    elements.announce("The sample is removed.", key="sample-said")
