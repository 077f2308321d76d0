"""The rows of an agenda: each with its time, its question, its owner, and what changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain import editing
from coach.domain.agenda import Agenda, Item, Part
from coach.ui import components, pages, safe_text
from coach.ui.agendas import changing, desk, saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

NONE_LEFT = "The playbook has no other question for this that fits. Write your own with “Change”."
STEP = 1  # minutes that a press on plus or minus gives or takes


def draw(services: Services, agenda: Agenda, *, still: bool = False) -> None:
    """Draw all rows in their order; those of a `still` agenda can't be changed.

    A place counts the questions, not the frame.
    """
    place = 0
    with st.container(key="agenda-rows", gap=None):
        for number, (item, mark) in enumerate(zip(agenda.items, saying.marks(agenda), strict=True)):
            if item.is_matter:
                _question(services, agenda, item, mark, place, still=still)
                place += 1
            else:
                _frame(agenda, item, mark, number)


def _frame(agenda: Agenda, item: Item, mark: str, number: int) -> None:
    """Draw a row that only holds the others: opening, pauses, time in hand, close."""
    with st.container(key=f"quiet-{number}", gap="small"):
        _mark(mark)
        with st.container(gap=None):
            name = saying.PARTS.get(item.part, "")
            says = "" if item.is_pause or item.part is Part.BUFFER else item.question
            st.markdown(f"**{name}**" + (f"  \n{safe_text.plain(says)}" if says else ""))
            if item.part is Part.CARRIED:
                st.markdown("\n".join(f"- {saying.action(a)}" for a in agenda.actions))
            if under := saying.under(item):
                st.caption(under)
        st.markdown(f"{item.minutes} min")


def _question(
    services: Services, agenda: Agenda, item: Item, mark: str, place: int, *, still: bool
) -> None:
    with st.container(key=f"question-{place}", gap="small"):
        _mark(mark)
        with st.container(gap=None):
            owner = saying.chip(item.owner, item.side) if item.owner.strip() else "Nobody yet"
            st.markdown(f"**{safe_text.plain(item.question)}**")
            st.markdown(f"{saying.OUTCOMES[item.outcome].capitalize()} {owner}")
            if under := saying.under(item):
                st.caption(under)
            _source(services, agenda, item)
        if still:
            st.markdown(f"{item.minutes} min")
        else:
            _controls(services, agenda, item, place)


def _mark(mark: str) -> None:
    st.markdown(mark)


def _source(services: Services, agenda: Agenda, item: Item) -> None:
    note = services.playbook.get(item.note) if item.note not in ("", agenda.note) else None
    if note is not None:
        label = f"From: {safe_text.plain(note.title)}"
        st.page_link(pages.playbook(), label=label, query_params={"note": note.id})


def _controls(services: Services, agenda: Agenda, item: Item, place: int) -> None:
    """Draw what changes one question; the names of the small buttons are for who hears them."""
    name = safe_text.plain(saying.short(item.question, 80))
    with st.container(horizontal=True, key=f"agenda-do-{place}", gap=None):
        with st.container(horizontal=True, gap=None, key=f"minutes-{place}"):
            less = max(1, item.minutes - STEP)
            _icon("remove", f"Less time: {name}", f"less-{place}", _lock, place, less)
            st.markdown(f"{item.minutes} min")
            _icon("add", f"More time: {name}", f"more-{place}", _lock, place, item.minutes + STEP)
            if item.locked:
                _icon("lock", f"Free the minutes: {name}", f"free-{place}", _lock, place, None)
        top, end = place == 0, place == len(agenda.matters) - 1
        _icon("arrow_upward", f"Move up: {name}", f"up-{place}", _move, place, place - 1, top)
        _icon("arrow_downward", f"Move down: {name}", f"down-{place}", _move, place, place + 1, end)
        if _pressed("edit", f"Change: {name}", f"change-{place}"):
            changing.question(place)
        st.button(
            f"Another question: {name}",
            key=f"icon-another-{place}",
            icon=":material/autorenew:",
            type="tertiary",
            on_click=_another,
            args=(services, place),
        )
        _icon("close", f"Take off: {name}", f"off-{place}", _remove, place, None)


def _pressed(icon: str, name: str, key: str) -> bool:
    return st.button(name, key=f"icon-{key}", icon=f":material/{icon}:", type="tertiary")


def _icon(
    icon: str, name: str, key: str, act: object, place: int, value: int | None, off: bool = False
) -> None:
    st.button(
        name,
        key=f"icon-{key}",
        icon=f":material/{icon}:",
        type="tertiary",
        disabled=off,
        on_click=act,  # type: ignore[arg-type]  # the callbacks below
        args=(place, value),
    )


@components.plainly
def _move(place: int, to: int) -> None:
    desk.change(lambda agenda: editing.move(agenda, place, to), f"Moved to place {to + 1}.")


@components.plainly
def _lock(place: int, minutes: int | None) -> None:
    said = "The minutes are shared out again." if minutes is None else f"{minutes} minutes, fixed."
    desk.change(lambda agenda: editing.lock(agenda, place, minutes), said)


@components.plainly
def _remove(place: int, _value: None) -> None:
    desk.change(lambda agenda: editing.remove(agenda, place), "Taken off, kept for next time.")


@components.plainly
def _another(services: Services, place: int) -> None:
    """Put the notes' next question in the place of one; say so where there is none."""
    lying = desk.opened()
    if lying is None or place >= len(lying.agenda.matters):
        return
    purpose = lying.brief.text if lying.brief else ""
    other = services.agendas.exchanging.another(lying.agenda, place, purpose)
    if other is None:
        st.toast(NONE_LEFT, icon=":material/info:")
        desk.put(replace(lying, said=NONE_LEFT))
    else:
        desk.change(lambda _agenda: other, f"Now: {other.matters[place].question}")
