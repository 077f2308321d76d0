"""The fifth view: both sides are asked, and see where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import RoundState
from coach.errors import NotFound
from coach.ui import components, sample, view
from coach.ui.standing import (
    addresses,
    asking,
    by_hand,
    check,
    closed,
    home,
    moving,
    progress,
    running,
)

if TYPE_CHECKING:
    from coach.bootstrap import Services

_VIEWS = {
    addresses.ASK: asking.draw,
    addresses.CHECK: check.draw,
    addresses.BY_HAND: by_hand.draw,
    addresses.PROGRESS: progress.draw,
}


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    view.draw(addresses.TITLE, _view)


def _view(services: Services, person: Person) -> None:
    st.html(addresses.STYLE)
    person = sample.enter(services, person, addresses.TITLE)
    its = st.query_params.get(addresses.ROUND)
    if its:
        _round(services, person, its)
    else:
        _VIEWS.get(st.query_params.get(addresses.VIEW, ""), home.draw)(services, person)


def _round(services: Services, person: Person, round_id: str) -> None:
    """Draw a round as it stands: running, closing or closed."""
    try:
        its = services.rounds.keeping.get(person, round_id)
    except NotFound as error:
        components.problem(error)
        home.draw(services, person)
        return
    view.configure(its.title)
    asked = st.query_params.get(addresses.VIEW, "")
    if services.rounds.keeping.state(its) is not RoundState.CLOSED:
        running.draw(services, person, its)
    elif asked == addresses.MOVE:
        moving.draw(services, person, its)
    else:
        closed.draw(services, person, its)
