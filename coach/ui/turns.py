"""One question and its answer: growing, or finished with all that can be done with it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.answers import Answer, AnswerKind, Check
from coach.domain.conversation import Person, Turn, TurnState
from coach.ui import (
    asking,
    components,
    elements,
    feedback,
    hidden_names,
    plan_link,
    safe_text,
    sources,
    transcript,
    words,
)
from coach.ui.elements import copy_button
from coach.ui.plan import from_chat
from coach.ui.segments import growing, marked_up
from coach.ui.standing import from_chat as stage_from_chat

if TYPE_CHECKING:
    from coach.bootstrap import Services

_BOOK = ":material/menu_book:"
_WAITING = ":shimmer[Looking in the playbook …]"
_AT_ONCE = 3.0  # seconds: what came sooner was not read while it grew, so it is shown from its top
_PATIENCE = 0.4  # seconds a turn may wait in line before the page speaks of it
_ANY = frozenset(range(1, 100))  # the sources of a growing answer are not known yet
_QUEUED = ":shimmer[Waiting in line: other answers are being written first …]"


def draw(services: Services, person: Person, turn: Turn, *, last: bool, calm: bool) -> None:
    """Draw a turn that has ended.

    In a `calm` page each turn is drawn apart, so that a click in it redraws nothing else. While an
    answer grows that would make the click wait for its end, so there it redraws the page.
    """
    with st.container(key=key(turn)):
        components.question_bubble(turn.question, components.shape_of(turn))
        with st.container():
            (st.fragment(_ended) if calm else _ended)(services, person, turn, last)


def follow(
    services: Services, person: Person, turn: Turn, row: DeltaGenerator, *, last: bool
) -> None:
    """Draw a turn whose answer grows, until it has ended; Stop is in `row` meanwhile.

    The finished answer takes the growing one's place in the same run of the page: running it once
    more would cost as much again as all the rest of the turn's drawing.
    """
    with st.container(key=key(turn)):
        components.question_bubble(turn.question, components.shape_of(turn))
        answer = st.empty()
    # Boxed like the finished answer: Streamlit joins what is not sent yet by its place in the page,
    # and a box that comes in the place of a text would be sent before the box around it.
    with answer.container(), st.container(), st.chat_message("assistant", avatar=_BOOK):
        body = st.empty()
    stop = row.empty()
    stop.button(
        "Stop",
        key=f"stop-{turn.id}",
        icon=":material/stop:",
        on_click=_stop,
        args=(services, person, turn),
    )
    ended, began = turn, time.monotonic()
    for ended in services.coaching.watch(person, turn.id):
        body.markdown(_growing(ended, time.monotonic() - began))
    stop.empty()
    with answer.container():
        st.fragment(_ended)(services, person, ended, last)
    unread = time.monotonic() - began < _AT_ONCE
    elements.announce(_announcement(ended), show=key(turn) if unread else "", key=f"end-{turn.id}")


def key(turn: Turn) -> str:
    """Name the container a turn is drawn in."""
    return f"turn-{turn.id}"


@components.plainly
def _stop(services: Services, person: Person, turn: Turn) -> None:
    services.coaching.stop(person, turn.id)


def _growing(turn: Turn, waited: float) -> str:
    if turn.segments:
        return growing(turn.segments, _ANY)
    if turn.text:
        return safe_text.markdown(turn.text)
    in_line = turn.state is TurnState.QUEUED and waited > _PATIENCE
    return _QUEUED if in_line else _WAITING


def _announcement(turn: Turn) -> str:
    if turn.state is not TurnState.DONE or turn.answer is None:
        return words.ENDINGS.get(turn.state, "The answer is finished.")
    number = len(turn.answer.citations)
    named = f" {number} source{'s' if number != 1 else ''}." if number else ""
    return f"The answer is finished.{named} {turn.text[:300]}"


@components.plainly
def _ended(services: Services, person: Person, turn: Turn, last: bool) -> None:
    answer = turn.answer
    with st.chat_message("assistant", avatar=_BOOK):
        if answer is not None and answer.kind in words.WRITTEN:
            st.markdown(_badge(answer))
        if answer is not None and (answer.mode == "model" or answer.hidden):
            hidden_names.of_answer(services, person, turn.id, answer.hidden, last=last)
        numbers = [c.n for c in answer.citations] if answer else _ANY
        segments = answer.segments if answer else turn.segments
        if segments:
            st.markdown(marked_up(segments, numbers))
        elif turn.text:
            st.markdown(safe_text.markdown(turn.text, numbers))
        _ending(services, person, turn)
        if answer is None:
            if last:
                with st.container(horizontal=True, key=f"do-{turn.id}"):
                    _again(services, person, turn)
            return
        _notices(answer)
        sources.chips(services, turn, answer)
        plan_link.draw(turn, answer)
        from_chat.draw(services, person, turn, answer)
        stage_from_chat.draw(services, person, turn, answer)
        if answer.kind is not AnswerKind.SMALL_TALK:
            _actions(services, person, turn, answer, last)
    if last and turn.state is TurnState.DONE:
        _follow_ups(turn, answer)


def _badge(answer: Answer) -> str:
    if answer.recalls:
        return ":gray-badge[:material/event_note: From your meetings]"
    if answer.kind is AnswerKind.STAGE:
        return ":gray-badge[:material/person: From your answers]"
    if answer.mode == "model":
        return (
            f":green-badge[:material/edit: Written by {safe_text.plain(answer.model or 'a model')}]"
        )
    return ":gray-badge[:material/menu_book: From the playbook]"


def _ending(services: Services, person: Person, turn: Turn) -> None:
    line = words.ENDINGS.get(turn.state)
    if line is None:
        if turn.error:
            st.warning(safe_text.markdown(turn.error))
        return
    if turn.state is TurnState.FAILED:
        st.error(f"{line}  \n{safe_text.markdown(turn.error)}", icon=":material/error:")
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(line)
        if st.button("Go on", key=f"go-on-{turn.id}"):
            services.coaching.go_on(person, turn.id)
            st.rerun()


def _notices(answer: Answer) -> None:
    for warning in answer.warnings:
        st.caption(safe_text.plain(warning))
    struck = [s for s in answer.segments if s.check is Check.STRUCK and s.text.strip()]
    marked = [s for s in answer.segments if s.check is Check.MARKED and s.text.strip()]
    if not struck and not marked:
        return
    parts = [f"{len(struck)} struck"] if struck else []
    parts += [f"{len(marked)} marked †"] if marked else []
    with st.expander(f"Checked against the sources: {', '.join(parts)}", type="compact"):
        for segment in (*struck, *marked):
            mark = "~~" if segment.check is Check.STRUCK else ""
            text, reason = safe_text.plain(segment.text), safe_text.plain(segment.reason)
            st.markdown(f"{mark}{text}{mark}  \n:small[{reason or 'not borne out by its source'}]")


def _actions(services: Services, person: Person, turn: Turn, answer: Answer, last: bool) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"do-{turn.id}", gap="small"
    ):
        if answer.kind is not AnswerKind.HANDOVER:  # nothing to carry about or to redo
            _take_along(turn)
            if last:
                _again(services, person, turn)
        feedback.thumbs(services, person, turn)
    feedback.reasons(services, person, turn)


def _take_along(turn: Turn) -> None:
    copy_button(transcript.to_copy(turn), key=f"copy-{turn.id}")
    if draft := transcript.draft_of(turn.text):
        copy_button(draft, key=f"copy-draft-{turn.id}", label="Copy the text only")
    st.download_button(
        "Save",
        lambda: transcript.of_turn(turn),
        file_name="answer.md",
        mime="text/markdown",
        key=f"save-{turn.id}",
        on_click="ignore",
        type="tertiary",
        help="Save this answer with its sources as a Markdown file",
    )


def _again(services: Services, person: Person, turn: Turn) -> None:
    by_code = turn.answer is not None and turn.answer.by_code  # a model would change nothing
    model = services.status().model if asking.stays_here(services) and not by_code else None
    if model is not None and st.button(
        f"Ask {safe_text.plain(model)}", key=f"model-{turn.id}", type="tertiary"
    ):
        asking.ask_consent_for(turn.question, turn.id)
        st.rerun()
    if st.button("Regenerate", key=f"again-{turn.id}", type="tertiary"):
        services.coaching.regenerate(person, turn.id)
        st.rerun()
    if st.button("Edit", key=f"edit-{turn.id}", type="tertiary", help="Change the question"):
        st.dialog("Edit your question", width="medium")(_editor)(services, person, turn)


@components.plainly
def _editor(services: Services, person: Person, turn: Turn) -> None:
    with st.form(key=f"editor-{turn.id}", border=False):
        text = st.text_area("Your question", turn.question, key=f"text-{turn.id}")
        st.caption("The answer below it is replaced.")
        if st.form_submit_button("Ask again", type="primary"):
            services.coaching.edit(person, turn.id, text)
            st.rerun()


def _follow_ups(turn: Turn, answer: Answer) -> None:
    if not answer.follow_ups:
        return
    name = "Choose, or type it" if answer.kind is AnswerKind.UNCLEAR else "Ask next"
    st.markdown(f":small[**{name}**]")
    for i, question in enumerate(answer.follow_ups):
        key = f"next-{turn.id}-{i}"
        if st.button(safe_text.plain(question), key=key, icon=":material/arrow_forward:"):
            asking.queue(question)
            st.rerun()
