"""What changes one row of the board, under it: owners, day, thirty more days, dropping it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord
from coach.domain.promises import DAYS, Promise, PromiseState
from coach.errors import CoachError
from coach.services.plans.rows import Row
from coach.ui import components
from coach.ui.agendas.details import SIDES
from coach.ui.plan import doing
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

NAME = 120  # characters of an owner
_OPEN = "plan-changing"


def is_open(row: Row) -> bool:
    """Whether this is the row being changed."""
    return bool(st.session_state.get(_OPEN) == row.id)


def turn(row: Row) -> None:
    """Begin to change a row, or leave it as it is."""
    if is_open(row):
        st.session_state.pop(_OPEN)
    else:
        st.session_state[_OPEN] = row.id


def draw(services: Services, person: Person, row: Row) -> None:
    """Draw what can be changed about a row."""
    with st.container(key=f"plan-edit-{row.id}", gap="small"):
        if row.promise is not None:
            _promise(services, person, row, row.promise)
        elif row.action is not None:
            _action(services, person, row, row.action)


def _promise(services: Services, person: Person, row: Row, promise: Promise) -> None:
    with st.form(f"plan-change-form-{row.id}", border=False):
        left, middle, right = st.columns(3)
        sales = left.text_input(":blue[■] Owner in sales", promise.sales_owner, max_chars=NAME)
        marketing = middle.text_input(
            ":orange[●] Owner in marketing", promise.marketing_owner, max_chars=NAME
        )
        due = right.date_input("By", promise.due_on)
        pressed = st.form_submit_button("Change it", type="primary")
    if pressed:
        _do(
            lambda: doing.change_promise(
                services, person, promise, sales or "", marketing or "", due
            )
        )
    with st.container(horizontal=True, key="plan-other-ways", gap="small"):
        now = today(services)
        _way(f"{DAYS} more days", lambda: doing.carry(services, person, promise, now))
        _way("Drop it", lambda: doing.close(services, person, row, PromiseState.DROPPED))
        _way("Delete", lambda: doing.delete(services, person, promise))


def _action(services: Services, person: Person, row: Row, record: ActionRecord) -> None:
    action = record.action
    with st.form(f"plan-change-form-{row.id}", border=False):
        left, middle, right = st.columns(3)
        owner = left.text_input("Owner", action.owner, max_chars=NAME)
        names = {action.side: "Both"} | SIDES
        side = middle.selectbox(
            "Side", list(names), list(names).index(action.side), format_func=names.__getitem__
        )
        due = right.date_input("By", action.due)
        pressed = st.form_submit_button("Change it", type="primary")
    if pressed:
        _do(lambda: doing.change_action(services, person, record, owner or "", side, due))
    with st.container(horizontal=True, key="plan-other-ways", gap="small"):
        _way("Drop it", lambda: doing.close(services, person, row, PromiseState.DROPPED))


def _way(name: str, act: Callable[[], None]) -> None:
    key = f"plan-way-{name.lower().replace(' ', '-')}"
    if st.button(name, key=key, type="tertiary"):
        _do(act)


def _do(act: Callable[[], None]) -> None:
    """Do it and close the form; what can't be done is said in it."""
    try:
        act()
    except CoachError as error:
        components.problem(error)
        return
    st.session_state.pop(_OPEN, None)
    st.rerun()
