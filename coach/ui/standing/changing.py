"""What can be done with a round that runs: more links, another end, closing, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.domain.stages import Side
from coach.errors import CoachError
from coach.services.rounds.keeping import LONGEST
from coach.ui import components
from coach.ui.standing import deleted, links, saying
from coach.ui.standing.asking import closing

if TYPE_CHECKING:
    from coach.bootstrap import Services

_ADDRESS, _SURE, _LOSING = "standing-address", "standing-sure", "standing-losing"


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw the ways to change it, folded, and the two that end it."""
    with st.expander("More links, or take one back", key="standing-more"):
        _more(services, person, its)
        _back(services, person, its)
    with st.expander("Another closing day", key="standing-other-day"):
        _day(services, person, its)
    _ends(services, person, its)


def end(services: Services, person: Person, its: Round) -> None:
    """Draw the button that deletes it, undone within ten seconds; answers are asked for first."""
    answers = _answers(services, person, its)
    asking = answers and st.session_state.get(_LOSING) == its.id
    if asking:
        going = "the one answer" if answers == 1 else f"all {answers:,} answers"
        st.markdown(f"Delete this round with {going} in it?")
    st.button(
        "Yes, delete it" if asking else "Delete",
        key="standing-delete-yes" if asking else "standing-delete",
        type="secondary" if asking else "tertiary",
        icon=":material/delete:",
        on_click=_delete,
        args=(services, person, its),
    )
    if asking:
        st.button("Keep it", key="standing-delete-no", on_click=_keep)


@components.plainly
def _delete(services: Services, person: Person, its: Round) -> None:
    """Delete it, or ask first; an answer may have come since the button was drawn."""
    if st.session_state.get(_LOSING) != its.id and _answers(services, person, its):
        st.session_state[_LOSING] = its.id
        return
    _keep()
    deleted.delete(services, person, its)


def _keep() -> None:
    st.session_state[_LOSING] = ""


def _answers(services: Services, person: Person, its: Round) -> int:
    counts = services.rounds.keeping.counts(person, its.id)
    return sum(count.total for count in counts.values())


def _more(services: Services, person: Person, its: Round) -> None:
    with st.form("standing-more-form", border=False):
        side, number = st.columns(2, vertical_alignment="bottom")
        asked: Side = side.selectbox(
            "For", list(its.sides), format_func=lambda s: s.capitalize(), key="standing-more-side"
        )
        many = number.number_input("How many", 1, 100, 4, key="standing-more-number")
        shared = st.checkbox(
            "One shared link instead, not protected against double answers",
            key="standing-more-shared",
        )
        if st.form_submit_button("Make the links"):
            _made(services, person, its, asked, None if shared else int(many))


def _made(services: Services, person: Person, its: Round, side: Side, number: int | None) -> None:
    try:
        made = services.rounds.keeping.more_links(
            person, its.id, side, number, str(st.context.url or "")
        )
    except CoachError as error:
        components.problem(error)
        return
    links.hold(its.id, made)
    st.rerun()


def _back(services: Services, person: Person, its: Round) -> None:
    with st.form("standing-back-form", border=False, clear_on_submit=True):
        address = st.text_input(
            "Take back a link by its address", key=_ADDRESS, placeholder="https://…/answer/…"
        )
        if st.form_submit_button("Take it back") and address.strip():
            try:
                links.take_back(services, person, its.id, address)
                st.success("Taken back. An answer given through it stays.")
            except CoachError as error:
                components.problem(error)


def _day(services: Services, person: Person, its: Round) -> None:
    zone = components.zone()
    today = services.coaching.clock.now().astimezone(zone).date()
    with st.form("standing-day-form", border=False):
        day = st.date_input(
            "Answers until the end of", its.closes_at.astimezone(zone).date(),
            min_value=today, max_value=today + LONGEST, key="standing-new-day",
        )  # fmt: skip
        if st.form_submit_button("Change the day"):
            try:
                services.rounds.keeping.change(person, its.id, closes_at=closing(day))
            except CoachError as error:
                components.problem(error)
                return
            st.rerun()


def _ends(services: Services, person: Person, its: Round) -> None:
    with st.container(key="standing-ends", horizontal=True, gap="small"):
        if st.session_state.get(_SURE) != its.id:
            st.button("Close it now", key="standing-close", on_click=_ask, args=(its,))
            end(services, person, its)
            return
        st.markdown(f"Close it today instead of {saying.day(its.closes_at)}?")
        st.button(
            "Yes, close it", key="standing-close-yes", type="primary",
            on_click=_close, args=(services, person, its),
        )  # fmt: skip
        st.button("Keep it open", key="standing-close-no", on_click=_ask, args=(None,))


def _ask(its: Round | None) -> None:
    st.session_state[_SURE] = its.id if its else ""


@components.plainly
def _close(services: Services, person: Person, its: Round) -> None:
    st.session_state[_SURE] = ""
    services.rounds.keeping.close(person, its.id)
