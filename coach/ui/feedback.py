"""What a person thought of an answer: a thumb and, for a thumb down, the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Feedback, Person, Turn, Verdict
from coach.domain.gaps import PRIVATE, REPORTED
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
    with st.container(border=True, key=f"why-{turn.id}"):
        before = _before(turn)
        st.pills(
            "What is wrong with it?",
            _offered(turn),
            format_func=words.VERDICTS.__getitem__,
            key=_reason(turn),
            default=None if before.verdict is Verdict.BAD else before.verdict,
            on_change=_rate,
            args=(services, person, turn),
        )
        st.caption(_readers(turn))
        st.text_input(
            "In a line, if you like",
            before.comment,
            max_chars=_LONGEST,
            key=_comment(turn),
            on_change=_rate,
            args=(services, person, turn),
        )
        st.caption("Noted, thank you. It is kept with this answer.")


@components.plainly
def _rate(services: Services, person: Person, turn: Turn) -> None:
    thumb = st.session_state.get(_thumb(turn))
    rated = None
    if thumb == 1:
        rated = Feedback(Verdict.GOOD)
    elif thumb == 0:  # until the box is drawn, what it will begin with is what is said in it
        before = _before(turn)
        reason = st.session_state.get(_reason(turn), before.verdict)
        comment = st.session_state.get(_comment(turn), before.comment)
        rated = Feedback(reason or Verdict.BAD, comment.strip())
    services.coaching.rate(person, turn.id, rated)


def _before(turn: Turn) -> Feedback:
    """Return what the box of reasons begins with."""
    given = turn.feedback
    if given is None or given.verdict not in (*_offered(turn), Verdict.BAD):
        return Feedback(Verdict.BAD)
    return given


def _offered(turn: Turn) -> list[Verdict]:
    """Return the reasons that make sense: without sources none can be wrong."""
    cites = turn.answer is not None and bool(turn.answer.citations)
    return [v for v in words.VERDICTS if cites or v is not Verdict.SOURCE_WRONG]


def _readers(turn: Turn) -> str:
    """Say who else reads it."""
    if turn.answer is not None and turn.answer.kind in PRIVATE:
        return "Nobody else is shown it."
    named = " or ".join(f"“{words.VERDICTS[verdict]}”" for verdict in REPORTED)
    return f"With {named}, the playbook's owner sees the question and your line, not who asked."


def _thumb(turn: Turn) -> str:
    return f"thumb-{turn.id}"


def _reason(turn: Turn) -> str:
    return f"reason-{turn.id}"


def _comment(turn: Turn) -> str:
    return f"comment-{turn.id}"
