"""Open actions as CSV that a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from coach.adapters.exports.plain import tidy
from coach.domain.agenda import Action

HEAD = ("action", "owner", "side", "due", "since", "carried")
FORMULA = tuple("=+-@\t\r＝＋－＠")  # a cell that begins so may be run as a formula
UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"  # may stand before it


def action_sheet(actions: Sequence[Action]) -> bytes:
    """Return one row an action; the byte order mark tells Excel that it is UTF-8."""
    file = io.StringIO()
    rows = csv.writer(file, quoting=csv.QUOTE_ALL)
    rows.writerow(HEAD)
    for action in actions:
        due = action.due.isoformat() if action.due else ""
        since = action.since.isoformat() if action.since else ""
        cells = (action.text, action.owner, action.side.value, due, since, str(action.carried))
        rows.writerow([harmless(cell) for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return one line that no spreadsheet takes for a formula: an apostrophe goes before it."""
    line = tidy(cell)
    return f"'{line}" if line.lstrip(UNSEEN).startswith(FORMULA) else line
