"""One row of the board: what was promised, whose it is, by when, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.promises import Promise, PromiseState
from coach.domain.stages import Side
from coach.services.plans.rows import Board, Row
from coach.ui import components, pages, safe_text
from coach.ui.agendas import saying
from coach.ui.agendas.keeping import MEETING
from coach.ui.plan import changing, day, doing

if TYPE_CHECKING:
    from coach.bootstrap import Services

_STATES = {
    PromiseState.OPEN: "",
    PromiseState.CARRIED: "carried over",
    PromiseState.DONE: "done",
    PromiseState.DROPPED: "dropped",
}


def draw(services: Services, person: Person, board: Board, rows: Sequence[Row]) -> None:
    """Draw rows one below the other."""
    for row in rows:
        with st.container(key=f"plan-row-{row.id}", gap="small"):
            with st.container(gap=None):
                st.markdown(f"**{safe_text.plain(row.what)}**")
                st.markdown(f"{owners(row)} {_when(row, board)}")
                if row.state.is_open:
                    _onward(services, row)
            _buttons(services, person, row)
        if row.state.is_open and changing.is_open(row):
            changing.draw(services, person, row)


def owners(row: Row) -> str:
    """Return who does it, each with the mark of their side."""
    if row.promise is not None:
        sales = saying.chip(row.promise.sales_owner, Side.SALES)
        return f"{sales} {saying.chip(row.promise.marketing_owner, Side.MARKETING)}"
    assert row.action is not None
    return saying.chip(row.action.action.owner, row.action.action.side)


def _when(row: Row, board: Board) -> str:
    said = [day.due(row.due, board.today) if row.state.is_open else "", _STATES[row.state]]
    text = " · ".join(part for part in said if part)
    return f":small[**{text}**]" if row.is_overdue(board.today) else f":small[{text}]"


def _buttons(services: Services, person: Person, row: Row) -> None:
    name = safe_text.plain(saying.short(row.what, 80))
    with st.container(key=f"plan-do-{row.id}", horizontal=True, gap="small"):
        if not row.state.is_open:
            st.button(
                "Reopen", key=f"plan-reopen-{row.id}", help=f"Reopen: {name}", type="tertiary",
                on_click=_reopen, args=(services, person, row),
            )  # fmt: skip
            return
        st.button(
            "Done", key=f"plan-done-{row.id}", help=f"Done: {name}", icon=":material/check:",
            on_click=_done, args=(services, person, row),
        )  # fmt: skip
        label = "Leave it" if changing.is_open(row) else "Change"
        st.button(
            label, key=f"plan-change-{row.id}", help=f"{label}: {name}", type="tertiary",
            on_click=changing.turn, args=(row,),
        )  # fmt: skip


@components.plainly
def _done(services: Services, person: Person, row: Row) -> None:
    doing.close(services, person, row, PromiseState.DONE)


@components.plainly
def _reopen(services: Services, person: Person, row: Row) -> None:
    doing.reopen(services, person, row)


def _onward(services: Services, row: Row) -> None:
    """Draw where it goes on from here: what to do, the first meeting, the number to watch."""
    with st.container(key=f"plan-onward-{row.id}", horizontal=True, gap="small"):
        if row.promise is not None:
            _of_promise(services, row.promise)
        elif row.action is not None and row.action.meeting is not None:
            address = {MEETING: row.action.meeting}
            st.page_link(pages.agenda(), label="From this meeting", query_params=address)


def _of_promise(services: Services, promise: Promise) -> None:
    known = services.playbook.get
    if known(promise.note) is not None:
        address = {"note": promise.note}
        st.page_link(pages.playbook(), label="What to do", query_params=address)
    if known(promise.meeting) is not None:
        address = {"from": promise.meeting}
        st.page_link(pages.agenda(), label="First meeting", query_params=address)
    if (metric := known(promise.metric)) is not None:
        label = f"Watch: {safe_text.plain(metric.title)}"
        address = {"note": metric.id}
        st.page_link(pages.playbook(), label=label, query_params=address)
