"""An agenda out of a meeting's items: as a table whose minutes add up, or as numbered lines."""

from __future__ import annotations

from coach.domain.notes import Meeting
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.parts import Line, Part, table
from coach.playbook.lengths import length

OPEN, CLOSE = 2, 2  # minutes that every meeting has besides its items
LONG = 120  # minutes from which on people need breaks


def agenda(desk: Desk) -> Part:
    """Return the meeting as a table: question, outcome, owner, minutes, opening and close too."""
    note = desk.note
    sources = desk.section("Agenda")
    if not isinstance(note, Meeting) or not sources:
        return Part(())
    n = sources[0].n
    spare = note.minutes - OPEN - CLOSE - sum(item.ideal for item in note.items)
    rows = [["Opening: what we settle today", "open", "chair", f"{OPEN} min"]]
    rows += [
        [f"{item.question} [{n}]", item.outcome.value, item.owner, f"{item.ideal} min"]
        for item in note.items
    ]
    if spare > 0:
        name = "Breaks and spare time" if note.minutes >= LONG else "Spare time"
        rows.append([name, "pause", "all", f"{spare} min"])
    rows.append(["Close: who does what, by when", "close", "chair", f"{CLOSE} min"])
    head = ["Question", "To", "Owner", "Minutes"]
    return Part(table(head, rows), f"Agenda, {length(note.minutes)}", fixed=True)


def questions(desk: Desk) -> tuple[Line, ...]:
    """Return the questions of the meeting as numbered lines, each with outcome and owner."""
    lines: list[Line] = []
    for source in desk.section("Agenda"):
        for row in source.passage.text.splitlines():
            number, dot, rest = row.partition(". ")
            if number.isdigit() and dot:
                lines.append(Line(rest.split(" Done when:")[0], source.n, f"{number}. "))
    return tuple(lines)
