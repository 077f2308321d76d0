"""A stage picked by those who know it already, without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin
from coach.ui import components, elements, words
from coach.ui.standing import addresses

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "standing-by-hand"
_PICKED = "standing-picked"


def draw(services: Services, person: Person) -> None:
    """Draw the four stages to choose from."""
    addresses.way_back()
    found = services.standing.team.current(person)
    with st.container(key=KEY):
        st.title("Pick your stage", anchor=False)
        st.markdown(
            "Choose what fits best today. It is better picked together than by one side alone: "
            "the two often see it differently, which is what a round would show."
        )
        st.radio(
            "How do the two teams work together today?",
            list(Stage),
            None if found is None or found.stage is None else list(Stage).index(found.stage),
            key=_PICKED,
            format_func=words.STAGES.__getitem__,
            captions=[words.MEANINGS[stage] for stage in Stage],
        )
        st.button(
            "Begin from this stage",
            key="standing-pick",
            type="primary",
            on_click=_keep,
            args=(services, person),
            disabled=st.session_state[_PICKED] is None,
        )
        st.caption("Chat, agendas and conflicts begin from it. A newer round or pick replaces it.")
    elements.announce("", KEY)


@components.plainly
def _keep(services: Services, person: Person) -> None:
    services.standing.team.choose(person, (st.session_state[_PICKED],), Origin.HAND)
    addresses.go()
