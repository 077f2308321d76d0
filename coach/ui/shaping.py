"""What shapes the next question: whose it is, and at which stage the two teams are.

A stage is chosen for one conversation; until then it begins from what a check in the conversation
found, else from the team's stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.domain.answers import AnswerKind
from coach.domain.conversation import Turn
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import TeamStage
from coach.ui import words

_SIDE = "shape-side"
_STAGES = "shape-stages"  # by conversation: the stage chosen for it, `None` for "not sure"
_CHECKED = "from the check in this chat"


@dataclass(frozen=True, slots=True)
class Shape:
    """What shapes a question; `origin` says where the stage comes from if nobody chose it."""

    stage: Stage | None
    side: Side | None
    origin: str = ""

    @property
    def label(self) -> str:
        """The shape in a few words, safe as Markdown."""
        chosen = [words.SIDES[self.side]] if self.side else []
        if self.stage and self.origin:
            chosen.append(f"{self.stage.value.capitalize()} ({self.origin})")
        elif self.stage:
            chosen.append(words.STAGES[self.stage])
        return " · ".join(chosen) if chosen else words.SHAPE


def row() -> DeltaGenerator:
    """Return the row above the line, which is always in view."""
    with st.bottom:
        return st.container(horizontal=True, vertical_alignment="center", key="above-the-line")


def of(conversation: str, turns: Sequence[Turn] = (), team: TeamStage | None = None) -> Shape:
    """Return what shapes the next question of a conversation; "" is one that has yet to begin."""
    side, chosen = st.session_state.get(_SIDE), st.session_state.get(_STAGES, {})
    if conversation in chosen:
        return Shape(chosen[conversation], side)
    answers = [turn.answer for turn in turns if turn.answer is not None]
    found = [a.stage for a in answers if a.kind is AnswerKind.STAGE and a.stage is not None]
    if found:
        return Shape(found[-1], side, _CHECKED)
    if team is not None:
        return Shape(team.stage, side, words.ORIGINS[team.origin])
    return Shape(None, side)


def draw(above: DeltaGenerator, conversation: str, shape: Shape) -> None:
    """Draw the small control above the line: which side asks, and at which stage."""
    with above, st.popover(shape.label, key="shape", type="tertiary", icon=":material/tune:"):
        st.caption("Optional. Answers then fit your side, and how the two teams work today.")
        st.pills(
            "Whose question is it?",
            list(words.SIDES),
            format_func=words.SIDES.__getitem__,
            key="pick-side",
            default=shape.side,
            on_change=_take_side,
        )
        stages = [None, *words.STAGES]
        key = f"pick-stage-{conversation}"
        st.radio(
            "How do the two teams work together today?",
            stages,
            format_func=lambda stage: words.STAGES[stage] if stage else "Not sure",
            captions=[words.MEANINGS[stage] if stage else "" for stage in stages],
            key=key,
            index=stages.index(shape.stage),
            on_change=_take_stage,
            args=(key, conversation),
        )
        if shape.origin:
            st.caption(f"The stage is {shape.origin}. Choose another for this conversation alone.")


def begun(conversation: str) -> None:
    """Let what was chosen before the first question go with the conversation it began."""
    chosen = st.session_state.get(_STAGES, {})
    if "" in chosen:
        chosen[conversation] = chosen.pop("")


def _take_side() -> None:
    st.session_state[_SIDE] = st.session_state["pick-side"]


def _take_stage(key: str, conversation: str) -> None:
    st.session_state.setdefault(_STAGES, {})[conversation] = st.session_state[key]
