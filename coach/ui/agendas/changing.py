"""Dialogs that change an agenda: a question's words and owner, a new one, the length and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import streamlit as st

from coach.domain import editing
from coach.domain.agenda import LONGEST, SHORTEST, Agenda, Attendee, Repeat
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.errors import MeetingError
from coach.ui import components
from coach.ui.agendas import desk, details, saying

REPEATS = list(Repeat)
_LINE = 500  # characters of a text that a row has room for


@st.dialog("Change this question")
@components.plainly
def question(place: int) -> None:
    """Draw what can be changed about the question at `place`."""
    lying = desk.opened()
    if lying is None or place >= len(lying.agenda.matters):
        st.rerun()
        return
    agenda, item = lying.agenda, lying.agenda.matters[place]
    people = _people(agenda, Attendee(item.owner, item.side))
    with st.form("agenda-question", border=False):
        words = st.text_area("Question", item.question, max_chars=_LINE, height=80)
        owner = _owner(people, item.owner)
        aim = _aim(item.outcome)
        before = st.text_input("Beforehand", item.prework, max_chars=_LINE)
        done = st.text_input("Done when", item.done_when, max_chars=_LINE)
        if not st.form_submit_button("Change it", type="primary"):
            return
    said = (words or "", before or "", done or "")

    def edit(old: Agenda) -> Agenda:
        new = old
        if said != (item.question, item.prework, item.done_when):
            new = editing.reword(new, place, *said)
        if aim is not item.outcome:
            new = editing.aim(new, place, aim)
        return new if owner.name == item.owner else editing.give(new, place, owner)

    desk.change(edit, "Changed.")
    st.rerun()


@st.dialog("Add a question")
@components.plainly
def add() -> None:
    """Draw what a new question needs."""
    lying = desk.opened()
    if lying is None:
        st.rerun()
        return
    people = _people(lying.agenda)
    with st.form("agenda-new", border=False):
        words = st.text_area(
            "Question", max_chars=_LINE, height=80, placeholder="What do we change about …?"
        )
        owner = _owner(people, "")
        aim = _aim(Outcome.DISCUSS)
        if not st.form_submit_button("Add it", type="primary"):
            return
    line = " ".join((words or "").split())
    if not line:
        components.problem(MeetingError("There is no question yet.", "Write one line."))
        return
    item = replace(editing.blank(lying.agenda, line, owner), outcome=aim)
    desk.change(lambda agenda: editing.add(agenda, item), "Added, as the last question.")
    st.rerun()


@st.dialog("Title and time")
@components.plainly
def when(now: datetime) -> None:
    """Draw what it is called and for, how long it takes, when it begins and how often."""
    lying = desk.opened()
    if lying is None:
        st.rerun()
        return
    agenda, zones = lying.agenda, details.zones()
    with st.form("agenda-times", border=False):
        title = st.text_input("Title", agenda.title, max_chars=200)
        outcome = st.text_area("Outcome", agenda.outcome, max_chars=_LINE, height=80)
        minutes = st.number_input("Minutes", SHORTEST, LONGEST, agenda.minutes, 5)
        first, second = st.columns(2)
        meant = lying.brief.day if lying.brief is not None and agenda.start is None else None
        day = first.date_input("Day", agenda.start.date() if agenda.start else meant)
        at = second.time_input("Begins at", agenda.start.time() if agenda.start else None)
        zone = st.selectbox("Time zone", zones, zones.index(agenda.zone))
        often = st.selectbox(
            "How often",
            REPEATS,
            REPEATS.index(agenda.repeat),
            format_func=saying.REPEATS.__getitem__,
        )
        if not st.form_submit_button("Change it", type="primary"):
            return
    was = agenda.start
    same = was is not None and (day, at, zone) == (was.date(), was.time(), agenda.zone)
    # A day that was read from the brief waits for its time; nothing else does.
    same = same or (was is None and at is None and day is not None and day == meant)
    try:
        start = agenda.start if same else details.start_of(day, at, zone, now)
    except MeetingError as error:
        components.problem(error)
        return
    said = _named(agenda, title or "", outcome or "", often)

    def edit(old: Agenda) -> Agenda:
        new = editing.resize(said, int(minutes)) if minutes != old.minutes else said
        return new if start == old.start and zone == old.zone else editing.at(new, start, zone)

    desk.change(edit, "Changed.")
    st.rerun()


def _named(agenda: Agenda, title: str, outcome: str, often: Repeat) -> Agenda:
    named, aim = " ".join(title.split()), " ".join(outcome.split())
    return replace(agenda, title=named or agenda.title, outcome=aim or agenda.outcome, repeat=often)


def _people(agenda: Agenda, more: Attendee | None = None) -> tuple[Attendee, ...]:
    people = {person.name: person for person in agenda.people}
    if more is not None and more.name:
        people.setdefault(more.name, more)
    return tuple(people.values())


def _owner(people: tuple[Attendee, ...], chosen: str) -> Attendee:
    names = [person.name for person in people]
    place = names.index(chosen) if chosen in names else 0
    picked = st.selectbox("Owner", people, place, format_func=saying.named)
    return picked or Attendee("", Side.BOTH)


def _aim(chosen: Outcome) -> Outcome:
    aims = list(Outcome)
    picked = st.selectbox(
        "What for", aims, aims.index(chosen), format_func=lambda o: saying.OUTCOMES[o].capitalize()
    )
    return picked or chosen
