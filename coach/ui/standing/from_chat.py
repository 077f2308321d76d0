"""From a check in the chat to what comes after it: both sides asked, or its stage kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.answers import Answer, AnswerKind
from coach.domain.conversation import Person, Turn
from coach.domain.stages import Stage
from coach.domain.team_stage import Origin
from coach.ui import components, pages
from coach.ui.standing import addresses

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, person: Person, turn: Turn, answer: Answer) -> None:
    """Draw the ways on under what a check came to; nothing under any other answer."""
    if answer.kind is not AnswerKind.STAGE:
        return
    with st.container(key=f"plan-{turn.id}", horizontal=True, gap="small"):
        st.page_link(
            pages.standing(),
            label="Ask both sides",
            icon=":material/forum:",
            query_params=addresses.address(addresses.ASK),
        )
        if answer.stage is not None:
            st.button(
                f"Begin from {answer.stage.value.capitalize()} for now",
                key=f"stage-{turn.id}",
                on_click=_keep,
                args=(services, person, answer.stage),
            )


@components.plainly
def _keep(services: Services, person: Person, stage: Stage) -> None:
    services.standing.team.choose(person, (stage,), Origin.CHECK)
    st.toast("Kept: chat, agendas and conflicts begin from it. You find it under Where we stand.")
