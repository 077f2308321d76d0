"""Both sides beside each other: by statement, by dimension, and where many can't tell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from coach.domain.disclosure import Shown
from coach.domain.rounds import Round
from coach.domain.scoring import Gap, Picture
from coach.domain.stages import Side
from coach.domain.survey import Statement, Survey
from coach.ui import safe_text
from coach.ui.notes import table
from coach.ui.standing import files, saying, scales, telling
from coach.ui.standing.scales import Lane

_FIRST = 4  # statements shown at once: the biggest differences


def draw(its: Round, shown: Shown, picture: Picture, survey: Survey) -> None:
    """Draw every statement, the biggest difference on top, with its table and file."""
    statements = {statement.id: statement for statement in survey.statements}
    with st.container(key="standing-gaps", gap="small"):
        st.header("Where you see things differently", anchor=False)
        st.caption(
            "Each side's middle answer (■ sales, ● marketing) on the road of four stages; the bar "
            "holds the middle half of its answers. A bar without a mark: that side answered so "
            "much alike that a mark could tell what one of them said. All to the nearest half step."
        )
        _rows(picture.gaps[:_FIRST], shown, statements)
        with st.expander(f"The other {len(picture.gaps) - _FIRST} situations", key="standing-all"):
            _rows(picture.gaps[_FIRST:], shown, statements)
        with st.expander("As a table", key="standing-table"):
            st.html(table.written("Answers by situation", *_table(shown, picture, statements)))
        files.save(its, "results", files.results(shown, picture, survey))


def dimensions(its: Round, picture: Picture, survey: Survey) -> None:
    """Draw the six parts of working together, both sides on one line each."""
    titles = {dimension.key: dimension.title for dimension in survey.dimensions}
    with st.container(key="standing-dimensions", gap="small"):
        st.header("Six parts of working together", anchor=False)
        rows = "".join(
            f'<div class="gap"><p>{escape(titles[gap.of])}</p>{scales.scale(_means(gap))}</div>'
            for gap in picture.dimensions
        )
        st.html(scales.axis() + rows)
        with st.expander("As a table", key="standing-dimensions-table"):
            heads, *cells = files.parts(picture, survey)
            st.html(table.written("The six parts, 1 Undefined to 4 Integrated", heads, cells))
        files.save(its, "parts", files.written([heads, *cells]))


def unknown(shown: Shown, survey: Survey) -> None:
    """Draw where many of a side can't tell: that is a finding, too."""
    found = list(telling.unknowing(shown, survey))
    if not found:
        return
    with st.container(key="standing-unknown", gap="small"):
        st.header("Where people can't tell", anchor=False)
        st.markdown(
            "“I don't know” is no low mark. It shows what one side never gets to see, and telling "
            "them is often the easiest step."
        )
        lines = (
            f"- {saying.SIDES[side]}: {how_many} can't tell what happens here: "
            f"“{safe_text.plain(statement.text)}”"
            for side, statement, how_many in found
        )
        st.markdown("\n".join(lines))


def _means(gap: Gap) -> list[Lane]:
    return [Lane(Side.SALES, gap.sales), Lane(Side.MARKETING, gap.marketing)]


def _rows(found: Sequence[Gap], shown: Shown, statements: dict[str, Statement]) -> None:
    st.html(scales.axis() + "".join(_row(gap, shown, statements[gap.of]) for gap in found))


def _row(gap: Gap, shown: Shown, statement: Statement) -> str:
    cells = shown.cells[statement.id]
    seen = "".join(
        f'<p class="{lane.side.value}"><b>{scales.NAMES[lane.side]}:</b> '
        f"{escape(telling.anchor(statement, lane.value) or 'too few know.')}</p>"
        for lane in scales.lanes_of(cells)
    )
    held = any(cell.held for side, cell in cells.items() if side is not Side.OTHER)
    note = "<small>As in an earlier round: too few answers differ from it.</small>" if held else ""
    return (
        f'<div class="gap"><h3>{escape(statement.text)}</h3><small>{telling.size(gap)}</small>'
        f"{scales.scale(scales.lanes_of(cells))}{seen}{note}</div>"
    )


def _table(
    shown: Shown, picture: Picture, statements: dict[str, Statement]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    heads = ("Situation", "Sales", "Sales, middle half", "Marketing", "Marketing, middle half")
    rows = [
        [statements[gap.of].text, *files.cells(shown.cells[gap.of], Side.SALES)[:2],
         *files.cells(shown.cells[gap.of], Side.MARKETING)[:2]]
        for gap in picture.gaps
    ]  # fmt: skip
    return heads, rows
