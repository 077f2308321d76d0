"""What the text says, what is disputed in it and what nobody said, in its own words."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from coach.domain.conflict import Analysis, Disputed, Heard
from coach.domain.stages import Side
from coach.services.conflicts.reporting import speaker
from coach.ui import safe_text, words

_SIDES = {Heard.SALES: words.SIDES[Side.SALES], Heard.MARKETING: words.SIDES[Side.MARKETING]}


def draw(analysis: Analysis) -> None:
    """Draw the three lists; one with nothing in it says so."""
    with st.container(key="conflict-facts", gap="small"):
        st.header("Facts", anchor=False)
        said = [f"- “{safe_text.plain(fact.quote.text)}”" for fact in analysis.said]
        _list("Said", said, "Nothing in the text is told with a day, a number or an event.")
        disputed = [_disputed(claim) for claim in analysis.disputed]
        _list("Disputed: the other side may see it differently", disputed, "Nothing.")
        _list("Nobody said yet", list(_missing(analysis)), "")


def _list(name: str, lines: list[str], empty: str) -> None:
    if lines or empty:
        st.subheader(name, anchor=False)
        st.markdown("\n".join(lines) or empty)


def _disputed(claim: Disputed) -> str:
    quote = safe_text.plain(claim.quote.text)
    who = _SIDES.get(claim.said_by, speaker(claim))
    calm = f"  \n  Said calmly: {safe_text.plain(claim.claim)}"
    same = claim.claim.rstrip(".").casefold() == claim.quote.text.rstrip(".!?").casefold()
    return f"- {who}: “{quote}”" + ("" if same else calm)


def _missing(analysis: Analysis) -> Iterator[str]:
    """Yield what to ask either side, but for what stands beside a side that wasn't heard."""
    beside = {*analysis.sales.ask, *analysis.marketing.ask}
    for missing in analysis.missing:
        if missing.question not in beside:
            yield f"- {words.SIDES[missing.ask]}: {safe_text.plain(missing.question)}"
