"""The quarrel being looked at: it lies in this session's memory and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.stages import Side
from coach.services.conflicts.mediating import Outcome
from coach.ui import components, pages

if TYPE_CHECKING:
    from coach.bootstrap import Services

STYLE = Path(__file__).resolve().parent / "style.css"
READ = {"view": "both-sides"}  # the address of the case that is open
REHEARSED = {"view": "rehearse"}  # the address of its conversation being rehearsed
REHEARSALS = "rehearsal-"  # how the keys begin of what lies in the memory of rehearsals
TEXT = "conflict-text"  # the key of the box it is pasted into
_CASE = "conflict-case"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, whose side pasted it, and what it came to.

    `side` is `None` where nothing was said of it; `note` is the pattern that the person chose, ""
    where they chose none.
    """

    text: str = field(repr=False)
    side: Side | None
    outcome: Outcome = field(repr=False)
    note: str = ""


def opened() -> Case | None:
    """Return the case that is open."""
    case = st.session_state.get(_CASE)
    return case if isinstance(case, Case) else None


def look(services: Services, text: str, side: Side | None, note: str = "") -> None:
    """Look at a text and open what it comes to.

    Raises:
        QuestionError: there is nothing to read, or too much.
    """
    outcome = services.conflicts.mediate(text, side, _today(services), note)
    st.session_state[_CASE] = Case(text, side, outcome, note)
    st.query_params.from_dict(READ)


def carry(text: str) -> None:
    """Put a text from elsewhere into the box it is pasted into; what was open before is left."""
    st.session_state.pop(_CASE, None)
    st.session_state[TEXT] = text


def way_back() -> None:
    """Draw the way to the text, and the button that forgets it all."""
    with st.container(key="back", horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(pages.conflict(), label="Change the text", icon=":material/arrow_back:")
        st.button(
            "Forget it now",
            key="conflict-forget",
            type="tertiary",
            icon=":material/delete:",
            on_click=forget,
        )


def forget() -> None:
    """Take the text and what it came to out of the memory."""
    rehearsed = [key for key in st.session_state if str(key).startswith(REHEARSALS)]
    for key in (_CASE, TEXT, *rehearsed):
        st.session_state.pop(key, None)
    st.query_params.clear()


def _today(services: Services) -> date:
    return services.coaching.clock.now().astimezone(components.zone()).date()
