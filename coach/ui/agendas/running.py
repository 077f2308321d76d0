"""A meeting while it is held: the question that is asked now, big and calm, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Item, Part
from coach.domain.conversation import Person
from coach.domain.meetings import Meeting, Notes
from coach.ui import components, elements, safe_text
from coach.ui.agendas import ended, recording, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "agenda-run"
_JOINED = "run-joined"


@st.fragment
@components.plainly
def draw(services: Services, person: Person, meeting: str) -> None:
    """Draw a running meeting as it stands in the records, wherever it was left."""
    stored = services.agendas.series.get(person, meeting)
    if stored.state.over:
        st.rerun()
        return
    now = services.coaching.clock.now()
    with st.container(key=KEY):
        st.title(safe_text.plain(stored.agenda.title), anchor=False)
        if stored.item is None:
            _paused(services, person, stored)
        else:
            item = stored.agenda.items[stored.item]
            left = item.minutes * 60 - stored.seconds_on(stored.item, now)
            _now(stored, stored.item, item, left)
            _steps(services, person, stored, stored.item)
            _notes(services, person, stored, stored.item)
            recording.draw(services, person, stored, stored.item)
        _course(services, person, stored)
    said = "Paused." if stored.item is None else _name(stored.agenda.items[stored.item])
    elements.announce(f"Now: {said}", KEY, f"{stored.id}-{stored.item}", key="agenda-run-said")


def _now(stored: Meeting, place: int, item: Item, left: float) -> None:
    with st.container(key="run-now", gap="small"):
        st.caption(f"{place + 1} of {len(stored.agenda.items)} · {item.minutes} minutes")
        st.header(safe_text.plain(_name(item)), anchor=False)
        if item.is_matter:
            aim = saying.OUTCOMES[item.outcome].capitalize()
            st.markdown(f"{aim} {saying.chip(item.owner, item.side)}")
        if item.done_when:
            st.markdown(f"*Done when:* {safe_text.plain(item.done_when)}")
        elements.timer(left, key="run-timer", runs=True)
        follows = stored.agenda.items[place + 1 : place + 2]
        if follows:
            st.caption(f"Next: {safe_text.plain(_name(follows[0]))}")


def _paused(services: Services, person: Person, stored: Meeting) -> None:
    with st.container(key="run-now", gap="small"):
        st.header("Paused", anchor=False)
        st.markdown("Everything that was written is kept. Go on with any question below.")
        _end(services, person, stored)


def _steps(services: Services, person: Person, stored: Meeting, place: int) -> None:
    last = place == len(stored.agenda.items) - 1
    with st.container(horizontal=True, key="run-steps", gap="small"):
        if last:
            _end(services, person, stored, primary=True)
        else:
            _turn(services, person, stored, "Next", place + 1, "arrow_forward", primary=True)
        if place:
            _turn(services, person, stored, "Back", place - 1, "arrow_back")
        _turn(services, person, stored, "Pause", None, "pause")
        if not last:
            _end(services, person, stored)


def _turn(
    services: Services,
    person: Person,
    stored: Meeting,
    name: str,
    place: int | None,
    icon: str,
    *,
    primary: bool = False,
) -> None:
    st.button(
        name,
        key=f"run-{name.lower()}",
        type="primary" if primary else "secondary",
        icon=f":material/{icon}:",
        on_click=_tick,
        args=(services, person, stored.id, place),
    )


def _end(services: Services, person: Person, stored: Meeting, *, primary: bool = False) -> None:
    kind = "primary" if primary else "tertiary"
    if st.button("End the meeting", key="run-end", type=kind, icon=":material/flag:"):  # type: ignore[arg-type]
        ended.end(services, person, stored)
        st.rerun()


def _notes(services: Services, person: Person, stored: Meeting, place: int) -> None:
    """Draw the notes of an item; they are stored whenever the field is left."""
    written = stored.notes[place] if place < len(stored.notes) else Notes()
    question = stored.agenda.items[place].question
    key = f"run-notes-{stored.id}-{place}"
    if st.session_state.get(seen := f"{key}-seen") != (question, written.version):
        st.session_state[seen], st.session_state[key] = (question, written.version), written.text
    st.text_area(
        "Notes",
        key=key,
        max_chars=20_000,
        height=120,
        on_change=_write,
        args=(services, person, stored.id, place, key),
    )
    told = "Stored." if written.text else "Stored whenever you leave the field."
    st.caption(safe_text.plain(st.session_state.pop(_JOINED, "") or told))


@components.plainly
def _write(services: Services, person: Person, meeting: str, place: int, key: str) -> None:
    """Store the notes over those that were seen; where somebody else wrote, both are shown."""
    question, version = st.session_state[f"{key}-seen"]
    text = str(st.session_state.get(key) or "")
    written = services.agendas.runs.write(person, meeting, place, text, version, question)
    st.session_state[_JOINED] = written.warning
    if not written.warning:
        st.session_state[f"{key}-seen"] = (question, written.notes.version)


@components.plainly
def _tick(services: Services, person: Person, meeting: str, place: int | None) -> None:
    services.agendas.runs.tick(person, meeting, place)


def _course(services: Services, person: Person, stored: Meeting) -> None:
    """Draw all items with the time they took, to turn to any of them."""
    now = services.coaching.clock.now()
    with st.expander("The whole agenda", expanded=stored.item is None, key="run-course"):
        for place, item in enumerate(stored.agenda.items):
            took = round(stored.seconds_on(place, now) / 60)
            here = place == stored.item
            with st.container(key=f"course-{place}", horizontal=True, vertical_alignment="center"):
                name = safe_text.plain(_name(item))
                st.markdown(
                    (f"**{name}**" if here else name)
                    + f"  \n:small[{item.minutes} min planned, {took} min taken]"
                )
                if not here:
                    label = f"Go to {place + 1}"
                    go: Callable[..., None] = _tick
                    st.button(
                        label,
                        key=f"go-{place}",
                        on_click=go,
                        args=(services, person, stored.id, place),
                        type="tertiary",
                    )


def _name(item: Item) -> str:
    """Return what an item is called: its question, or what a pause is."""
    if item.is_pause or item.part is Part.BUFFER:
        return saying.PARTS[item.part]
    return item.question
