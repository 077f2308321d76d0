"""An agenda that was made in the chat, taken over to where it is changed, sent and kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.errors import CoachError, NotFound
from coach.services.agendas.shown import dated, read_again
from coach.ui import components
from coach.ui.agendas import details, keeping
from coach.ui.plan import brought

if TYPE_CHECKING:
    from coach.bootstrap import Services

TURN = "turn"  # of the address: the answer in the chat


def take(services: Services, person: Person, turn_id: str) -> bool:
    """Show an answer's agenda as a draft: as it was left, where it was taken over before.

    Nothing is drafted or searched again; overdue promises and the week's thank-yous come in. Where
    there is none any more, say so and return false.
    """
    with suppress(NotFound):
        keeping.take_up(services, person, turn_id)
        keeping.show_draft(turn_id)
        st.rerun()
    try:
        turn = services.conversations.turn(person, turn_id)
        if turn.answer is None or turn.answer.agenda is None:
            raise NotFound("This answer holds no agenda.", "Say below what the meeting is for.")
        asked, zone = turn.answer.agenda, details.zone_name()
        brief = read_again(turn.question, asked, turn.asked_at, zone)
    except CoachError as error:
        components.problem(error)
        return False
    whole = brought.with_overdue(services, person, brief)
    agenda = brought.taken_over(services, person, dated(asked, brief), whole)
    keeping.lay(services, person, agenda, whole, name=turn_id)
    st.rerun()
