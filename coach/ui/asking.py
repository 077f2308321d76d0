"""Where questions are typed, and what waits for consent before it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.ui import components, hidden_names, places, safe_text
from coach.ui import consent as consenting

if TYPE_CHECKING:
    from coach.bootstrap import Services

_LINE, _QUEUED, _KEPT, _WAITING = "ask", "queued", "kept", "waiting"


@dataclass(frozen=True, slots=True)
class _Held:
    """What waits for consent: a question, the one of a `turn` to answer anew, or nothing."""

    text: str
    turn: str


def question_line() -> str | None:
    """Draw the line to type in; return what was just asked there or by a button.

    While a question waits for consent the line takes no other, and a button's waits behind it.
    """
    waits = _WAITING in st.session_state
    if _KEPT in st.session_state:  # what could not be taken goes back to where it was typed
        st.session_state[_LINE] = st.session_state.pop(_KEPT)
    typed = st.chat_input(
        "What is going on between sales and marketing?",
        key=_LINE,
        submit_mode="disable",
        disabled=waits,
    )
    return None if waits else typed or st.session_state.pop(_QUEUED, None)


def queue(question: str) -> None:
    """Ask `question` in the next run, as if it had been typed.

    One that waits already goes into the line, to be sent after it.
    """
    if _QUEUED in st.session_state:
        keep(st.session_state[_QUEUED])
    st.session_state[_QUEUED] = question


def keep(text: str) -> None:
    """Put `text` back into the line in the next run."""
    st.session_state[_KEPT] = text


def ask_consent_for(text: str, turn: str = "") -> None:
    """Hold `text` back until the person has agreed to where it goes; see `_Held`."""
    st.session_state[_WAITING] = _Held(text, turn)


def stays_here(services: Services) -> bool:
    """Whether a model elsewhere could answer, and the person keeps their text on this machine."""
    return places.keeps_all_here(services) and places.writer(services.consent) is not None


def consent(services: Services, person: Person) -> bool:
    """Ask before the first text leaves for another machine; return whether it is asked."""
    wanted, held = services.consent, st.session_state.get(_WAITING)
    if held is None:
        return False
    if not wanted:  # agreed to in another window meanwhile
        _release(services, person)
        st.rerun()

    def show() -> None:
        if held.text:
            st.markdown(f"> {safe_text.plain(held.text)}")
            hidden_names.of_text(services, person, held.text)

    yes = "Agree and send" if held.text else "Agree"
    agree, decline = partial(_agree, services, person), partial(_decline, services)
    consenting.ask(wanted, yes, agree, decline, show)
    return True


@components.plainly
def _agree(services: Services, person: Person) -> None:
    services.agree()
    _release(services, person)


def _release(services: Services, person: Person) -> None:
    """Ask what was held back, now that it may leave."""
    held: _Held = st.session_state.pop(_WAITING)
    if held.turn:
        services.coaching.regenerate(person, held.turn)
    elif held.text:
        queue(held.text)


@components.plainly
def _decline(services: Services) -> None:
    services.decline()
    held: _Held = st.session_state.pop(_WAITING)
    if held.text and not held.turn:
        queue(held.text)
