"""The one view: ask, and read what the coach answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.conversation import Conversation, Person, Turn
from coach.errors import CoachError, NotFound
from coach.ui import (
    asking,
    components,
    elements,
    shaping,
    sidebar,
    state,
    turns,
    welcome,
    words,
)
from coach.ui.shaping import Shape

if TYPE_CHECKING:
    from coach.bootstrap import Services


@dataclass(frozen=True, slots=True)
class _View:
    """What is open: one run's worth of records, and what went wrong while opening or asking."""

    conversation: Conversation | None = None
    turns: tuple[Turn, ...] = ()
    error: CoachError | None = None

    @property
    def id(self) -> str:
        """The conversation's id, "" where none is open."""
        return self.conversation.id if self.conversation else ""

    @property
    def growing(self) -> Turn | None:
        """The turn that is still being answered."""
        return next((turn for turn in self.turns if not turn.state.ended), None)


@components.plainly
def draw() -> None:
    """Draw the page; whatever goes wrong ends in a sentence, never in a trace."""
    st.set_page_config(
        page_title=words.NAME,
        page_icon=str(components.MARK),
        layout="centered",
        initial_sidebar_state="auto",
    )
    st.html(components.STYLE)
    row = shaping.row()
    typed = asking.question_line()
    try:
        _page(typed, row)
    except CoachError as error:
        components.problem(error)
        st.button("Try again", key="again", on_click=state.start_again)


def _page(typed: str | None, row: DeltaGenerator) -> None:
    if not state.is_ready():
        if typed is None:
            sidebar.head()
            shaping.draw(row, "", shaping.of(""))
            welcome.waiting()
            return
        components.question_bubble(typed)
        st.markdown(":shimmer[Getting the playbook ready …]")
    services = state.services()
    person = services.identity.current()
    view = _opened(services, person)
    shape = shaping.of(view.id, view.turns, services.standing.team.current(person))
    shaping.draw(row, view.id, shape)
    if typed is not None:
        view = _ask(services, person, typed, view, shape)
    sidebar.draw(services, person, view.conversation)
    elements.announce(*_news(view), opened=view.id)
    if not asking.consent(services, person):
        _draw(services, person, view, row)


def _news(view: _View) -> tuple[str, str]:
    """Return what a screen reader is told, and what is brought into view with it."""
    if view.conversation is None:
        return "", welcome.KEY
    if view.growing is not None:
        return "The answer is being written.", turns.key(view.growing)
    return "", ""


def _draw(services: Services, person: Person, view: _View, row: DeltaGenerator) -> None:
    if view.conversation is None:
        welcome.draw(services)
    else:
        with st.container(key="title-unseen" if _is_said_below(view) else "title"):
            st.header(components.title_of(view.conversation), anchor=False)
    for turn in view.turns:
        last = turn is view.turns[-1]
        if turn.state.ended:
            turns.draw(services, person, turn, last=last, calm=view.growing is None)
        else:
            turns.follow(services, person, turn, row, last=last)
    if view.error is not None:
        components.problem(view.error)


def _is_said_below(view: _View) -> bool:
    """Whether the title only repeats the first question."""
    title = view.conversation.title.rstrip("…") if view.conversation else ""
    return bool(view.turns) and " ".join(view.turns[0].question.split()).startswith(title)


def _opened(services: Services, person: Person) -> _View:
    """Return the conversation that the address names, so that a reload finds it again."""
    wanted = st.query_params.get("c")
    if not wanted:
        return _View()
    try:
        conversation = services.conversations.get(person, wanted)
        return _View(conversation, tuple(services.conversations.turns(person, wanted)))
    except NotFound as error:
        del st.query_params["c"]
        return _View(error=error)


def _ask(services: Services, person: Person, text: str, view: _View, shape: Shape) -> _View:
    """Store the question; where it is refused, the text goes back to where it was typed."""
    if services.consent and not services.declined:
        asking.ask_consent_for(text)
        st.rerun()  # the line is drawn already, and takes nothing more until that is answered
    opened = view.conversation
    try:
        turn = services.coaching.ask(person, text, view.id or None, shape.stage, shape.side)
    except CoachError as error:
        asking.keep(text)
        return replace(view, error=error)
    st.query_params["c"] = turn.conversation
    shaping.begun(turn.conversation)
    opened = opened or services.conversations.get(person, turn.conversation)
    return _View(opened, (*view.turns, turn))
