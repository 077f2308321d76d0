"""What python-docx has no words for: colours of cells, rows that stay whole, right-to-left text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from coach.adapters.exports.bidi import base_level, levels
from coach.adapters.exports.looks import LOOKS
from coach.adapters.exports.plain import mark
from coach.domain.stages import Side


@dataclass(frozen=True, slots=True)
class Look:
    """How a text differs from its paragraph's style."""

    bold: bool | None = None
    size: float | None = None
    colour: str | None = None
    left: bool = False  # stays at the left whatever its script


PLAIN = Look()


def write(paragraph: Paragraph, text: str, look: Look = PLAIN) -> None:
    """Add text, each stretch in the direction of its script."""
    base = 0 if look.left else base_level(text)
    if base and not paragraph.runs:
        paragraph._p.get_or_add_pPr().append(element("bidi"))
    at = 0
    for odd, same in groupby(levels(text, base), key=lambda level: level % 2):
        end = at + len(list(same))
        run = _run(paragraph, text[at:end], look)
        if odd:
            run.font.rtl = True
            run.font.cs_bold = look.bold
        at = end


def side_mark(paragraph: Paragraph, side: Side) -> None:
    """Add a side's letter on its colour, and its word."""
    look = LOOKS[side]
    letter = _run(paragraph, f" {mark(side)} ", Look(bold=True, size=8, colour="#ffffff"))
    letter._r.get_or_add_rPr().append(_shading(look.strong))
    _run(paragraph, f" {side.value}", Look(size=8.5, colour=look.text))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground."""
    cell._tc.get_or_add_tcPr().append(_shading(colour))


def head_row(row: _Row) -> None:
    """Make a row the head that comes again on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def fix_widths(table: Table, widths: Sequence[float]) -> None:
    """Give the columns their widths in millimetres; rows stay whole on a page."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(1)


def border(table: Table, colour: str) -> None:
    """Draw a line under each row, and no others, with air above and below the text."""
    lines = element("tblBorders")
    for edge in ("top", "bottom", "insideH"):
        lines.append(element(edge, val="single", sz="4", space="0", color=colour[1:]))
    air = element("tblCellMar")
    for edge in ("top", "bottom"):
        air.append(element(edge, w="60", type="dxa"))
    # Word wants its elements in the order of the standard: layout, which is there, comes between.
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(lines)
    layout.addnext(air)


def field(paragraph: Paragraph, code: str) -> None:
    """Add a number that Word counts: `PAGE` or `NUMPAGES`."""
    simple = element("fldSimple", instr=code)
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of Word's namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _run(paragraph: Paragraph, text: str, look: Look) -> Run:
    run = paragraph.add_run(text)
    run.bold = look.bold
    if look.size:
        run.font.size = Pt(look.size)
        complex_size(run._r.get_or_add_rPr())
    if look.colour:
        run.font.color.rgb = RGBColor.from_string(look.colour[1:])
    return run


def complex_size(properties: BaseOxmlElement) -> None:
    """Give right-to-left scripts the size that others have here."""
    size = properties.find(qn("w:sz"))
    if size is not None and properties.find(qn("w:szCs")) is None:
        size.addnext(element("szCs", val=size.get(qn("w:val"))))


def _shading(colour: str) -> BaseOxmlElement:
    return element("shd", val="clear", color="auto", fill=colour[1:])
