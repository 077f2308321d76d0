"""An agenda or minutes as a Word document that looks designed and stays easy to edit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Doc
from docx.shared import Pt
from docx.table import Table, _Cell

from coach.adapters.exports.looks import LINE, LOOKS, PAPER, QUIET
from coach.adapters.exports.plain import short_day
from coach.adapters.exports.sheet import Row, Section, Sheet, carried
from coach.adapters.exports.word_design import design, foot
from coach.adapters.exports.word_parts import (
    Look,
    border,
    fix_widths,
    head_row,
    shade,
    side_mark,
    write,
)
from coach.domain.stages import Side

TABLE = (15.0, 13.0, 86.0, 19.0, 41.0)  # millimetres
AIR = Pt(5)  # between the rows of a list, and under a table
LIST = (7.0, 45.0, 122.0)
LABEL, SMALL, NAME = Look(True, 8.5, QUIET), Look(None, 8.5, QUIET), Look(left=True)
EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in the archive, so that equal agendas are equal files
HEADS = ("From", "Min", "Question", "To", "Owner")


def word(sheet: Sheet, now: datetime) -> bytes:
    """Return the document; the same agenda at the same time gives the same bytes."""
    document = Document()
    design(document)
    foot(document, sheet.title)
    _head(document, sheet)
    if sheet.rows:
        _agenda(document, sheet)
    _people(document, sheet)
    _tasks(document, sheet)
    _actions(document, sheet)
    for section in sheet.sections:
        _written(document, section, bold=not sheet.alone)
    _left(document, sheet)
    facts = document.core_properties
    facts.title, facts.subject = sheet.title[:255], sheet.outcome[:255]
    facts.author, facts.comments, facts.language = "Accord", "", "en-GB"
    facts.created = facts.modified = now.astimezone(UTC).replace(tzinfo=None)
    file = io.BytesIO()
    document.save(file)
    return _dated(file)


def _head(document: Doc, sheet: Sheet) -> None:
    write(document.add_paragraph(style="Title"), sheet.title)
    if sheet.outcome:
        write(document.add_paragraph(style="Subtitle"), sheet.outcome)
    for fact in sheet.facts:
        write(document.add_paragraph(style="Caption"), fact)
    if sheet.instead:
        write(document.add_heading(level=2), "Cancel it and send this instead")
    for line in sheet.instead.split("\n") if sheet.instead else ():
        write(document.add_paragraph(), line)


def _agenda(document: Doc, sheet: Sheet) -> None:
    document.add_paragraph(style="Caption")
    table = document.add_table(rows=1, cols=len(TABLE))
    for cell, text in zip(table.rows[0].cells, HEADS, strict=True):
        write(cell.paragraphs[0], text, LABEL)
        shade(cell, PAPER)
    head_row(table.rows[0])
    for row in sheet.rows:
        _row(table, row)
    fix_widths(table, TABLE)
    border(table, LINE)
    total = document.add_paragraph(style="Caption")
    total.paragraph_format.space_before = AIR
    write(total, f"{sheet.total}.")


def _row(table: Table, row: Row) -> None:
    when, minutes, question, to, owner = table.add_row().cells
    write(when.paragraphs[0], row.when)
    write(minutes.paragraphs[0], str(row.minutes))
    write(question.paragraphs[0], row.question, Look(bold=not row.frame))
    if row.done_when:
        write(question.add_paragraph(), f"Done when: {row.done_when}", SMALL)
    write(to.paragraphs[0], row.to)
    if row.owner:
        _owner(owner, row.owner, row.side)
        shade(owner, LOOKS[row.side].tint)


def _owner(cell: _Cell, name: str, side: Side) -> None:
    write(cell.paragraphs[0], name, NAME)
    side_mark(cell.add_paragraph(), side)


def _people(document: Doc, sheet: Sheet) -> None:
    if not sheet.people:
        return
    write(document.add_heading(level=2), sheet.who)
    table = document.add_table(rows=0, cols=2)
    for person in sheet.people:
        mark, name = table.add_row().cells
        side_mark(mark.paragraphs[0], person.side)
        write(name.paragraphs[0], person.name, NAME)
        if person.role:
            write(name.paragraphs[0], f", {person.role}", Look(colour=QUIET))
    fix_widths(table, (30.0, 144.0))


def _tasks(document: Doc, sheet: Sheet) -> None:
    lines = [(task.owner, task.side, task.text, f"For: {task.question}") for task in sheet.tasks]
    _list(document, "To prepare", lines)


def _actions(document: Doc, sheet: Sheet) -> None:
    lines = []
    for action in sheet.actions:
        due = f"By {short_day(action.due)}" if action.due else ""
        notes = " · ".join(part for part in (due, carried(action)) if part)
        lines.append((action.owner, action.side, action.text, notes))
    _list(document, "Actions still open", lines)


def _list(document: Doc, heading: str, lines: Sequence[tuple[str, Side, str, str]]) -> None:
    """Write a list to tick: who, what, and a small line on it."""
    if not lines:
        return
    write(document.add_heading(level=2), heading)
    table = document.add_table(rows=0, cols=len(LIST))
    for owner, side, text, note in lines:
        box, who, what = table.add_row().cells
        write(box.paragraphs[0], "☐")
        _owner(who, owner, side)
        write(what.paragraphs[0], text)
        if note:
            write(what.add_paragraph(), note, SMALL)
        what.paragraphs[-1].paragraph_format.space_after = AIR
    fix_widths(table, LIST)


def _written(document: Doc, section: Section, *, bold: bool) -> None:
    """Write what was said of one kind; what has an owner is a list to tick."""
    if any(entry.owner for entry in section.entries):
        lines = [(e.owner, e.side, e.text, " · ".join(e.details)) for e in section.entries]
        _list(document, section.heading, lines)
        return
    write(document.add_heading(level=2), section.heading)
    for entry in section.entries:
        write(document.add_paragraph(), entry.text, Look(bold=bold))
        for line in entry.details:
            write(document.add_paragraph(), line)


def _left(document: Doc, sheet: Sheet) -> None:
    if sheet.left:
        write(document.add_heading(level=2), "Left out")
    for left in sheet.left:
        write(document.add_paragraph(), left.question)
        write(document.add_paragraph(style="Caption"), f"{left.where}: {left.why}")


def _dated(file: io.BytesIO) -> bytes:
    """Return the archive with one date in all of it: python-docx writes the time of day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
