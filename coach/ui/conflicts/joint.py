"""What both accounts come to: the same that the other side reads through its own door."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.accounts import Joint, Pair, Shown
from coach.domain.stages import Side
from coach.services.conflicts.reporting import day
from coach.ui import safe_text, words

if TYPE_CHECKING:
    from coach.bootstrap import Services

_SALES, _MARKETING = words.SIDES[Side.SALES], words.SIDES[Side.MARKETING]


def draw(services: Services, joint: Joint) -> None:
    """Draw the joint result."""
    with st.container(key="conflict-joint", gap="small"):
        st.caption(
            "Both of you agreed to this, and both read the same. Neither saw the other's text."
        )
        st.markdown(f"**{safe_text.plain(joint.subject)}**")
        agree = [_pair(pair) for pair in joint.agree]
        if joint.topics:
            agree.append(f"- Both speak of {', '.join(joint.topics)}.")
        _list("Where the two agree", agree, "No sentence of one says what the other says.")
        differ = [_pair(pair) for pair in joint.differ]
        _list("Where they differ", differ, "Nothing that both speak of is told in two ways.")
        if any(pair.numbers for pair in joint.differ):
            st.caption("Where numbers differ, look at the list together before anything else.")
        _list("Where they talk past each other", list(_past(services, joint)), "Nowhere.")
        _list(
            "What each side needs",
            [f"- {_SALES}: {safe_text.plain(joint.sales_needs)}",
             f"- {_MARKETING}: {safe_text.plain(joint.marketing_needs)}"],
            "",
        )  # fmt: skip
        _step(joint)


def _step(joint: Joint) -> None:
    step = joint.step
    st.subheader("One next step", anchor=False)
    owners = ((_SALES, step.sales_owner), (_MARKETING, step.marketing_owner))
    named = " · ".join(f"{side}: {safe_text.plain(who)}" for side, who in owners)
    st.markdown(f"**{safe_text.plain(step.what)}**  \nBy {day(step.by)} · {named}")


def _past(services: Services, joint: Joint) -> Iterator[str]:
    sides = (
        (_SALES, joint.sales_topics, joint.sales_alone),
        (_MARKETING, joint.marketing_topics, joint.marketing_alone),
    )
    for side, topics, alone in sides:
        if topics:
            yield f"- {side} alone speaks of {', '.join(topics)}."
        for said in alone:
            yield f"- {side} alone says: {_words(said)}"
    if joint.sales_sees and joint.marketing_sees:
        title = services.cases.title
        sales, marketing = (
            safe_text.plain(title(note)) for note in (joint.sales_sees, joint.marketing_sees)
        )
        yield f"- {_SALES}' account reads like {sales}, {_MARKETING}'s like {marketing}."


def _pair(pair: Pair) -> str:
    return f"- {_SALES}: {_words(pair.sales)}  \n  {_MARKETING}: {_words(pair.marketing)}"


def _words(said: Shown) -> str:
    text = safe_text.plain(said.text)
    return f"{text} (in calmer words)" if said.is_calm else f"“{text}”"


def _list(name: str, lines: list[str], empty: str) -> None:
    st.subheader(name, anchor=False)
    st.markdown("\n".join(lines) or empty)
