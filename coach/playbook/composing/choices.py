"""The ways out of a quarrel side by side, with what each would cost either side."""

from __future__ import annotations

from coach.domain.notes import Conflict
from coach.playbook.composing.cells import cell
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.parts import Part, table

HEAD = ("What you could do", "What it costs sales", "What it costs marketing")


def options(desk: Desk) -> list[Part]:
    """Return the quarrel's options as a table and where to begin; nothing where none are known."""
    note, sources = desk.note, desk.section("Options")
    if not isinstance(note, Conflict) or not sources:
        return []
    n = sources[0].n
    rows = [
        [cell(text, n) for text in (option.what, option.cost_to_sales, option.cost_to_marketing)]
        for option in note.options
    ]
    return [
        Part(table(HEAD, rows), fixed=True),
        desk.prose("In short", 45, "Where to begin", whole=True),
        desk.week(2),
        desk.watch(25),
    ]
