"""The other side is asked for its account; both agree, or nothing is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.accounts import (
    LONGEST_ASKER,
    LONGEST_SUBJECT,
    AskerView,
    Standing,
)
from coach.domain.cases import KeptCase
from coach.domain.stages import Side
from coach.services.cases.asking import LONGEST, OPEN_FOR
from coach.services.linking import Invitation
from coach.ui import components, elements, safe_text, words
from coach.ui.conflicts import case, joint
from coach.ui.standing import saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

_HELD = "conflict-link"  # by case: the address that this tab can show, and nobody ever again
_OTHERS = {Side.SALES: Side.MARKETING, Side.MARKETING: Side.SALES}
_WHAT = (
    "A link lets the other side write its own account. It sees your name and the subject below, "
    "never your text, and you never see its. Once **both** agree, both read one joint result: "
    "where the two accounts agree, differ and talk past each other."
)
_LOCAL = (
    "This link works **on this machine only**, because the address at which others reach it is "
    "not set (`COACH_PUBLIC_URL`)."
)
_ALONE = (
    "You can go on by yourself: send the message above, ask the questions, or take the next way "
    "out. None of them needs the other side's account."
)
_ENDED = {
    Standing.STOPPED: "You took the question back. What the other side may have written is gone.",
    Standing.NONE: "No joint result came about.",
    Standing.OVER: "The last day has passed, and no joint result came about.",
}


def draw(services: Services, kept: KeptCase, seen: AskerView | None) -> None:
    """Draw where it stands, as whoever asked may see it."""
    with st.container(key="conflict-both", gap="small"):
        st.header("Both sides write", anchor=False)
        if kept.side not in _OTHERS:
            st.markdown(
                "To ask the other side, say first whose side you are on: *That's not it*, above."
            )
            return
        if seen is None:
            _form(services, kept)
        elif seen.joint is not None:
            joint.draw(services, seen.joint)
        elif seen.standing is Standing.WAITING:
            _waiting(services, kept, seen)
        else:
            st.markdown(f"**{_ENDED[seen.standing]}** {_ALONE}")
            with st.expander("Ask once more", key="conflict-ask-again", type="compact"):
                _form(services, kept)


def message(by: str, subject: str, until: str, address: str) -> str:
    """Return the text to send with the link."""
    return (
        f"Hello,\n\nI would like to understand your side of “{subject}”. Could you write it down "
        "in your own words? It takes a few minutes and no account. I won't see your text: if we "
        "both agree, we both read one joint result, and you decide that after seeing what could "
        f"be quoted.\n\nOpen until {until}, for one person:\n{address}\n\nThank you.\n{by}"
    )


def _form(services: Services, kept: KeptCase) -> None:
    st.markdown(_WHAT)
    st.caption(f"Your text, and later the joint result: {case.who_reads(services)}.")
    with st.form(f"conflict-ask-{kept.id}", border=False):
        by = st.text_input("Your name, as the other side knows you", max_chars=LONGEST_ASKER,
                           key="conflict-by")  # fmt: skip
        subject = st.text_input(
            "What it is about, in one line that both would accept",
            _subject(services.cases.asking.own(kept).topics),
            max_chars=LONGEST_SUBJECT,
            key=f"conflict-subject-{kept.id}",
        )
        days = st.number_input("Days to answer", 1, LONGEST, OPEN_FOR, key="conflict-days")
        if st.form_submit_button("Ask the other side for its account", icon=":material/link:"):
            _ask(services, kept, by, subject, int(days))


@components.plainly
def _ask(services: Services, kept: KeptCase, by: str, subject: str, days: int) -> None:
    person, here = services.identity.current(), str(st.context.url or "")
    made = services.cases.asking.ask(person, kept.id, by, subject, days, here)
    st.session_state.setdefault(_HELD, {})[kept.id] = (made, " ".join(by.split()))
    st.rerun()


def _waiting(services: Services, kept: KeptCase, seen: AskerView) -> None:
    side, until = words.SIDES[seen.side], saying.day(seen.expires_at)
    st.markdown(f"**Waiting for {side}**, until {until}. Subject: {safe_text.plain(seen.subject)}")
    held = st.session_state.get(_HELD, {}).get(kept.id)
    if held is not None:
        _link(services, kept, held, seen)
    _agreement(services, kept, seen)
    st.button(
        "Take the question back", key="conflict-stop", type="tertiary", icon=":material/link_off:",
        on_click=_stop, args=(services, kept),
    )  # fmt: skip
    st.caption("Then the link opens nothing more, and what the other side may have written goes.")


def _link(
    services: Services, kept: KeptCase, held: tuple[Invitation, str], seen: AskerView
) -> None:
    made, by = held
    if services.cases.linking.local:
        st.warning(_LOCAL, icon=":material/computer:")
    st.code(made.address, language=None, wrap_lines=True)
    text = message(by, seen.subject, saying.day(seen.expires_at), made.address)
    elements.copy_button(text, key=f"conflict-copy-link-{kept.id}", label="Copy with a message")
    st.caption("Copy it now: once this tab is closed, nobody can show it again.")


def _agreement(services: Services, kept: KeptCase, seen: AskerView) -> None:
    own = services.cases.asking.own(kept)
    with st.container(key="conflict-agreement", gap="small"):
        if seen.agrees:
            st.markdown(
                ":material/check: You have agreed to the joint result. Of your text, only this "
                "could be in it:"
            )
        else:
            st.markdown(
                "**May the joint result quote you?** Of your text, only this could be in it:"
            )
        lines = [f"- “{safe_text.plain(quote.text)}”" + (
            f"  \n  in calmer words only: {safe_text.plain(quote.calm)}" if quote.calm else ""
        ) for quote in own.quotes]  # fmt: skip
        st.markdown("\n".join(lines) or "No sentence of it.")
        if own.topics:
            st.markdown(f"That you speak of: {', '.join(own.topics)}")
        st.button(
            "Take my agreement back" if seen.agrees else "I agree to the joint result",
            key="conflict-agree", type="tertiary" if seen.agrees else "primary",
            on_click=_agree, args=(services, kept, not seen.agrees),
        )  # fmt: skip


@components.plainly
def _agree(services: Services, kept: KeptCase, agrees: bool) -> None:
    services.cases.asking.agree(services.identity.current(), kept.id, agrees)


@components.plainly
def _stop(services: Services, kept: KeptCase) -> None:
    services.cases.asking.stop(services.identity.current(), kept.id)
    st.session_state.get(_HELD, {}).pop(kept.id, None)


def _subject(topics: Sequence[str]) -> str:
    """Return a line that blames nobody: what the text speaks of, in our words."""
    return saying.upper(" and ".join(topics[:2])) or "How sales and marketing work together"
