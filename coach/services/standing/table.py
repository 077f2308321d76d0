"""Answers from a table: one person a row, columns `side`, `q01` and so on, and perhaps `line`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from coach.domain.stages import Side, Stage
from coach.domain.survey import Response, Survey

SIDE, LINE = "side", "line"
_LONGEST_CELL = 40  # of one that stands in a sentence
_SEPARATORS = ",;\t"
_SIDES = {side.value: side for side in (Side.SALES, Side.MARKETING, Side.OTHER)}
_ANSWERS: dict[str, int | None] = {str(stage.number): stage.number for stage in Stage}
_UNKNOWN = ("dk", "don't know", "don\N{RIGHT SINGLE QUOTATION MARK}t know")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what."""

    count: int
    side: int
    line: int | None
    answers: Sequence[tuple[str, int]]


def read_answers(lines: Iterable[str], survey: Survey) -> Iterator[Response]:
    """Yield a response for each row, as it is read; empty rows are passed over.

    Columns may stand in any order between commas, semicolons or tabs; others are not read. A value
    is 1 to 4, `dk`, or blank.

    Raises:
        ValueError: a column is missing or there twice, or a row or value makes no sense; the
            sentence names line and column.
    """
    lines = iter(lines)
    first = next(lines, "").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    if not first.strip():
        raise ValueError("Line 1 is empty: it has to name the columns, side and q01 to q16.")
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(chain([first], lines), delimiter=separator, strict=True)
    try:
        columns = _columns(next(rows), survey)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _response(row, columns, rows.line_num)
    except csv.Error as exc:
        raise ValueError(f"Line {rows.line_num} can't be read as a row: {exc}.") from exc


def _columns(row: Sequence[str], survey: Survey) -> _Columns:
    names = [name.strip().lower() for name in row]
    wanted = [SIDE, *(statement.id for statement in survey.statements)]
    for name in (*wanted, LINE):
        if names.count(name) > 1:
            raise ValueError(f"Line 1 names the column `{name}` {names.count(name)} times.")
    missing = [name for name in wanted if name not in names]
    if missing:
        noun = "column" if len(missing) == 1 else "columns"
        named = ", ".join(f"`{name}`" for name in missing)
        raise ValueError(f"Line 1 lacks the {noun} {named}.")
    return _Columns(
        count=len(names),
        side=names.index(SIDE),
        line=names.index(LINE) if LINE in names else None,
        answers=[(name, names.index(name)) for name in wanted[1:]],
    )


def _response(row: Sequence[str], columns: _Columns, number: int) -> Response:
    if len(row) != columns.count:
        raise ValueError(f"Line {number} has {len(row)} columns, line 1 has {columns.count}.")
    side = _SIDES.get(row[columns.side].strip().lower())
    if side is None:
        raise _refused(number, SIDE, row[columns.side], "sales, marketing or other")
    answers: dict[str, int | None] = {}
    for name, place in columns.answers:
        cell = row[place]
        if cell in _ANSWERS:
            answers[name] = _ANSWERS[cell]
        elif (said := cell.strip().lower()) in _ANSWERS:
            answers[name] = _ANSWERS[said]
        elif said in _UNKNOWN:
            answers[name] = None
        elif said:
            raise _refused(number, name, cell, "1, 2, 3, 4, dk or blank")
    return Response(side, answers, _line(row, columns))


def _line(row: Sequence[str], columns: _Columns) -> str:
    if columns.line is None:
        return ""
    return " ".join(row[columns.line].split())


def _refused(number: int, column: str, cell: str, wanted: str) -> ValueError:
    shown = " ".join("".join(c if c.isprintable() else " " for c in cell).split())
    if len(shown) > _LONGEST_CELL:
        shown = shown[:_LONGEST_CELL] + "\N{HORIZONTAL ELLIPSIS}"
    said = f"`{shown}`" if shown else "blank"
    return ValueError(f"Line {number}, column {column}: {said} is not {wanted}.")
