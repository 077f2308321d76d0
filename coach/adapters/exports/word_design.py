"""Styles, margins and foot of a Word document."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from coach.adapters.exports.looks import GREEN, INK, QUIET
from coach.adapters.exports.word_parts import complex_size, element, field, write

TEXT_FONT, TITLE_FONT = "Calibri", "Georgia"
PAGE, MARGIN = (210, 297), 18  # millimetres
# Each style's font, size, colour, weight, and room before and after in points.
STYLES = {
    "Normal": (TEXT_FONT, 10, INK, False, 0, 2),
    "Title": (TITLE_FONT, 22, GREEN, True, 0, 4),
    "Subtitle": (TEXT_FONT, 12, INK, False, 0, 6),
    "Caption": (TEXT_FONT, 9, QUIET, False, 0, 3),
    "Heading 2": (TITLE_FONT, 13, GREEN, True, 14, 4),
    "Footer": (TEXT_FONT, 8.5, QUIET, False, 0, 0),
}


def design(document: Doc) -> None:
    """Set page, language and styles."""
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(size) for size in PAGE)
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN)
    section.bottom_margin = Mm(MARGIN)
    for name in STYLES:
        _style(document, name)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def foot(document: Doc, title: str) -> None:
    """Write the title and the page's number at the foot of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    # The template's style stops in the middle first, and the number would stand there.
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    stops.add_tab_stop(Mm(PAGE[0] - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    write(paragraph, title if len(title) <= 80 else f"{title[:79]}…")
    write(paragraph, "\tPage ")
    field(paragraph, "PAGE")
    write(paragraph, " of ")
    field(paragraph, "NUMPAGES")


def _style(document: Doc, name: str) -> None:
    font, size, colour, bold, before, after = STYLES[name]
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = font, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor.from_string(colour[1:])
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):  # a theme's font would win over the named one
        if "heme" in attribute:
            del fonts.attrib[attribute]
    fonts.set(qn("w:cs"), "Arial")  # of right-to-left scripts
    for size in properties.findall(qn("w:szCs")):
        properties.remove(size)
    complex_size(properties)
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)
    for lines in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        lines.getparent().remove(lines)
    if name == "Normal":
        properties.append(element("lang", val="en-GB", bidi="he-IL"))
