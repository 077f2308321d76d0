"""What is looked at in a person's lines: the list beforehand, the look at a line, the look back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.rehearsal import Criterion, Debrief, Mark
from coach.ui import elements, safe_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = {
    Criterion.FACT: "One fact",
    Criterion.IMPACT: "One impact",
    Criterion.ASK: "One ask",
    Criterion.CONSTRAINT: "Their constraint named",
    Criterion.NO_BLAME: "No blame",
    Criterion.NO_ALWAYS: "No *always* or *never*",
    Criterion.QUESTION: "A question asked",
}
_MEANT = {
    Criterion.FACT: "something that happened and both could check",
    Criterion.IMPACT: "what it does to you or your work",
    Criterion.ASK: "one thing that they can do",
    Criterion.CONSTRAINT: "what ties their hands, said by you",
    Criterion.NO_BLAME: "no word that judges or accuses",
    Criterion.NO_ALWAYS: "once is a fact, always is a quarrel",
    Criterion.QUESTION: "one whose answer you want",
}
_TRY = {
    Criterion.FACT: "Begin with one thing that happened: a day, a number, a name of a list.",
    Criterion.IMPACT: "Say what it did to you in half a sentence: “so I …”.",
    Criterion.ASK: "End with one thing they can do, small enough for this week.",
    Criterion.CONSTRAINT: "Say first what you know of their side: their quota, their date.",
    Criterion.NO_BLAME: "Say what you saw, and leave out what you think of them.",
    Criterion.NO_ALWAYS: "Name the last time it happened in place of *always* or *never*.",
    Criterion.QUESTION: "Ask one thing, and wait.",
}


def name(criterion: Criterion) -> str:
    """Return what a line of the list is called."""
    return _NAMES[criterion]


def rubric() -> None:
    """Draw the list of what will be looked at."""
    with st.expander("What is looked at in your lines", key="rehearsal-rubric"):
        lines = (f"- **{_NAMES[one]}**: {_MEANT[one]}" for one in Criterion)
        st.markdown("\n".join(lines))


def of_line(marks: Sequence[Mark], number: int) -> None:
    """Draw the look at one line, folded together."""
    met = sum(mark.met for mark in marks)
    label = f"A look at your line: {met} of {len(marks)}"
    with st.expander(label, key=f"rehearsal-look-{number}", type="compact"):
        st.markdown(_listed(marks))
        st.caption("Counted by plain rules, so they may miss what a person would hear.")


def back(debrief: Debrief) -> None:
    """Draw the look back on a whole rehearsal."""
    with st.container(key="rehearsal-back", gap="small"):
        st.header("Looking back", anchor=False)
        if not debrief.lines:
            st.markdown("Nothing was said, so there is nothing to look back on.")
            return
        st.markdown(_listed(debrief.marks))
        if debrief.next is not None:
            st.markdown(f"**To try next:** {_TRY[debrief.next]}")
        else:
            st.markdown("**All seven are there.** Say it the same way when it counts.")
        by = "plain rules" if debrief.by == "playbook" else safe_text.plain(debrief.by)
        st.caption(
            f"Looked back by {by}. The quoted words are yours, as you typed them."
            + (f" {safe_text.plain(debrief.warning)}" if debrief.warning else "")
        )
    elements.announce(
        f"Looking back: {debrief.met} of {len(debrief.marks)}.", "rehearsal-back",
        key="rehearsal-back-said",
    )  # fmt: skip


def earlier(kept: Iterable[Debrief]) -> None:
    """Draw the debriefs of this session, newest first."""
    rows = [
        f"- {debrief.role.value}, {debrief.difficulty.value}: **{debrief.met} of "
        f"{len(debrief.marks)}**" + (f"; next: {_NAMES[debrief.next]}" if debrief.next else "")
        for debrief in reversed(list(kept))
        if debrief.lines
    ]
    if rows:
        with st.expander(f"Earlier rounds in this tab ({len(rows)})", key="rehearsal-earlier"):
            st.markdown("\n".join(rows))


def _listed(marks: Sequence[Mark]) -> str:
    return "\n".join(_row(mark) for mark in marks)


def _row(mark: Mark) -> str:
    sign = ":material/check:" if mark.met else ":material/remove:"
    quotes = " · ".join(f"“{safe_text.plain(quote)}”" for quote in mark.quotes)
    parts = [f"{sign} **{_NAMES[mark.criterion]}**", quotes, safe_text.plain(mark.why)]
    return "- " + "  \n  ".join(part for part in parts if part)
