"""The results of a round as a file: nothing but what may be shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from coach.domain.cells import Cell
from coach.domain.disclosure import Shown
from coach.domain.rounds import Round
from coach.domain.scoring import Distribution, Picture
from coach.domain.stages import Side, Stage
from coach.domain.survey import Survey
from coach.ui.standing import scales

_HEADS = ("answer", "middle_half", "dont_know")


def results(shown: Shown, picture: Picture, survey: Survey) -> bytes:
    """Return all that is shown by statement, the biggest difference on top."""
    texts = {statement.id: statement.text for statement in survey.statements}
    sides = [side for side in scales.SIDES if any(side in c for c in shown.cells.values())]
    heads = ["statement", "text", *(f"{side}_{head}" for side in sides for head in _HEADS), "gap"]
    rows = (
        [
            gap.of,
            texts[gap.of],
            *(text for side in sides for text in cells(shown.cells[gap.of], side)),
            scales.number(gap.gap),
        ]
        for gap in picture.gaps
    )
    return written([heads, *rows])


def parts(picture: Picture, survey: Survey) -> list[tuple[str, ...]]:
    """Return the six parts as a table with its head: both sides' means and the gap."""
    titles = {dimension.key: dimension.title for dimension in survey.dimensions}
    rows = (
        (titles[gap.of], *(scales.number(v) for v in (gap.sales, gap.marketing, gap.gap)))
        for gap in picture.dimensions
    )
    return [("Part", "Sales", "Marketing", "Gap"), *rows]


def stages(rows: Iterable[tuple[str, Distribution]]) -> bytes:
    """Return how likely each stage is, a row for each who sees it."""
    heads = ("who", *(stage.value for stage in Stage))
    told = ((who, *(scales.percent(odds[stage]) for stage in Stage)) for who, odds in rows)
    return written([heads, *told])


def cells(by_side: Mapping[Side, Cell], side: Side) -> tuple[str, str, str]:
    """Write one side's cell: its middle answer, its band, and how many can't tell."""
    cell = by_side.get(side)
    if cell is None:
        return "", "", ""
    band = ""
    if cell.low is not None:
        band = f"{scales.number(cell.low)} to {scales.number(cell.high)}"
    return scales.number(cell.median), band, cell.unknown.value


def name_of(its: Round, what: str) -> str:
    """Return a file name of a round."""
    title = re.sub(r"[^\w-]+", "-", its.title.lower()).strip("-")[:60] or "round"
    return f"{title}-{what}.csv"


def save(its: Round, what: str, content: bytes) -> None:
    """Draw the button that saves a table as a file."""
    st.download_button(
        "Download as CSV",
        content,
        file_name=name_of(its, what),
        mime="text/csv",
        key=f"standing-csv-{what}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Write lines of CSV; a byte order mark has spreadsheets read them as UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")
