"""Where a quarrel comes from, how hot it is, the ways out and the one next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conflict import HOTTEST, Analysis
from coach.domain.stages import Side
from coach.services.conflicts.reporting import day, how_hot
from coach.ui import safe_text, sources, words
from coach.ui.notes import table
from coach.ui.standing import beside

if TYPE_CHECKING:
    from coach.bootstrap import Services

_HEADS = ("What", "Sales pays", "Marketing pays")


def draw(services: Services, analysis: Analysis) -> None:
    """Draw cause, heat, options and step."""
    _cause(services, analysis)
    _heat(analysis)
    rows = [(way.what, way.cost_to_sales, way.cost_to_marketing) for way in analysis.options]
    table.draw("conflict-options", "Ways out, and their price", _HEADS, rows)
    _step(analysis)


def scale(heat: int) -> str:
    """Return the heat as a row of marks, for the eye; how hot it is stands beside it in words."""
    marks = "".join(f'<i class="{"on" if n < heat else "off"}"></i>' for n in range(HOTTEST))
    return f'<div class="heat" aria-hidden="true">{marks}</div>'


def _cause(services: Services, analysis: Analysis) -> None:
    with st.container(key="conflict-cause", gap="small"):
        st.header("Likely cause", anchor=False)
        numbers = [c.n for c in analysis.citations if c.heading == "Likely cause"]
        marks = "".join(f" [{n}]" for n in numbers)
        st.markdown(safe_text.markdown(analysis.root_cause + marks, numbers))
        if analysis.stage is not None:
            stage = words.STAGES[analysis.stage]
            st.markdown(f"**Stage {stage}.** {words.MEANINGS[analysis.stage]}")
        beside.draw(services, analysis.stage)
        if analysis.citations:
            sources.row(services, "conflict", analysis.citations)


def _heat(analysis: Analysis) -> None:
    with st.container(key="conflict-heat", gap="small"):
        st.header("Heat, and who should step in", anchor=False)
        if analysis.heat is not None:
            st.html(scale(analysis.heat))
        st.markdown(f"{how_hot(analysis.heat)} {safe_text.plain(analysis.help_by)}")
        if analysis.heat is not None:
            st.caption("Glasl's stages of escalation, estimated from the words; not a verdict.")


def _step(analysis: Analysis) -> None:
    step = analysis.step
    with st.container(key="conflict-step", gap="small"):
        st.header("One next step", anchor=False)
        st.markdown(f"**{safe_text.plain(step.what)}**")
        owners = ((Side.SALES, step.sales_owner), (Side.MARKETING, step.marketing_owner))
        named = " · ".join(f"{words.SIDES[side]}: {safe_text.plain(who)}" for side, who in owners)
        st.markdown(f"By {day(step.by)} · {named}")
