"""The plan: what both sides promised each other, what is due, and thanks for what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.ui import components, sample, view
from coach.ui.plan import STYLE, agreement, board, choosing, thanking, undoing, views, words

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "plan"
_VIEWS: dict[str, Callable[[Services, Person], None]] = {
    views.CHOOSE: choosing.draw,
    views.AGREEMENT: agreement.draw,
    views.WORDS: words.draw,
    views.THANKS: thanking.draw,
}


@components.plainly
def draw() -> None:
    """Draw what the address names; whatever goes wrong ends in a sentence, never in a trace."""
    view.draw("Plan", _view)


def _view(services: Services, person: Person) -> None:
    st.html(STYLE)
    person = sample.enter(services, person, "Plan")
    name = st.query_params.get(views.VIEW, "")
    undoing.enter(name)
    shown = _VIEWS.get(name, board.draw)
    with st.container(key=KEY):
        shown(services, person)
