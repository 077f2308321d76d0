"""The links of a round: shown once, copied with a text to send, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.domain.stages import Side
from coach.services.linking import Invitation
from coach.ui import components, elements
from coach.ui.standing import saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

_HELD = "standing-held"  # by round: the addresses that can be shown in this tab, and never again
LOCAL = (
    "Whoever installed Accord can set an address that colleagues reach. Until then these links "
    "open **on this machine only**: use paper or the file below."
)
SETTING = "For whoever installed it: the setting is COACH_PUBLIC_URL."


def hold(round_id: str, new: Sequence[Invitation]) -> None:
    """Keep new links in this tab's memory, after those it holds already."""
    held = st.session_state.setdefault(_HELD, {})
    held[round_id] = (*held.get(round_id, ()), *new)


def draw(services: Services, person: Person, its: Round) -> None:
    """Draw the links that this tab holds, by side, and what to send with them."""
    with st.container(key="standing-links", gap="small"):
        st.header("Links to send", anchor=False)
        if services.rounds.linking.local:
            st.warning(LOCAL, icon=":material/computer:")
            st.caption(SETTING)
        held: Sequence[Invitation] = st.session_state.get(_HELD, {}).get(its.id, ())
        if held:
            st.caption("Copy them now: once this tab is closed, nobody can show them again.")
            _by_side(services, person, its, held)
        else:
            st.caption(
                "The links were shown when they were made, and can't be shown again. Whoever has "
                "one can use it until the round closes; further ones are made below."
            )
        with st.container(key="standing-texts", horizontal=True, gap="small"):
            elements.copy_button(
                reminder(its), key=f"standing-remind-{its.id}", label="Copy a reminder"
            )


def invitation(its: Round, address: str) -> str:
    """Return the text to send with a link."""
    return (
        "Hello,\n\nwe want to see how sales and marketing really work together, from both sides. "
        "Please answer sixteen short questions about what you have seen; it takes about four "
        "minutes. There are no names, and nobody sees what one person answered.\n\n"
        f"Open until {saying.day(its.closes_at)}:\n{address}\n\nThank you."
    )


def reminder(its: Round) -> str:
    """Return the text to remind everybody with, whoever has answered."""
    return (
        "Hello,\n\na short reminder: the sixteen questions on how sales and marketing work "
        f"together are open until {saying.day(its.closes_at)}. If you have answered, thank you. "
        "If not, the link you were sent still works, and four minutes are enough. Nobody can see "
        "who has answered, which is why this goes to all of you.\n\nThank you."
    )


def _by_side(services: Services, person: Person, its: Round, held: Sequence[Invitation]) -> None:
    sides = [side for side in its.sides if any(one.link.side is side for one in held)]
    labels = [f"{saying.SIDES[side]} ({_count(held, side)})" for side in sides]
    for tab, side in zip(st.tabs(labels), sides, strict=True):
        with tab:
            mine = [one for one in held if one.link.side is side]
            for number, one in enumerate(mine, 1):
                _row(services, person, its, one, number)


def _row(services: Services, person: Person, its: Round, one: Invitation, number: int) -> None:
    with st.container(
        key=f"standing-link-{one.link.id}", horizontal=True, gap="small",
        vertical_alignment="center",
    ):  # fmt: skip
        shared = "Shared, not protected against double answers" if one.link.shared else f"{number}"
        st.html(f"<p>{shared}</p><small>{escape(one.address)}</small>")
        text = invitation(its, one.address)
        elements.copy_button(text, key=f"standing-copy-{one.link.id}", label="Copy with text")
        st.button(
            "Take back",
            key=f"standing-revoke-{one.link.id}",
            type="tertiary",
            on_click=_revoke,
            args=(services, person, its.id, one),
        )


def take_back(services: Services, person: Person, round_id: str, address: str) -> None:
    """Close a link by its address; an answer that came through it stays.

    Raises:
        LinkClosed: it is no link of this round.
    """
    services.rounds.keeping.revoke(person, round_id, address)
    held = st.session_state.get(_HELD, {})
    left = (one for one in held.get(round_id, ()) if one.address != address.strip())
    held[round_id] = tuple(left)


@components.plainly
def _revoke(services: Services, person: Person, round_id: str, one: Invitation) -> None:
    take_back(services, person, round_id, one.address)
    st.toast("Taken back: the link opens nothing more. An answer given through it stays.")


def _count(held: Sequence[Invitation], side: Side) -> str:
    return str(sum(one.link.side is side for one in held))
