"""The link by which the other side writes and accepts: made, copied, taken back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import Person
from coach.domain.shared_words import SIDES
from coach.domain.stages import Side
from coach.services.linking import Invitation
from coach.ui import components, elements, words

if TYPE_CHECKING:
    from coach.bootstrap import Services

_HELD = "plan-words-held"  # addresses that can be shown in this tab, and never again
LOCAL = (
    "The link works **on this machine only**, because the address at which others reach it is not "
    "set (`COACH_PUBLIC_URL`). Until it is, write here one after the other: what the first side "
    "wrote is not shown."
)


def draw(services: Services, person: Person) -> None:
    """Draw the links that are open, and where one is made."""
    by_link = services.agreements.by_link
    open_now = {link.side: link for link in by_link.open_links(person)}
    with st.expander("The other side is elsewhere: send it a link", key="plan-words-links"):
        st.markdown(
            "Whoever has the link writes for one side on a phone, without an account, and accepts "
            "the wording there. It is open for four weeks and shows nothing but these words."
        )
        if by_link.linking.local:
            st.warning(LOCAL, icon=":material/computer:")
        for side in SIDES:
            _side(services, person, side, is_open=side in open_now)


def invitation(address: str) -> str:
    """Return the text to send with a link."""
    return (
        "Hello,\n\nwe want to find out whether we mean the same by the words we both use. Please "
        "write in a sentence or two what each of them means in your daily work. Nobody sees it "
        f"before we have written ours, too; then we settle one wording.\n\n{address}\n\nThank you."
    )


def _side(services: Services, person: Person, side: Side, *, is_open: bool) -> None:
    held: dict[Side, Invitation] = st.session_state.setdefault(_HELD, {})
    made = held.get(side) if is_open else None
    with st.container(key=f"plan-words-link-{side.value}", gap="small"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(words.SIDES[side])
            label = "Make a new link" if is_open else "Make a link"
            st.button(
                label, key=f"plan-words-make-{side.value}", on_click=_make,
                args=(services, person, side),
            )  # fmt: skip
            if is_open:
                st.button(
                    "Take it back", key=f"plan-words-revoke-{side.value}", type="tertiary",
                    on_click=_revoke, args=(services, person, side),
                )  # fmt: skip
        if made is not None:
            st.html(f"<small>{escape(made.address)}</small>")
            text = invitation(made.address)
            elements.copy_button(text, key=f"plan-words-copy-{side.value}", label="Copy with text")
            st.caption("Copy it now: once this tab is closed, nobody can show it again.")
        elif is_open:
            st.caption("A link is open. A new one takes its place.")


@components.plainly
def _make(services: Services, person: Person, side: Side) -> None:
    made = services.agreements.by_link.invite(person, side, st.context.url or "")
    st.session_state.setdefault(_HELD, {})[side] = made


@components.plainly
def _revoke(services: Services, person: Person, side: Side) -> None:
    by_link = services.agreements.by_link
    for link in by_link.open_links(person):
        if link.side is side:
            by_link.linking.revoke(person, link.id)
    st.toast("Taken back: the link opens nothing more. What was written through it stays.")
