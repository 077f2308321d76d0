"""The looks back on a kept case's rehearsals: how often each line of the rubric was met."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.rehearsal import Criterion, Debrief
from coach.ui import components
from coach.ui.notes import table
from coach.ui.rehearsal import looks

LATEST = 6  # rehearsals shown one by one


def draw(debriefs: Sequence[Debrief]) -> None:
    """Draw the table, oldest rehearsal first; nothing before the first one."""
    if not debriefs:
        return
    latest = debriefs[-LATEST:]
    heads = ("In your lines", *(_when(one) for one in latest), "All")
    rows = [
        (
            looks.name(criterion).replace("*", ""),
            *("yes" if _met(one, criterion) else "no" for one in latest),
            f"{sum(_met(one, criterion) for one in debriefs)} of {len(debriefs)}",
        )
        for criterion in Criterion
    ]
    table.draw("conflict-rehearsed", "Rehearsals of this case", heads, rows)
    st.caption("Kept with the case: the look back on your own lines, not what the other side said.")


def _met(debrief: Debrief, criterion: Criterion) -> bool:
    return any(mark.met for mark in debrief.marks if mark.criterion is criterion)


def _when(debrief: Debrief) -> str:
    return f"{debrief.at.astimezone(components.zone()):%-d %b}, {debrief.difficulty.value}"
