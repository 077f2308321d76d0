"""What a person thought of an answer: a thumb and, for a thumb down, the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Feedback, Person, Turn, Verdict
from coach.ui import components, words

if TYPE_CHECKING:
    from coach.bootstrap import Services

_LONGEST = 300  # characters of a comment: it is one line


def thumbs(services: Services, person: Person, turn: Turn) -> None:
    """Draw the two thumbs."""
    given = turn.feedback
    st.feedback(
        "thumbs",
        key=_thumb(turn),
        default=None if given is None else int(given.verdict is Verdict.GOOD),
        on_change=_rate,
        args=(services, person, turn),
    )


def reasons(services: Services, person: Person, turn: Turn) -> None:
    """Draw the reasons under a thumb that points down."""
    if st.session_state.get(_thumb(turn)) != 0:
        return
    given = turn.feedback
    bad = given is not None and given.verdict in _offered(turn)
    with st.container(border=True, key=f"why-{turn.id}"):
        st.pills(
            "What is wrong with it?",
            _offered(turn),
            format_func=words.VERDICTS.__getitem__,
            key=f"reason-{turn.id}",
            default=given.verdict if given and bad else None,
            on_change=_rate,
            args=(services, person, turn),
        )
        st.text_input(
            "In a line, if you like",
            given.comment if given and bad else "",
            max_chars=_LONGEST,
            key=f"comment-{turn.id}",
            on_change=_rate,
            args=(services, person, turn),
        )
        if st.session_state.get(f"reason-{turn.id}") is not None:
            st.caption("Noted, thank you. It is kept with this answer on this machine.")


@components.plainly
def _rate(services: Services, person: Person, turn: Turn) -> None:
    thumb = st.session_state.get(_thumb(turn))
    reason = st.session_state.get(f"reason-{turn.id}")
    rated = None
    if thumb == 1:
        rated = Feedback(Verdict.GOOD)
    elif thumb == 0 and reason is not None:
        rated = Feedback(reason, (st.session_state.get(f"comment-{turn.id}") or "").strip())
    services.coaching.rate(person, turn.id, rated)


def _offered(turn: Turn) -> list[Verdict]:
    """Return the reasons that make sense: without sources none can be wrong."""
    cites = turn.answer is not None and bool(turn.answer.citations)
    return [v for v in words.VERDICTS if cites or v is not Verdict.SOURCE_WRONG]


def _thumb(turn: Turn) -> str:
    return f"thumb-{turn.id}"
