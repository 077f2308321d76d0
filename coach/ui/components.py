"""Small parts that several places draw."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from functools import wraps
from pathlib import Path
from typing import ParamSpec
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from coach.domain.conversation import Conversation, Turn
from coach.errors import CoachError
from coach.ui import safe_text, words

P = ParamSpec("P")
_LOG = logging.getLogger(__name__)
_FOLDER = Path(__file__).resolve().parent
MARK = _FOLDER / "mark.svg"
STYLE = _FOLDER / "style.css"


def problem(error: CoachError) -> None:
    """Draw what happened and what to do next."""
    text = f"{safe_text.markdown(error.message)}  \n{safe_text.markdown(error.next_step)}"
    st.error(text, icon=":material/error:")


def plainly(draw: Callable[P, None]) -> Callable[P, None]:
    """Return `draw` such that whatever goes wrong in it ends in a sentence where it stands.

    For everything that runs by itself: pages, fragments, dialogs and callbacks.
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except CoachError as error:
            problem(error)
        except Exception:
            _LOG.exception("the page failed")
            problem(CoachError("This part of the page failed; what you asked is kept."))

    return drawn


def question_bubble(text: str, shape: str = "") -> None:
    """Draw what a person asked, to the letter."""
    with st.chat_message("user", avatar=":material/person:"):
        lines = [safe_text.plain(line) for line in safe_text.clean(text).splitlines()]
        st.markdown("  \n".join(line for line in lines if line))
        if shape:
            st.caption(shape)


def shape_of(turn: Turn) -> str:
    """Say what shaped an answer, empty where nothing did."""
    parts = [words.SIDES.get(turn.side, "") if turn.side else ""]
    parts.append(words.STAGES[turn.stage] if turn.stage else "")
    return " · ".join(part for part in parts if part)


def title_of(conversation: Conversation, longest: int = 90) -> str:
    """Return the conversation's title as safe Markdown, cut where it is too long."""
    title = conversation.title.strip() or "Untitled"
    return safe_text.plain(title if len(title) <= longest else title[: longest - 1] + "…")


def zone() -> tzinfo:
    """Return the reader's time zone, as their browser names it."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def moment(at: datetime) -> str:
    """Say when it was, in the reader's time zone."""
    return f"{at.astimezone(zone()):%-d %b %Y, %H:%M}"
