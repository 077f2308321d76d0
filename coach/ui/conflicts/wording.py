"""Words to open with for each side, a message to send, a draft said better."""

from __future__ import annotations

import streamlit as st

from coach.domain.conflict import Words
from coach.domain.stages import Side
from coach.ui import elements, safe_text, words


def draw(said: Words) -> None:
    """Draw the openings side by side, then the message."""
    st.header("Words", anchor=False)
    openings = ((Side.SALES, said.sales), (Side.MARKETING, said.marketing))
    for column, (side, line) in zip(st.columns(2), openings, strict=True):
        with column, st.container(key=f"side-{side}-opening", gap="small"):
            st.subheader(f"{words.SIDES[side]} could open", anchor=False)
            st.markdown(f"“{safe_text.plain(line)}”")
            elements.copy_button(line, key=f"conflict-copy-{side}")
    _message(said)


def _message(said: Words) -> None:
    rewrite = said.rewrite
    with st.container(key="conflict-message", gap="small"):
        name = "A message to send" if rewrite is None else "Your draft, said so that it is answered"
        st.subheader(name, anchor=False)
        text = said.message if rewrite is None else rewrite.text
        lines = (safe_text.plain(line) for line in text.splitlines())
        st.markdown("\n".join(f"> {line}  " for line in lines))
        elements.copy_button(text, key="conflict-copy-message", label="Copy the message")
        st.caption("Only to those it concerns, nobody in copy. Nothing is sent from here.")
        if rewrite is not None:
            changes = (f"- {safe_text.plain(change)}" for change in rewrite.changes)
            st.markdown("**What was changed**\n" + "\n".join(changes))
