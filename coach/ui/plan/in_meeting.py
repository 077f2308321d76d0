"""Promises of the plan that came up in a meeting's opening, to be closed or carried over there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.promises import PromiseState
from coach.services.plans.rows import Row
from coach.ui import components, safe_text
from coach.ui.agendas import saying
from coach.ui.plan import doing
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, person: Person, agenda: Agenda) -> None:
    """Draw the promises that the agenda names and that stand on the board."""
    named = {action.id for action in agenda.actions}
    for row in services.plans.board.show(person, today(services)).rows:
        if row.promise is not None and row.id in named:
            _promise(services, person, row)


def _promise(services: Services, person: Person, row: Row) -> None:
    key = f"action-{row.id}"
    with st.container(key=key, horizontal=True, vertical_alignment="center"):
        state = "" if row.state is PromiseState.OPEN else f"  \n:small[{row.state.capitalize()}]"
        assert row.promise is not None
        st.markdown(saying.action(row.promise.as_action()) + state)
        if row.state.is_open:
            _press("Done", services, person, row)
            _press("Carry on", services, person, row)
            _press("Drop", services, person, row)
        else:
            _press("Reopen", services, person, row)


def _press(label: str, services: Services, person: Person, row: Row) -> None:
    st.button(
        label,
        key=f"{label.lower().replace(' ', '-')}-{row.id}",
        help=f"{label}: {safe_text.plain(saying.short(row.what))}",
        on_click=_do,
        args=(label, services, person, row),
    )


@components.plainly
def _do(label: str, services: Services, person: Person, row: Row) -> None:
    assert row.promise is not None
    match label:
        case "Carry on":
            doing.carry(services, person, row.promise, today(services))
        case "Reopen":
            doing.reopen(services, person, row)
        case _:
            closed = PromiseState.DONE if label == "Done" else PromiseState.DROPPED
            doing.close(services, person, row, closed)
