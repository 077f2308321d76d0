"""What is written down in a meeting: decisions, actions with owner and day, the parking lot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Attendee, Part
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState, Meeting
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.ui import components, safe_text
from coach.ui.agendas import saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

_LINE = 1000  # characters of a decision, an action, a line of the parking lot
_KEPT = "run-kept"  # a text that was refused goes back to its field


def draw(services: Services, person: Person, stored: Meeting, place: int) -> None:
    """Draw what was written down, and the three forms that add to it."""
    if stored.agenda.items[place].part is Part.CARRIED:
        _carried(services, person, stored)
    decided, promised, parked = st.tabs(["Decision", "Action", "Parking lot"])
    with decided:
        _decide(services, person, stored, place)
    with promised:
        _promise(services, person, stored)
    with parked:
        _park(services, person, stored)
    written(services, person, stored)


def written(services: Services, person: Person, stored: Meeting) -> None:
    """Draw all that was written down so far in this meeting."""
    with st.container(key="run-written", gap="small"):
        if stored.decisions:
            st.header("Decided", anchor=False)
        for decision in stored.decisions:
            _line(
                f"{safe_text.plain(decision.text)}  \n:small[{safe_text.plain(decision.question)}]",
                "Take back",
                decision.text,
                f"undecide-{decision.id}",
                lambda it=decision: services.agendas.runs.amend(
                    person, stored.id, it.id, "", it.text
                ),
            )
        actions = [
            r
            for r in services.agendas.actions.all(person, stored.series.id)
            if r.meeting == stored.id
        ]
        if actions:
            st.header("Actions", anchor=False)
        for record in actions:
            _action(services, person, record)
        if stored.parked:
            st.header("Parking lot", anchor=False)
        for parked in stored.parked:
            _line(
                safe_text.plain(parked.text),
                "Take out",
                parked.text,
                f"unpark-{parked.id}",
                lambda key=parked.id: services.agendas.runs.unpark(person, stored.id, key),
            )


def _carried(services: Services, person: Person, stored: Meeting) -> None:
    """Draw what is open from last time, for a person to close."""
    records = services.agendas.actions.all(person, stored.series.id)
    with st.container(key="run-carried", gap="small"):
        for record in records:
            if record.meeting != stored.id and (record.is_open or _closed_here(record, stored)):
                _action(services, person, record)


def _closed_here(record: ActionRecord, stored: Meeting) -> bool:
    begun = stored.held_at
    return begun is not None and record.closed_at is not None and record.closed_at >= begun


def _action(services: Services, person: Person, record: ActionRecord) -> None:
    action, name = record.action, safe_text.plain(saying.short(record.action.text))
    with st.container(key=f"action-{action.id}", horizontal=True, vertical_alignment="center"):
        state = "" if record.is_open else f"  \n:small[{record.state.capitalize()}]"
        st.markdown(saying.action(action) + state)
        if record.is_open:
            for label, to in (("Done", ActionState.DONE), ("Drop", ActionState.DROPPED)):
                if st.button(label, key=f"{label}-{action.id}", help=f"{label}: {name}"):
                    services.agendas.actions.close(person, action.id, to)
                    st.rerun(scope="fragment")
        elif st.button("Reopen", key=f"reopen-{action.id}", help=f"Reopen: {name}"):
            services.agendas.actions.reopen(person, action.id)
            st.rerun(scope="fragment")


def _line(shown: str, name: str, text: str, key: str, act) -> None:  # type: ignore[no-untyped-def]
    with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="center"):
        st.markdown(shown)
        said = f"{name}: {safe_text.plain(saying.short(text))}"
        if st.button(said, key=f"icon-{key}", icon=":material/close:", type="tertiary"):
            act()
            st.rerun(scope="fragment")


def _decide(services: Services, person: Person, stored: Meeting, place: int) -> None:
    with st.form("run-decide", clear_on_submit=False, border=False):
        text = st.text_input("What was decided?", key=_field("decide"), max_chars=_LINE)
        if st.form_submit_button("Keep the decision"):
            _add("decide", lambda: services.agendas.runs.decide(person, stored.id, place, text))


def _park(services: Services, person: Person, stored: Meeting) -> None:
    with st.form("run-park", border=False):
        text = st.text_input("What comes later, not now?", key=_field("park"), max_chars=_LINE)
        if st.form_submit_button("Put it there"):
            _add("park", lambda: services.agendas.runs.park(person, stored.id, text))


def _promise(services: Services, person: Person, stored: Meeting) -> None:
    people = stored.agenda.people or (Attendee("Somebody", Side.BOTH),)
    with st.form("run-promise", border=False):
        text = st.text_input("Who does what?", key=_field("promise"), max_chars=_LINE)
        first, second = st.columns(2)
        owner = first.selectbox("Owner", people, format_func=saying.named) or people[0]
        due = second.date_input("By", None)
        if st.form_submit_button("Keep the action"):
            _add(
                "promise",
                lambda: services.agendas.runs.promise(
                    person, stored.id, text, owner.name, owner.side, _day(due)
                ),
            )


def _day(due: object) -> date | None:
    return due if isinstance(due, date) else None


def _field(form: str) -> str:
    """Return the key of a form's text: another one after each text that was taken."""
    return f"run-{form}-{st.session_state.get(f'run-{form}-number', 0)}"


def _add(form: str, act) -> None:  # type: ignore[no-untyped-def]
    """Store what a form holds; where it is refused the text stays."""
    try:
        act()
    except CoachError as error:
        components.problem(error)
        return
    number = f"run-{form}-number"
    st.session_state[number] = st.session_state.get(number, 0) + 1
    st.rerun(scope="fragment")
