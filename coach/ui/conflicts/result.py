"""Both sides of a quarrel on one calm page, in the order in which it is best read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.cases import KeptCase
from coach.domain.conflict import Analysis, Heard
from coach.services.conflicts.reporting import how_sure, told
from coach.ui import elements, pages, safe_text
from coach.ui.conflicts import (
    another,
    case,
    facts,
    follow_up,
    keeping,
    onward,
    other_side,
    rehearsed,
    sides,
    ways,
    wording,
)
from coach.ui.conflicts.case import Case
from coach.ui.notes import names

if TYPE_CHECKING:
    from coach.bootstrap import Services

KEY = "conflict-result"
JOINT = "Both sides wrote and agreed: the joint result below holds what both say."


def draw(
    services: Services, opened: Case, analysis: Analysis, kept: KeptCase | None = None
) -> None:
    """Draw the whole analysis, between what is told of a kept case and what its other side may."""
    if kept is None:
        case.way_back()
    else:
        keeping.way_back(services, kept)
    seen = None
    if kept is not None:
        seen = services.cases.asking.seen(services.identity.current(), kept.id)
    both_wrote = seen is not None and seen.joint is not None
    with st.container(key=KEY):
        _head(services, opened, analysis, both_wrote)
        if kept is not None:
            follow_up.draw(services, kept)
        facts.draw(analysis)
        sides.draw(analysis, both_wrote)
        ways.draw(services, analysis)
        wording.draw(analysis.words)
        onward.draw(services, opened, analysis)
        if kept is not None:
            other_side.draw(services, kept, seen)
            rehearsed.draw(kept.debriefs)
    elements.announce("Both sides are on the page.", "back", analysis.summary, key="conflict-said")


def title_of(services: Services, note: str) -> str:
    """Return a note's title, its id where it is gone."""
    found = services.playbook.get(note)
    return found.title if found is not None else note


def _head(services: Services, opened: Case, analysis: Analysis, both_wrote: bool) -> None:
    with st.container(key="conflict-head", gap="small"):
        st.title("Both sides of it", anchor=False)
        st.markdown(safe_text.markdown(analysis.summary))
        st.markdown(f"**{names.FRICTIONS[analysis.about]}**")
        _patterns(services, analysis)
        for warning in _warnings(analysis, both_wrote):
            st.markdown(f":material/info: {safe_text.plain(warning)}")
        if analysis.heard is Heard.BOTH:
            st.markdown(":material/info: Both sides are heard in this text.")
    with st.container(key="conflict-tools", horizontal=True, vertical_alignment="center"):
        another.draw(services, opened)
        text = told(analysis, lambda note: title_of(services, note))
        elements.copy_button(text, key="conflict-copy", label="Copy it all")
        elements.print_button(key="conflict-print")
    if not opened.kept:
        keeping.button(services, opened, analysis)


def _warnings(analysis: Analysis, both_wrote: bool) -> tuple[str, ...]:
    """Return what to know beforehand; that one side is heard is said last, until both wrote."""
    if not both_wrote:
        return analysis.warnings
    before = analysis.warnings if analysis.heard is Heard.BOTH else analysis.warnings[:-1]
    return (*before, JOINT)


def _patterns(services: Services, analysis: Analysis) -> None:
    with st.container(key="conflict-patterns", gap=None):
        st.markdown("It looks like")
        for match in analysis.patterns:
            title = safe_text.plain(title_of(services, match.note))
            st.page_link(
                pages.playbook(),
                label=f"{how_sure(match.confidence).capitalize()}: {title}",
                query_params={"note": match.note},
                width="stretch",
            )
