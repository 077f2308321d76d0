"""The one page of the agreement, both sides beside each other, as it is printed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.one_page import OnePage, Part, Point
from coach.ui import safe_text, words

_KEY = "plan-agreement"


def draw(page: OnePage) -> None:
    """Draw the whole page."""
    with st.container(key=_KEY, gap="small"):
        st.markdown(f"**{safe_text.plain(page.lead)}**")
        both, rest = page.parts[:2], page.parts[2:]
        for column, part in zip(st.columns(2), both, strict=True):
            with column:
                _side(part)
        for part in rest:
            _part(part)
        for fact in page.facts:
            st.caption(safe_text.plain(fact))


def _side(part: Part) -> None:
    side = part.points[0].side
    st.header(f"{words.SIDES.get(side, '')} owes", anchor=False)
    _list(part.points)


def _part(part: Part) -> None:
    st.header(part.heading, anchor=False)
    for point in part.points:
        st.markdown(safe_text.plain(point.text))


def _list(points: Sequence[Point]) -> None:
    lines = []
    for point in points:
        details = "".join(f"  \n  :small[{safe_text.plain(one)}]" for one in point.details)
        lines.append(f"- {safe_text.plain(point.text)}{details}")
    st.markdown("\n".join(lines))
