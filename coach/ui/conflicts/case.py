"""The quarrel being looked at: in this session's memory alone, unless the person keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import Analysis
from coach.domain.stages import Side
from coach.errors import CaseError
from coach.services.conflicts.mediating import Outcome
from coach.ui import components, pages

if TYPE_CHECKING:
    from coach.bootstrap import Services

STYLE = Path(__file__).resolve().parent / "style.css"
READ = {"view": "both-sides"}  # the address of the case that is open
REHEARSED = {"view": "rehearse"}  # the address of its conversation being rehearsed
REHEARSALS = "rehearsal-"  # how the keys begin of what lies in the memory of rehearsals
TEXT = "conflict-text"  # the key of the box it is pasted into
KEPT, VIEW = "case", "view"  # what the address of a kept case holds
_CASE = "conflict-case"
_NOBODY_SIGNED_IN = "local"  # the one person of a machine without sign-in


@dataclass(frozen=True, slots=True)
class Case:
    """A text, whose side pasted it, and what it came to.

    `side` is `None` where nothing was said of it; `note` is the pattern that the person chose, ""
    where they chose none; `kept` is its id where it is stored, "" where it lies in memory alone.
    """

    text: str = field(repr=False)
    side: Side | None
    outcome: Outcome = field(repr=False)
    note: str = ""
    kept: str = ""

    @property
    def address(self) -> dict[str, str]:
        """Where it is read."""
        return {KEPT: self.kept} if self.kept else READ

    @property
    def rehearsed(self) -> dict[str, str]:
        """Where its conversation is rehearsed."""
        return {KEPT: self.kept} | REHEARSED if self.kept else REHEARSED


def opened() -> Case | None:
    """Return the case that is open."""
    case = st.session_state.get(_CASE)
    return case if isinstance(case, Case) else None


def look(services: Services, text: str, side: Side | None, note: str = "") -> None:
    """Look at a text and open what it comes to.

    Raises:
        QuestionError: there is nothing to read, or too much.
    """
    outcome = services.conflicts.mediate(text, side, today(services), note)
    st.session_state[_CASE] = Case(text, side, outcome, note)
    st.query_params.from_dict(READ)


def look_again(services: Services, opened: Case, side: Side | None, note: str) -> None:
    """Look at a case once more, with another pattern or side; a kept one is stored anew.

    Raises:
        CaseError: a kept case cannot be changed so.
    """
    if not opened.kept:
        look(services, opened.text, side, note)
        return
    outcome = services.conflicts.mediate(opened.text, side, today(services), note)
    if not isinstance(outcome, Analysis):
        raise CaseError("Looked at like that, nothing is left to show; the case stays as it is.")
    person = services.identity.current()
    services.cases.keeping.redo(person, opened.kept, side, note, outcome)


def put_away() -> None:
    """Take a case out of the memory that is stored from now on."""
    for key in (_CASE, TEXT):
        st.session_state.pop(key, None)


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


def who_reads(services: Services) -> str:
    """Say who can read what is kept."""
    if services.identity.current().id == _NOBODY_SIGNED_IN:
        return "kept on this machine; whoever can open Accord here can read it"
    return "kept for you alone"


def today(services: Services) -> date:
    """Return the day it is for whoever reads."""
    return services.coaching.clock.now().astimezone(components.zone()).date()
