"""A round is started: what it is called, when it closes, and how each side gets the form."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.services.rounds.keeping import LONGEST, LONGEST_TITLE, MOST_LINKS, OPEN_FOR, SINGLE
from coach.ui import components, elements
from coach.ui.standing import addresses, links

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-start"
_TITLE, _CLOSES, _KIND = "standing-title", "standing-closes", "standing-kind"
_KINDS = {
    "single": "A link for each person",
    "shared": "One link for each side",
}
_CAPTIONS = (
    "Each works for one answer. Send every person their own.",
    "Easy to post in a channel. Not protected against double answers.",
)
_NUMBERS = {
    Side.SALES: "Links for :blue[■] sales",
    Side.MARKETING: "Links for :orange[●] marketing",
    Side.OTHER: "Links for :gray[▲] others",
}


def draw(services: Services, person: Person) -> None:
    """Draw the form and start the round."""
    addresses.way_back()
    today = services.coaching.clock.now().astimezone(components.zone()).date()
    with st.container(key=KEY):
        st.title("Ask both sides", anchor=False)
        st.text_input(
            "What to call it", f"Where we stand, {today:%B %Y}", key=_TITLE,
            max_chars=LONGEST_TITLE,
        )  # fmt: skip
        st.date_input(
            "Answers until the end of", today + OPEN_FOR, key=_CLOSES, min_value=today,
            max_value=today + LONGEST - timedelta(days=1),
        )  # fmt: skip
        kind = st.radio(
            "How people get to the form", list(_KINDS), key=_KIND, captions=_CAPTIONS,
            format_func=_KINDS.__getitem__,
        )  # fmt: skip
        wanted = _numbers() if kind == "single" else _shared()
        st.caption("Results show from four answers a side; fewer would give people away.")
        if st.button("Start the round", key="standing-go", type="primary"):
            _start(services, person, wanted)
    elements.announce("", KEY)


def closing(day: date) -> datetime:
    """Return the end of a day in the reader's time zone."""
    return datetime.combine(day, time(23, 59), components.zone())


def _numbers() -> dict[Side, int | None]:
    columns = st.columns(3)
    wanted: dict[Side, int | None] = {}
    for column, (side, label) in zip(columns, _NUMBERS.items(), strict=True):
        number = column.number_input(
            label, 0 if side is Side.OTHER else 1, MOST_LINKS, 0 if side is Side.OTHER else SINGLE,
            key=f"standing-links-{side}",
            help="SDRs, operations, customer success: shown apart." if side is Side.OTHER else None,
        )  # fmt: skip
        if number:
            wanted[side] = int(number)
    return wanted


def _shared() -> dict[Side, int | None]:
    others = st.checkbox(
        "A third link, for others (SDRs, operations, customer success)", key="standing-others"
    )
    return dict.fromkeys([Side.SALES, Side.MARKETING, *([Side.OTHER] if others else [])])


def _start(services: Services, person: Person, wanted: dict[Side, int | None]) -> None:
    try:
        started = services.rounds.keeping.start(
            person,
            st.session_state[_TITLE],
            wanted,
            closing(st.session_state[_CLOSES]),
            str(st.context.url or ""),
        )
    except CoachError as error:
        components.problem(error)
        return
    links.hold(started.round.id, started.invitations)
    addresses.go(round_id=started.round.id)
    st.rerun()
