"""An agenda or minutes as a PDF: one designed page, or as many as it takes."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, Table

from coach.adapters.exports.blocks import SideMark, TickBox, Words
from coach.adapters.exports.fonts import Fonts
from coach.adapters.exports.lines import Style
from coach.adapters.exports.looks import GREEN, INK, LOOKS, QUIET
from coach.adapters.exports.pages import NumberedPages
from coach.adapters.exports.plain import short_day
from coach.adapters.exports.sheet import Row, Section, Sheet, carried
from coach.adapters.exports.tables import plain, ruled
from coach.domain.stages import Side

TITLE, LEAD = Style(20, True, GREEN), Style(11.5, False, INK)
HEADING, TEXT, STRONG = Style(12, True, GREEN), Style(), Style(bold=True)
NAME = Style(left=True)  # a name stands at the left of its cell in any script
SMALL, LABEL = Style(8.5, False, QUIET), Style(8, True, QUIET)
SIDE_MARGIN, TOP_MARGIN, FOOT_MARGIN = 18 * mm, 15 * mm, 20 * mm
TABLE = (15 * mm, 13 * mm, 87 * mm, 18 * mm, 41 * mm)
LIST = (6 * mm, 41 * mm, 127 * mm)
PEOPLE = (24 * mm, 63 * mm, 24 * mm, 63 * mm)  # two people a row
one_at_a_time = threading.Lock()  # reportlab keeps its fonts by name for the whole process


def pdf(sheet: Sheet, now: datetime) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and what its fonts could not show."""
    with one_at_a_time:
        fonts, file = Fonts(), io.BytesIO()
        document = SimpleDocTemplate(
            file,
            pagesize=A4,
            leftMargin=SIDE_MARGIN,
            rightMargin=SIDE_MARGIN,
            topMargin=TOP_MARGIN,
            bottomMargin=FOOT_MARGIN,
            title=sheet.title,
            subject=sheet.outcome,
            author="",
            creator="Accord",
            lang="en-GB",
            invariant=1,
        )
        pages = NumberedPages(fonts, sheet.title, now.astimezone(UTC))
        document.build(list(_story(sheet, fonts)), canvasmaker=pages.canvas)
        return file.getvalue(), fonts.warnings


def _story(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    yield Words(sheet.title, fonts, TITLE)
    yield Spacer(1, 4)
    if sheet.outcome:
        yield Words(sheet.outcome, fonts, LEAD)
        yield Spacer(1, 5)
    for fact in sheet.facts:
        yield Words(fact, fonts, SMALL)
    if sheet.instead:
        yield from _instead(sheet, fonts)
    yield Spacer(1, 9)
    if sheet.rows:
        yield _agenda(sheet, fonts)
        yield Spacer(1, 3)
        yield Words(f"{sheet.total}.", fonts, SMALL)
    yield from _people(sheet, fonts)
    yield from _tasks(sheet, fonts)
    yield from _actions(sheet, fonts)
    for section in sheet.sections:
        yield from _written(section, fonts, TEXT if sheet.alone else STRONG)
    yield from _left(sheet, fonts)


def _agenda(sheet: Sheet, fonts: Fonts) -> Table:
    heads = ("From", "Min", "Question", "To", "Owner")
    head = [[Words(text, fonts, LABEL)] for text in heads]
    tints = [LOOKS[row.side].tint if row.owner else None for row in sheet.rows]
    return ruled(head, [_row(row, fonts) for row in sheet.rows], tints, TABLE)


def _row(row: Row, fonts: Fonts) -> list[list[Flowable]]:
    question: list[Flowable] = [Words(row.question, fonts, TEXT if row.frame else STRONG)]
    if row.done_when:
        question.append(Words(f"Done when: {row.done_when}", fonts, SMALL))
    owner = _owner(row.owner, row.side, fonts) if row.owner else []
    when, minutes, to = (
        [Words(text, fonts, TEXT)] for text in (row.when, str(row.minutes), row.to)
    )
    return [when, minutes, question, to, owner]


def _owner(name: str, side: Side, fonts: Fonts) -> list[Flowable]:
    return [Words(name, fonts, NAME), SideMark(side, fonts)]


def _people(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    cells: list[list[Flowable]] = []
    for person in sheet.people:
        role = f", {person.role}" if person.role else ""
        cells += [[SideMark(person.side, fonts)], [Words(person.name + role, fonts, NAME)]]
    if cells:
        cells += [[]] * (-len(cells) % len(PEOPLE))
        yield from _heading(sheet.who, fonts)
        rows = [cells[at : at + len(PEOPLE)] for at in range(0, len(cells), len(PEOPLE))]
        yield plain(rows, PEOPLE)


def _tasks(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    rows = []
    for task in sheet.tasks:
        what = [Words(task.text, fonts, TEXT), Words(f"For: {task.question}", fonts, SMALL)]
        rows.append([[TickBox()], _owner(task.owner, task.side, fonts), what])
    if rows:
        yield from _heading("To prepare", fonts)
        yield plain(rows, LIST)


def _actions(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    rows = []
    for action in sheet.actions:
        due = f"By {short_day(action.due)}" if action.due else ""
        notes = " · ".join(part for part in (due, carried(action)) if part)
        what = [Words(action.text, fonts, TEXT)]
        what += [Words(notes, fonts, SMALL)] if notes else []
        rows.append([[TickBox()], _owner(action.owner, action.side, fonts), what])
    if rows:
        yield from _heading("Actions still open", fonts)
        yield plain(rows, LIST)


def _written(section: Section, fonts: Fonts, style: Style) -> Iterator[Flowable]:
    yield from _heading(section.heading, fonts)
    for entry in section.entries:
        if entry.owner:
            what = [
                Words(entry.text, fonts, TEXT),
                *(Words(d, fonts, SMALL) for d in entry.details),
            ]
            yield plain([[[TickBox()], _owner(entry.owner, entry.side, fonts), what]], LIST)
            continue
        yield Words(entry.text, fonts, style)
        yield from (Words(line, fonts, TEXT) for line in entry.details)
        yield Spacer(1, 4)


def _left(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    if sheet.left:
        yield from _heading("Left out", fonts)
    for left in sheet.left:
        yield Words(left.question, fonts, TEXT)
        yield Words(f"{left.where}: {left.why}", fonts, SMALL)
        yield Spacer(1, 4)


def _instead(sheet: Sheet, fonts: Fonts) -> Iterator[Flowable]:
    yield from _heading("Cancel it and send this instead", fonts)
    for line in sheet.instead.split("\n"):
        yield Words(line, fonts, TEXT)


def _heading(text: str, fonts: Fonts) -> Iterator[Flowable]:
    heading = Words(text, fonts, HEADING)
    heading.spaceBefore, heading.spaceAfter, heading.keepWithNext = 12, 3, 1
    yield heading
