"""The results of a round as a file: nothing but what may be shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from coach.domain.cells import Cell
from coach.domain.disclosure import Shown
from coach.domain.rounds import Round
from coach.domain.scoring import Picture
from coach.domain.stages import Side
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
    return _written([heads, *rows])


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


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    """Write lines of CSV; a byte order mark has spreadsheets read them as UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")
