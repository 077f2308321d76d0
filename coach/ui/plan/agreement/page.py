"""The agreement as it stands, or the form that makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.agreement import Agreement
from coach.domain.conversation import Person
from coach.services.agreements.page import page_of
from coach.services.agreements.usual import REVIEW
from coach.ui import components, pages, sample
from coach.ui.plan import undoing, views
from coach.ui.plan.agreement import form, months, sending, sheet

if TYPE_CHECKING:
    from coach.bootstrap import Services


def draw(services: Services, person: Person) -> None:
    """Draw what both sides owe each other, and what came of it."""
    st.title("Agreement", anchor=False)
    undoing.draw()
    views.ways(views.AGREEMENT)
    if sample.is_on():
        st.markdown("The invented team agrees on nothing. Remove the sample to work on yours.")
        return
    standing = services.agreements.keeping.current(person)
    if standing is None or form.is_open():
        form.draw(services, person, standing)
        return
    _standing(services, person, standing)


def _standing(services: Services, person: Person, standing: Agreement) -> None:
    page = page_of(standing)
    sheet.draw(page)
    if not standing.terms.definition:
        label = "Settle what a qualified lead is"
        views.to(views.WORDS, label, ":material/translate:", "stretch")
    with st.container(
        key="plan-agreement-do", horizontal=True, gap="small", vertical_alignment="center"
    ):
        if st.button("Print or download", icon=":material/download:"):
            sending.draw(services, person, standing)
        if st.button("Review in the calendar", icon=":material/calendar_add_on:"):
            sending.review(services, person)
        st.page_link(
            pages.agenda(),
            label="Agenda of the review",
            icon=":material/event_note:",
            query_params={"from": REVIEW},
        )
        st.button("Change", type="tertiary", on_click=form.open_with, args=(standing.terms,))
        st.button(
            "Delete", type="tertiary", on_click=_delete, args=(services, person, standing)
        )  # fmt: skip
    months.draw(services, person, standing)


@components.plainly
def _delete(services: Services, person: Person, standing: Agreement) -> None:
    keeping = services.agreements.keeping
    keeping.delete(person, standing.id)
    undoing.deleted("The agreement", lambda: keeping.undelete(person, standing.id))
