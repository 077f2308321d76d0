"""What is written down in a meeting: decisions, actions with owner and day, the parking lot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Attendee, Part
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState, Meeting
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.ui import components, safe_text
from coach.ui.agendas import saying
from coach.ui.plan import in_meeting

if TYPE_CHECKING:
    from coach.bootstrap import Services

_LINE = 1000  # characters of a decision, an action, a line of the parking lot
_REFUSED = "run-refused"  # the form whose text was refused, and why
_OWNER, _DUE = "run-owner", "run-due"


def draw(services: Services, person: Person, stored: Meeting, place: int) -> None:
    """Draw what was written down, and the three forms that add to it."""
    if stored.agenda.items[place].part is Part.CARRIED:
        _carried(services, person, stored)
    decided, promised, parked = st.tabs(["Decision", "Action", "Parking lot"])
    with decided:
        _decide(services, person, stored, place)
    with promised:
        _promise(services, person, stored, place)
    with parked:
        _park(services, person, stored)
    written(services, person, stored)


def written(services: Services, person: Person, stored: Meeting) -> None:
    """Draw all that was written down so far in this meeting."""
    runs = services.agendas.runs
    promised = services.agendas.actions.all(person, stored.series.id)
    actions = [record for record in promised if record.meeting == stored.id]
    with st.container(key="run-written", gap="small"):
        _headed("Decided", stored.decisions)
        for decision in stored.decisions:
            question = f":small[{safe_text.plain(decision.question)}]"
            take = partial(runs.amend, person, stored.id, decision.id, "", decision.text)
            shown = f"{safe_text.plain(decision.text)}  \n{question}"
            _line(shown, "Take back", decision.text, decision.id, take)
        _headed("Actions", actions)
        for record in actions:
            _action(services, person, record)
        _headed("Parking lot", stored.parked)
        for parked in stored.parked:
            take = partial(runs.unpark, person, stored.id, parked.id)
            _line(safe_text.plain(parked.text), "Take out", parked.text, parked.id, take)


def _headed(heading: str, rows: Sequence[object]) -> None:
    if rows:
        st.header(heading, anchor=False)


def _carried(services: Services, person: Person, stored: Meeting) -> None:
    """Draw what is open from last time, for a person to close."""
    records = services.agendas.actions.all(person, stored.series.id)
    with st.container(key="run-carried", gap="small"):
        for record in records:
            if record.meeting != stored.id and (record.is_open or _closed_here(record, stored)):
                _action(services, person, record)
        in_meeting.draw(services, person, stored.agenda)


def _closed_here(record: ActionRecord, stored: Meeting) -> bool:
    begun = stored.held_at
    return begun is not None and record.closed_at is not None and record.closed_at >= begun


def _action(services: Services, person: Person, record: ActionRecord) -> None:
    action, name = record.action, safe_text.plain(saying.short(record.action.text))
    actions = services.agendas.actions
    with st.container(key=f"action-{action.id}", horizontal=True, vertical_alignment="center"):
        state = "" if record.is_open else f"  \n:small[{record.state.capitalize()}]"
        st.markdown(saying.action(action) + state)
        if not record.is_open:
            _press("Reopen", action.id, name, lambda: actions.reopen(person, action.id))
            return
        for label, to in (("Done", ActionState.DONE), ("Drop", ActionState.DROPPED)):
            _press(label, action.id, name, partial(actions.close, person, action.id, to))


def _press(label: str, key: str, name: str, act: Callable[[], object]) -> None:
    st.button(
        label,
        key=f"{label.lower()}-{key}",
        help=f"{label}: {name}",
        on_click=components.plainly(_done(act)),
    )


def _line(shown: str, name: str, text: str, key: str, act: Callable[[], object]) -> None:
    with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="center"):
        st.markdown(shown)
        st.button(
            f"{name}: {safe_text.plain(saying.short(text))}",
            key=f"icon-{key}",
            icon=":material/close:",
            type="tertiary",
            on_click=components.plainly(_done(act)),
        )


def _done(act: Callable[[], object]) -> Callable[[], None]:
    def done() -> None:
        act()

    return done


def _decide(services: Services, person: Person, stored: Meeting, place: int) -> None:
    runs, meeting, question = services.agendas.runs, stored.id, stored.agenda.items[place].question

    def decide(text: str) -> None:
        runs.decide(person, meeting, place, text, question)

    with st.form("run-decide", border=False):
        st.text_input("What was decided?", key=_field("decide"), max_chars=_LINE)
        _submit("decide", "Keep the decision", decide)


def _park(services: Services, person: Person, stored: Meeting) -> None:
    runs, meeting = services.agendas.runs, stored.id
    with st.form("run-park", border=False):
        st.text_input("What comes later, not now?", key=_field("park"), max_chars=_LINE)
        _submit("park", "Put it there", lambda text: runs.park(person, meeting, text))


def _promise(services: Services, person: Person, stored: Meeting, place: int) -> None:
    people = stored.agenda.people or (Attendee("Somebody", Side.BOTH),)

    mine = [i for i, p in enumerate(people) if p.name == stored.agenda.items[place].owner]

    def promise(text: str) -> None:
        owner: Attendee = st.session_state[f"{_OWNER}-{place}"]
        due = st.session_state.get(_DUE)
        services.agendas.runs.promise(person, stored.id, text, owner.name, owner.side, due)

    with st.form("run-promise", border=False):
        st.text_input("Who does what?", key=_field("promise"), max_chars=_LINE)
        first, second = st.columns(2)
        key = f"{_OWNER}-{place}"
        first.selectbox("Owner", people, (*mine, 0)[0], key=key, format_func=saying.named)
        second.date_input("By", None, key=_DUE)
        _submit("promise", "Keep the action", promise)


def _submit(form: str, label: str, act: Callable[[str], object]) -> None:
    """Draw what sends a form, and what went wrong with it; a text that is refused stays."""
    st.form_submit_button(label, on_click=_take, args=(form, act))
    refused = st.session_state.pop(_REFUSED, None)
    if refused is not None and refused[0] == form:
        components.problem(refused[1])
    elif refused is not None:
        st.session_state[_REFUSED] = refused


@components.plainly
def _take(form: str, act: Callable[[str], object]) -> None:
    try:
        act(str(st.session_state.get(_field(form)) or ""))
    except CoachError as error:
        st.session_state[_REFUSED] = (form, error)
        return
    number = f"run-{form}-number"
    st.session_state[number] = st.session_state.get(number, 0) + 1


def _field(form: str) -> str:
    """Return the key of a form's text: another one after each text that was taken."""
    return f"run-{form}-{st.session_state.get(f'run-{form}-number', 0)}"
