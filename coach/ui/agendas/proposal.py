"""The model's version of an agenda: asked for, shown as a list of changes, taken or left."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.names import NameChoices
from coach.services.agendas.proposing import Proposal, Proposing, Stop, asked_for
from coach.ui import components, consent, elements, hidden_names, places, safe_text
from coach.ui.agendas import desk
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services

_ASKED = "agenda-proposal"
_CONSENT = "agenda-consent"  # whether it is being asked for
_EVERY = 0.5  # seconds between two looks whether the model is done


@dataclass
class Asked:
    """One version being written in a thread of its own. Lives as long as it or the session."""

    draft: Agenda
    brief: MeetingBrief
    names: NameChoices | None
    stop: Stop = field(default_factory=Stop)
    result: Proposal | None = None

    def begin(self, proposing: Proposing) -> None:
        """Begin; `result` is there when it is done."""

        def work() -> None:
            self.result = proposing.propose(self.brief, self.draft, self.stop, self.names)

        threading.Thread(target=work, name="proposal", daemon=True).start()


def offer(services: Services, lying: Desk) -> None:
    """Draw the button that asks the model, where there is one."""
    if services.agendas.proposing is None or lying.brief is None or _ASKED in st.session_state:
        return
    st.button(
        "Ask the model",
        key="agenda-ask-model",
        icon=":material/edit_note:",
        help="It may reword, add and reorder; you see each change before you take it.",
        on_click=_ask,
        args=(services, lying),
    )
    brief, names = asked_for(lying.brief), [person.name for person in lying.agenda.people]
    hidden_names.of_text(services, services.identity.current(), brief, names)


def draw(services: Services, lying: Desk) -> None:
    """Draw what became of asking: what has to be agreed to, that it is written, the changes."""
    wanted, brief = services.consent, st.session_state.get(_CONSENT)
    if brief is not None and brief is lying.brief and wanted:
        agree, decline = partial(_agree, services, lying), partial(_decline, services)
        consent.ask(wanted, "Agree and send", agree, decline)
    asked = st.session_state.get(_ASKED)
    if not isinstance(asked, Asked):
        return
    if asked.brief is not lying.brief:  # another agenda lies here now
        asked.stop.stop()
        _forget()
        return
    with st.container(key="agenda-proposal", gap="small"):
        if asked.result is None:
            _waiting()
        else:
            _changes(lying, asked, asked.result)


@st.fragment(run_every=_EVERY)
@components.plainly
def _waiting() -> None:
    asked = st.session_state.get(_ASKED)
    if not isinstance(asked, Asked) or asked.result is not None:
        st.rerun()
        return
    st.markdown(":shimmer[The model is writing its version; the agenda stays as it is …]")
    st.button("Stop", key="agenda-stop-model", on_click=components.plainly(asked.stop.stop))


def _changes(lying: Desk, asked: Asked, result: Proposal) -> None:
    if result.agenda is None:
        st.markdown(_listed(result.warnings))
        st.button("All right", key="agenda-leave", on_click=_forget)
        elements.announce("The draft stands.", key="agenda-proposal-said")
        return
    st.markdown("**The model would change this:**")
    st.markdown(_listed(change.text for change in result.changes))
    for warning in result.warnings:
        st.caption(f":material/info: {safe_text.plain(warning)}")
    if lying.agenda != asked.draft:
        st.caption(
            "You changed the agenda meanwhile. Taking this replaces it; undo brings it back."
        )
    with st.container(horizontal=True, key="agenda-proposal-do", gap="small"):
        st.button("Take the changes", key="agenda-take", on_click=_take, args=(result.agenda,))
        st.button("Leave it", key="agenda-leave", on_click=_forget, type="tertiary")
    elements.announce("The model's version is there.", key="agenda-proposal-said")


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {safe_text.plain(line)}" for line in lines)


@components.plainly
def _ask(services: Services, lying: Desk) -> None:
    """Ask the model, once the person has agreed to where their text goes."""
    if places.writer(services.consent) is not None:
        st.session_state[_CONSENT] = lying.brief
        return
    proposing, brief = services.agendas.proposing, lying.brief
    if proposing is not None and brief is not None:
        chosen = services.naming.choices(services.identity.current()) if services.naming else None
        st.session_state[_ASKED] = asked = Asked(lying.agenda, brief, chosen)
        asked.begin(proposing)


@components.plainly
def _agree(services: Services, lying: Desk) -> None:
    services.agree()
    st.session_state.pop(_CONSENT, None)
    _ask(services, lying)


@components.plainly
def _decline(services: Services) -> None:
    services.decline()
    st.session_state.pop(_CONSENT, None)


@components.plainly
def _take(version: Agenda) -> None:
    desk.change(lambda _agenda: version, "The model's version is taken.")
    _forget()


def _forget() -> None:
    st.session_state.pop(_ASKED, None)
