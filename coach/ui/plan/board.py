"""The board: what is due now, what comes later, what is closed, and how the work is shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.promises import PromiseState
from coach.services.plans.effort import LEAST, balance_of, said
from coach.services.plans.rows import Board, Row
from coach.ui import pages, sample, words
from coach.ui.plan import rows, undoing, views
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services

_RULE = (
    "Counted is what was taken on in the last ninety days, never who did it. A promise counts for "
    f"both sides. Nothing is said before there are {LEAST}; a side carries more with two thirds of "
    "it or above, and keeps less when it kept a third less of at least four that came due on each "
    "side. What was dropped is held against nobody."
)


def draw(services: Services, person: Person) -> None:
    """Draw the whole board; where nothing stands on it yet, say how it begins."""
    board = services.plans.board.show(person, today(services))
    st.title("Plan", anchor=False)
    undoing.draw()
    if not board.rows:
        _empty()
        sample.offer(services)
        return
    views.ways("")
    _due(services, person, board)
    _list(services, person, board, "Later", board.later)
    _balance(board)
    _closed(services, person, board)


def _empty() -> None:
    with st.container(key="plan-empty", gap="small"):
        st.markdown(
            "Here stands what both sides promise each other: two or three steps for the next "
            "thirty days, each with an owner in sales and one in marketing. Actions from your "
            "meetings join them, and what is late comes up in the next agenda."
        )
        st.markdown("**Two ways to begin**")
        label = "See where we stand, and take what closes the biggest gaps"
        st.page_link(pages.standing(), label=label, icon=":material/signpost:", width="stretch")
        label = "Choose your stage and two moves by hand"
        views.to(views.CHOOSE, label, ":material/add:", "stretch")
        st.markdown("Or begin with a minute of thanks, which opens your next meeting.")
        views.to(views.THANKS, "Say thank you to the other side", ":material/favorite:", "stretch")


def _due(services: Services, person: Person, board: Board) -> None:
    with st.container(key="plan-now", gap="small"):
        st.header("Due now", anchor=False)
        if not board.now:
            st.markdown("Nothing is overdue, and nothing is due within a week.")
        rows.draw(services, person, board, board.now)


def _list(
    services: Services, person: Person, board: Board, heading: str, listed: Sequence[Row]
) -> None:
    if listed:
        with st.container(key=f"plan-{heading.lower()}", gap="small"):
            st.header(heading, anchor=False)
            rows.draw(services, person, board, listed)


def _balance(board: Board) -> None:
    balance = balance_of(board.rows, board.today)
    with st.container(key="plan-balance", gap="small"):
        st.header("How the work is shared", anchor=False)
        st.markdown(said(balance))
        if not balance.missing:
            lines = ["| Side | Taken on | Came due | Kept |", "|---|--:|--:|--:|"]
            for side, effort in zip(words.SIDES, (balance.sales, balance.marketing), strict=False):
                lines.append(
                    f"| {words.SIDES[side]} | {effort.taken} | {effort.due} | {effort.kept} |"
                )
            st.markdown("\n".join(lines))
        with st.expander("How this is counted", type="compact"):
            st.caption(_RULE)


def _closed(services: Services, person: Person, board: Board) -> None:
    done, dropped = (board.closed(s) for s in (PromiseState.DONE, PromiseState.DROPPED))
    counted = [f"{name} ({len(of)})" for name, of in (("Done", done), ("Dropped", dropped)) if of]
    if counted:
        with st.expander(" · ".join(counted), key="plan-closed"):
            rows.draw(services, person, board, [*done[::-1], *dropped[::-1]])
