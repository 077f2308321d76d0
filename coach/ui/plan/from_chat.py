"""From an answer with steps for this week to a promise on the board, with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.answers import Answer
from coach.domain.conversation import Person, Turn
from coach.domain.promises import Draft
from coach.ui import components, pages
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

_WEEK = "This week"  # the section whose steps are promised


def draw(services: Services, person: Person, turn: Turn, answer: Answer) -> None:
    """Draw the button, or where the promise stands once it was made; nothing without steps."""
    draft = _draft(services, answer)
    if draft is None:
        return
    if draft.note in services.plans.board.notes(person):
        with st.container(key=f"promised-{turn.id}"):
            label = "On the plan"
            st.page_link(pages.plan(), label=label, icon=":material/checklist:")
        return
    st.button(
        "Put it on the plan",
        key=f"promise-{turn.id}",
        icon=":material/checklist:",
        help="Both sides promise it for thirty days; owners and day can be changed there.",
        on_click=_take,
        args=(services, person, draft),
    )


def _draft(services: Services, answer: Answer) -> Draft | None:
    """Return the first note whose steps for this week the answer tells, as a promise."""
    told = (cited.note for cited in answer.citations if cited.heading == _WEEK)
    drafts = (services.plans.suggesting.of_note(note) for note in told)
    return next((draft for draft in drafts if draft is not None), None)


@components.plainly
def _take(services: Services, person: Person, draft: Draft) -> None:
    services.plans.board.take(person, draft, today(services))
