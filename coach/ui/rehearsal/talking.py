"""The talk itself: what was said, the next line, and the other side's answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.notes import Exchange
from coach.errors import AuthorError
from coach.services.rehearsing.rehearsing import answered, is_over, next_reply
from coach.services.rehearsing.rubric import marks_of
from coach.services.rehearsing.scene import is_stop, shortened
from coach.ui import components, elements, safe_text
from coach.ui.rehearsal import beginning, looks, stage
from coach.ui.rehearsal.stage import Stage

if TYPE_CHECKING:
    from coach.bootstrap import Services

_LINE = "rehearsal-line"
_OTHER = ":material/forum:"


def draw(services: Services, running: Stage) -> None:
    """Draw what was said so far and take the next line."""
    _head(running)
    _said(running)
    if running.ending and not running.ended:
        with st.spinner("Looking back …"):
            debrief = services.rehearsing.debrief(running.scene, by_model=running.by_model)
        stage.end(running, debrief)
        st.rerun()
    if not running.ended:
        typed = st.chat_input("Say it as you would; “stop” ends it.", key=_LINE)
        if typed:
            _take(services, running, typed)
            st.rerun()
        _tools(running)
    else:
        _ending(running)


def _head(running: Stage) -> None:
    role, hard = beginning.name_of(running.scene.role), running.scene.difficulty.value
    how = "played by the model" if running.by_model else "guided by the note"
    st.caption(f"You speak with: {role} · {hard} · {how}")
    if not running.scene.lines:
        st.markdown("You begin. How do you open?")


def _said(running: Stage) -> None:
    scene, number = running.scene, 0
    role = beginning.name_of(scene.role)
    for line in scene.lines:
        if line.mine:
            number += 1
            components.question_bubble(line.text)
            looks.of_line(marks_of([line.text], scene.constraint), number)
            if not running.by_model:
                _compare(_answered_at(running, number), number)
        else:
            _theirs(role).markdown(safe_text.plain(line.text))
    if running.failed:
        st.warning(safe_text.plain(running.failed))


def _answered_at(running: Stage, number: int) -> Exchange | None:
    """Return what the person answered with their line of that number."""
    mine = [n for n, line in enumerate(running.scene.lines) if line.mine]
    return answered(replace(running.scene, lines=running.scene.lines[: mine[number - 1] + 1]))


def _compare(exchange: Exchange | None, number: int) -> None:
    if exchange is not None:
        with st.expander("A good answer to that", key=f"rehearsal-good-{number}", type="compact"):
            st.markdown(f"“{safe_text.plain(exchange.answer)}”")


def _take(services: Services, running: Stage, typed: str) -> None:
    """Take a line: an end, a boundary, or something that the other side answers."""
    text = shortened(typed)
    if is_stop(text):
        _end(running)
        return
    boundary = services.rehearsing.boundary(text)
    if boundary is not None:
        stage.put(replace(running, boundary=boundary))
        return
    asked = replace(running, scene=running.scene.with_line(text, mine=True), failed="")
    stage.put(asked)
    components.question_bubble(text)
    if running.by_model:
        _by_model(services, asked)
    else:
        _by_note(asked)


def _by_note(asked: Stage) -> None:
    reply = next_reply(asked.scene)
    if reply is not None:
        stage.put(replace(asked, scene=asked.scene.with_line(reply.says, mine=False)))
    elif is_over(asked.scene):
        _end(asked)


def _by_model(services: Services, asked: Stage) -> None:
    partner = services.rehearsing.partner
    if partner is None or asked.scene.is_full:
        _end(asked)
        return
    try:
        with _theirs(beginning.name_of(asked.scene.role)):
            said = "".join(_growing(iter(partner.reply(asked.scene)))).strip()
    except AuthorError as error:
        stage.put(replace(asked, failed=f"{error.message} Say it again, or end here."))
        return
    stage.put(replace(asked, scene=asked.scene.with_line(said, mine=False)))


def _theirs(role: str) -> DeltaGenerator:
    """Draw who speaks, and return where their words go."""
    with st.chat_message(role, avatar=_OTHER):
        said = st.container(gap=None)
    said.caption(role)
    return said


def _growing(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the pieces and draw what they come to."""
    body, text = st.empty(), ""
    body.markdown(":shimmer[…]")
    for piece in pieces:
        text += piece
        body.markdown(safe_text.plain(text))
        yield piece


def _tools(running: Stage) -> None:
    if running.scene.mine:
        elements.announce(running.scene.lines[-1].text, key=f"rehearsal-{len(running.scene.lines)}")
        st.button(
            "Stop and look back", key="rehearsal-stop", type="tertiary", icon=":material/flag:",
            on_click=_end, args=(running,),
        )  # fmt: skip
    else:
        st.button("Choose again", key="rehearsal-leave", type="tertiary", on_click=stage.leave)


@components.plainly
def _end(running: Stage) -> None:
    """Have the next run look back, where waiting for it can be seen."""
    stage.put(replace(running, ending=True))


def _ending(running: Stage) -> None:
    if running.boundary is not None:
        st.markdown("The rehearsal stops here.")
        st.markdown(safe_text.markdown(running.boundary.text))
        elements.announce(running.boundary.text, "back", key="rehearsal-stopped")
    elif running.debrief is not None:
        looks.back(running.debrief)
    if running.boundary is None:
        st.button("Once more", key="rehearsal-more", icon=":material/replay:", on_click=stage.leave)
