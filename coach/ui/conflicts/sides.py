"""Both sides beside each other, each in words it would accept."""

from __future__ import annotations

import streamlit as st

from coach.domain.conflict import Analysis, View
from coach.domain.stages import Side
from coach.ui import safe_text, words

_GUESS = "A guess: this side wasn't heard."
_WROTE = "The playbook's view of this side; its own words are in the joint result below."


def draw(analysis: Analysis, both_wrote: bool) -> None:
    """Draw the two sides in their colours; `both_wrote` where there is a joint result."""
    st.header("Each side", anchor=False)
    views = ((Side.SALES, analysis.sales), (Side.MARKETING, analysis.marketing))
    for column, (side, view) in zip(st.columns(2), views, strict=True):
        with column, st.container(key=f"side-{side}-conflict", gap="small"):
            _side(side, view, _WROTE if both_wrote else _GUESS)


def _side(side: Side, view: View, unheard: str) -> None:
    st.subheader(words.SIDES[side], anchor=False)
    if view.is_guess:
        st.caption(unheard)
    st.markdown(f"**Its view.** {safe_text.plain(view.view)}")
    if view.needs:
        st.markdown(f"**It needs.** {safe_text.plain(view.needs)}")
    st.markdown(f"**What ties its hands.** {safe_text.plain(view.constraint)}")
    if view.ask:
        lines = (f"- {safe_text.plain(question)}" for question in view.ask)
        st.markdown("**Ask it**\n" + "\n".join(lines))
