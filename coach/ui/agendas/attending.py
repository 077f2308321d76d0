"""The dialog that says who comes: names, sides, roles, addresses, who leads, notes and invites."""

from __future__ import annotations

import streamlit as st

from coach.domain.agenda import Attendee
from coach.domain.attending import attend
from coach.domain.stages import Side
from coach.errors import MeetingError
from coach.services.agendas.reading.roles import is_role
from coach.ui import components
from coach.ui.agendas import desk, details, saying

_NEW = 2  # empty rows at the end
_NOBODY = Attendee("", Side.OTHER)


@st.dialog("Who comes", width="large")
@components.plainly
def draw() -> None:
    """Draw a row for each person and two for more; an emptied name takes somebody off."""
    lying = desk.opened()
    if lying is None:
        st.rerun()
        return
    agenda = lying.agenda
    with st.form("agenda-who", border=False):
        st.caption(
            "With e-mail addresses the calendar file invites people. Empty a name to remove it."
        )
        free = max(0, min(_NEW, details.MOST - len(agenda.people)))
        before = (*agenda.people, *[_NOBODY] * free)
        after = [_row(number, person) for number, person in enumerate(before)]
        first, second, third = st.columns(3)
        names = [person.name for person in agenda.people]
        with first:
            chair = _pick("Chair", names, agenda.chair)
        with second:
            notes = _pick("Takes notes", names, agenda.note_taker)
        with third:
            sends = _pick("Sends the invitation", names, agenda.organiser or agenda.chair)
        if not st.form_submit_button("Change it", type="primary"):
            return
    people = tuple(person for person in after if person.name)
    if len({person.name for person in people}) < len(people) or not people:
        reason = "Two people have the same name." if people else "Nobody is left."
        components.problem(MeetingError(reason, "Give everybody a name of their own."))
        return
    renamed = {old.name: new.name for old, new in zip(before, after, strict=True) if new.name}
    came = {person.name for person in people}
    led = [name if (name := renamed.get(n, n)) in came else "" for n in (chair, notes, sends)]
    desk.change(lambda old: attend(old, people, renamed, *led), "Changed.")
    st.rerun()


def _row(number: int, person: Attendee) -> Attendee:
    """Draw a person's row; return them as they stand there now."""
    shown: details.Label = "visible" if number == 0 else "collapsed"
    whose = f" of person {number + 1}" if number else ""
    columns = st.columns([3, 2, 3, 3])
    name = columns[0].text_input(
        f"Name{whose}", person.name, max_chars=500, placeholder="Name", label_visibility=shown
    )
    sides = list(details.SIDES)
    side = columns[1].selectbox(
        f"Side{whose}",
        sides,
        sides.index(person.side) if person.side in sides else sides.index(Side.OTHER),
        format_func=details.SIDES.__getitem__,
        label_visibility=shown,
    )
    role = columns[2].text_input(
        f"Role{whose}", person.role, max_chars=200, placeholder="Role", label_visibility=shown
    )
    email = columns[3].text_input(
        f"E-mail{whose}", person.email, max_chars=254, placeholder="E-mail", label_visibility=shown
    )
    said = (" ".join((text or "").split()) for text in (name, role, email))
    called, does, address = said
    if called != person.name and not does and is_role(person.name):
        does = person.name  # whoever is named now has the role that stood for them
    return Attendee(called, side or Side.OTHER, does, address)


def _pick(label: str, names: list[str], chosen: str) -> str:
    place = names.index(chosen) if chosen in names else 0
    return st.selectbox(label, names, place, format_func=saying.short) or chosen
