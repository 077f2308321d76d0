"""Tables of a PDF: a row stays whole on a page, and goes on in the next where it is very long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from reportlab.platypus import Flowable, Table

from coach.adapters.exports.looks import LINE, PAPER

Cell = list[Flowable]
TALLEST = 210.0  # points of one part of a row: a page holds three
SIDES = 4.0  # room to the left and right of a ruled table's text
TOP = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("RIGHTPADDING", (0, 0), (-1, -1), SIDES)]


def plain(rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> Table:
    """Return a list in columns, without lines."""
    style = [
        *TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    parts = [part for row in rows for part in _parts(row, widths)]
    return Table(parts, colWidths=widths, style=style, hAlign="LEFT")


def ruled(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    tints: Sequence[str | None],
    widths: Sequence[float],
) -> Table:
    """Return a table whose head comes again on each page; a tint is its row's last cell's."""
    body: list[list[Cell]] = []
    style: list[tuple[Any, ...]] = [
        *TOP,
        ("LEFTPADDING", (0, 0), (-1, -1), SIDES),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("BACKGROUND", (0, 0), (-1, 0), PAPER),
    ]
    for row, tint in zip(rows, tints, strict=True):
        first = len(body) + 1
        body += _parts(row, widths)
        style.append(("LINEBELOW", (0, len(body)), (-1, len(body)), 0.6, LINE))
        if tint:
            style.append(("BACKGROUND", (-1, first), (-1, len(body)), tint))
    return Table([head, *body], colWidths=widths, repeatRows=1, style=style, hAlign="LEFT")


def _parts(row: Sequence[Cell], widths: Sequence[float]) -> list[list[Cell]]:
    """Return the row, as several where a page would not hold it."""
    columns = [_stacks(cell, width - 2 * SIDES) for cell, width in zip(row, widths, strict=True)]
    return [list(part) for part in zip_longest(*columns, fillvalue=[])]


def _stacks(cell: Cell, width: float) -> list[Cell]:
    stacks: list[Cell] = [[]]
    left, rest = TALLEST, list(cell)
    while rest:
        block = rest.pop(0)
        height = block.wrap(width, left)[1]
        if height <= left:
            stacks[-1].append(block)
            left -= height
            continue
        halves = block.split(width, left)
        rest[:0] = halves or [block]
        if halves:
            stacks[-1].append(rest.pop(0))
        stacks.append([])
        left = TALLEST
    return stacks
