"""What is not on the agenda: where it goes, and the way to bring it in."""

from __future__ import annotations

import streamlit as st

from coach.domain import editing
from coach.domain.agenda import Agenda, LeftOut, Where
from coach.ui import components, safe_text
from coach.ui.agendas import desk, saying

_WHERE = {
    Where.WRITTEN: "In writing before",
    Where.NEXT: "Next time",
    Where.ELSEWHERE: "Not in a group",
}


def draw(agenda: Agenda, *, still: bool = False) -> None:
    """Draw the list, where there is one; a `still` agenda takes nothing in."""
    if not agenda.left_out:
        return
    with st.container(key="agenda-left-out", gap="small"):
        st.header("Not on this agenda", anchor=False)
        for place, left in enumerate(agenda.left_out):
            _row(left, place, still=still)


def _row(left: LeftOut, place: int, *, still: bool) -> None:
    with st.container(key=f"left-{place}", horizontal=True, vertical_alignment="center"):
        question = safe_text.plain(left.item.question)
        why = safe_text.plain(left.why.rstrip("."))
        st.markdown(f"{question}  \n:small[{_WHERE[left.where]}: {why}]")
        if not still and left.where is not Where.ELSEWHERE:  # what is about a person has no way in
            st.button(
                "Bring in",
                key=f"in-{place}",
                on_click=_take_in,
                args=(place,),
                help=f"Puts it last: {safe_text.plain(saying.short(left.item.question))}",
            )


@components.plainly
def _take_in(place: int) -> None:
    desk.change(lambda agenda: editing.take_in(agenda, place), "Brought in, as the last question.")
