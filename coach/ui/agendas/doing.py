"""What can be done with an agenda as a whole: keep, send, print, hold, copy, cancel, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Repeat
from coach.domain.conversation import Person
from coach.domain.meetings import Meeting, MeetingState
from coach.ui import components, elements
from coach.ui.agendas import deleted, desk, keeping, sending
from coach.ui.agendas.desk import Desk

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, person: Person, lying: Desk) -> None:
    """Draw the buttons under the agenda's head: what comes next first."""
    stored = lying.stored
    with st.container(
        horizontal=True, key="agenda-actions", gap="small", vertical_alignment="center"
    ):
        if stored is None:
            _button(
                "Keep it", "bookmark", lambda: keeping.keep(services, person, lying), primary=True
            )
        elif stored.state is MeetingState.PLANNED:
            _button("Start the meeting", "play_arrow", lambda: _start(services, person, stored))
        if st.button(
            "Send",
            key="agenda-send",
            type="primary" if stored is not None else "secondary",
            icon=":material/send:",
        ):
            sending.draw(services, person, lying)
        elements.print_button(key="agenda-print")
        if stored is not None:
            elements.address_button(f"?{keeping.MEETING}={stored.id}", key="agenda-address")
            with st.popover("More", key="agenda-more", type="tertiary"):
                _more(services, person, stored)


def _more(services: Services, person: Person, stored: Meeting) -> None:
    """Draw what is needed now and then."""
    series, id_ = services.agendas.series, stored.id
    repeats = stored.series.repeat is not Repeat.ONCE
    if st.button("Copy as a new meeting", key="agenda-copy", type="tertiary"):
        keeping.show(series.duplicate(person, id_).id)
        st.rerun()
    if repeats and stored.state is MeetingState.PLANNED:
        _quiet("Use for all later dates", lambda: _settle(_for_all(services, person, stored)))
    if stored.state is MeetingState.PLANNED:
        name = "Cancel this date" if repeats else "Cancel the meeting"
        _quiet(name, lambda: _settle(series.cancel(person, id_)))
        if repeats:
            _quiet("Cancel the series", lambda: _settle(series.cancel(person, id_, every=True)))
    _quiet("Delete", lambda: deleted.delete(services, person, stored))


def _for_all(services: Services, person: Person, stored: Meeting) -> Meeting:
    return services.agendas.series.change(
        person, stored.id, stored.agenda, stored.version, every=True
    )


def cancelled(services: Services, person: Person, stored: Meeting) -> None:
    """Say that it is cancelled, and what is left to do."""
    with st.container(key="agenda-cancelled", gap="small"):
        st.markdown(
            "**This meeting is cancelled.** Send the calendar file once more: it takes the meeting "
            "out of people's calendars."
        )
        every = stored.series.cancelled
        _quiet(
            "Take the cancelling back",
            lambda: _settle(services.agendas.series.restore(person, stored.id, every=every)),
        )


@components.plainly
def _start(services: Services, person: Person, stored: Meeting) -> None:
    services.agendas.runs.start(person, stored.id)


def _settle(stored: Meeting) -> None:
    """Show a meeting as it is stored now."""
    desk.clear()
    keeping.show(stored.id)


def _button(name: str, icon: str, act: Callable[[], None], *, primary: bool = False) -> None:
    """Draw a button that changes which view is shown."""
    kind = "primary" if primary else "secondary"
    key = f"agenda-main-{name.lower().replace(' ', '-')}"
    if st.button(name, key=key, type=kind, icon=f":material/{icon}:"):  # type: ignore[arg-type]
        act()
        st.rerun()


def _quiet(name: str, act: Callable[[], None]) -> None:
    key = f"agenda-more-{name.lower().replace(' ', '-')}"
    if st.button(name, key=key, type="tertiary"):
        act()
        st.rerun()
