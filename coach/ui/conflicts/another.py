"""The answer to "that's not it": another pattern or another side, and the page anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from coach.domain.conflict import Analysis
from coach.domain.notes import Conflict
from coach.domain.stages import Side
from coach.ui import components, safe_text, words
from coach.ui.conflicts import case
from coach.ui.conflicts.case import Case

if TYPE_CHECKING:
    from coach.bootstrap import Services

T = TypeVar("T", bound=str)
_NOTE, _SIDE = "conflict-other-note", "conflict-other-side"
_SIDES = {
    Side.SALES: words.SIDES[Side.SALES],
    Side.MARKETING: words.SIDES[Side.MARKETING],
    Side.OTHER: "Neither",
}


def draw(services: Services, opened: Case, label: str = "That's not it") -> None:
    """Draw the button with the choice behind it."""
    titles = choices(services, opened)
    shown = opened.outcome.patterns[0].note if isinstance(opened.outcome, Analysis) else None
    with st.popover(label, key="conflict-another", type="tertiary", icon=":material/swap_horiz:"):
        st.selectbox(
            "What is it rather?", list(titles), _place(titles, shown), key=_NOTE,
            format_func=lambda note: safe_text.clean(titles[note]), placeholder="Choose a quarrel",
        )  # fmt: skip
        st.radio(
            "Whose side are you on?", list(_SIDES), _place(_SIDES, opened.side), key=_SIDE,
            horizontal=True, format_func=_SIDES.__getitem__,
        )  # fmt: skip
        st.button(
            "Look again", key="conflict-again", type="primary", on_click=_again,
            args=(services, opened),
        )  # fmt: skip


def choices(services: Services, opened: Case) -> dict[str, str]:
    """Return titles by id of what it may be: what it looks like, their mirrors, then the rest."""
    known = {note.id: note for note in services.playbook.notes if isinstance(note, Conflict)}
    looks = (
        [m.note for m in opened.outcome.patterns] if isinstance(opened.outcome, Analysis) else []
    )
    mirrors = [known[note].mirror for note in looks if note in known]
    rest = sorted(known, key=lambda note: known[note].title.strip('"“”').casefold())
    order = dict.fromkeys([*looks, *filter(None, mirrors), *rest])
    return {note: known[note].title for note in order if note in known}


def _place(named: Mapping[T, str], shown: T | None) -> int | None:
    return list(named).index(shown) if shown is not None and shown in named else None


@components.plainly
def _again(services: Services, opened: Case) -> None:
    note = st.session_state.get(_NOTE) or opened.note
    case.look_again(services, opened, st.session_state.get(_SIDE, opened.side), note)
