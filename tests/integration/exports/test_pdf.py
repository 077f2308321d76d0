"""PDFs, read again by two other libraries and drawn."""

from __future__ import annotations

import io
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream

from coach.domain.agenda import Agenda, Attendee
from coach.domain.stages import Side
from coach.ports import Form
from tests.exported import ACTIONS, ANA, HOSTILE, MAX, ODD, agenda, export, full_of, item

FIRST_LINE = 766  # points from the foot of the page
HEAD = "From\nMin\nQuestion\nTo\nOwner"


def pages(what: Agenda | None = None) -> list[str]:
    reader = PdfReader(io.BytesIO(export(Form.PDF, what, actions=ACTIONS).data), strict=True)
    return [page.extract_text() for page in reader.pages]


def bare(data: bytes) -> bytes:
    """Return the file without what it says of its reading order, so that places speak."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    page = writer.pages[0]
    content = ContentStream(page.get_contents(), writer)
    content.operations = [
        (operands, operator)
        for operands, operator in content.operations
        if operator not in (b"BDC", b"EMC")
    ]
    page.replace_contents(content)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def drawn(text: str) -> tuple[list[tuple[str, float]], str]:
    """Return the letters of the title from left to right with their places, and the warnings."""
    file = export(Form.PDF, agenda(title=text, items=(), people=(), left_out=(), outcome=""))
    page = pypdfium2.PdfDocument(bare(file.data))[0].get_textpage()
    placed = []
    for at in range(page.count_chars()):
        left, _, _, top = page.get_charbox(at)
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(page, at))
        if top > FIRST_LINE and letter not in "\r\n":
            placed.append((letter, left))
    return sorted(placed, key=lambda one: one[1]), " ".join(file.warnings)


def letters(text: str) -> str:
    """Return what is drawn, from left to right, joined letters as the letters they are."""
    joined = "".join(letter for letter, _ in drawn(text)[0])
    return unicodedata.normalize("NFKC", joined).replace(" ", "")


def test_the_page_holds_the_agenda_and_all_around_it() -> None:
    text = " ".join(pages()[0].split())

    assert "What counts as a qualified lead" in text
    assert "10:20 15 Which signs make a lead worth a call? Done when: Three signs" in text
    assert "decide Ana, PhD S sales" in text
    for heading in ("Who comes", "To prepare", "Actions still open", "Left out"):
        assert heading in text
    assert "Page 1 of 1" in text


def test_the_file_says_its_title_and_language() -> None:
    reader = PdfReader(io.BytesIO(export(Form.PDF, agenda(title="Ünï 王 שלום")).data))

    assert reader.metadata is not None
    assert reader.metadata.title == "Ünï 王 שלום"
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_long_agenda_has_its_head_on_each_page_and_loses_nothing() -> None:
    many = tuple(item(f"Question number {n}?", 10, ANA if n % 2 else MAX) for n in range(60))
    found = pages(agenda(items=many, minutes=600))

    assert len(found) >= 4
    with_table = [page for page in found if "Question number" in page]
    assert all(HEAD in page for page in with_table)
    assert "".join(found).count("Question number") == 60
    assert all(f"Page {n} of {len(found)}" in page for n, page in enumerate(found, 1))


@pytest.mark.parametrize("size", [500, 20_000])
def test_a_very_long_text_goes_on_over_pages(size: int) -> None:
    words = " ".join(f"w{n}" for n in range(size // 5))
    person = Attendee("N" * 500, Side.SALES)
    found = " ".join(pages(agenda(items=(item(words, 45, person),), title="T" * 500)))

    assert all(f"w{n}" in found for n in range(0, size // 5, 97))
    assert found.count(f"w{size // 5 - 1}") >= 1


@pytest.mark.parametrize(
    "text",
    ["Grüße, Zoë", "Ελληνικά ώς", "Привет, мир", "Tiếng Việt", "≤ 5 → ✓ ■ ☐", "“quoted” – ‘so’ …"],
)
def test_latin_greek_cyrillic_and_common_signs_are_drawn(text: str) -> None:
    assert letters(text) == unicodedata.normalize("NFKC", text).replace(" ", "")
    assert drawn(text)[1] == ""


@pytest.mark.parametrize("text", ["王小明", "はい、カタカナ", "안녕하세요", "龍, 請坐。"])
def test_chinese_japanese_and_korean_are_drawn(text: str) -> None:
    assert letters(text) == unicodedata.normalize("NFKC", text).replace(" ", "")
    assert drawn(text)[1] == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שלום עולם", "םלועםולש"),
        ("שלום (ABC 12)", "(ABC12)םולש"),
        ("Call דנה today", "Callהנדtoday"),
        ("12% של 30", "30לש12%"),
    ],
)
def test_hebrew_is_drawn_from_right_to_left(text: str, shown: str) -> None:
    assert letters(text) == shown


def test_arabic_letters_are_joined_and_drawn_from_right_to_left() -> None:
    forms = pages(agenda(title="مرحبا ٣٤"))[0]

    assert letters("مرحبا ٣٤") == "٣٤ابحرم"
    assert drawn("مرحبا ٣٤")[1] == ""
    assert len([form for form in forms if "\ufe70" <= form <= "\ufefc"]) >= 5


def test_right_to_left_titles_stand_at_the_right() -> None:
    assert drawn("Hello")[0][0][1] < 70
    assert drawn("שלום")[0][-1][1] > 500


def test_what_no_font_has_is_replaced_where_all_see_it_and_told() -> None:
    placed, warnings = drawn("Done 🎉 👩‍🚀 न")

    assert "".join(letter for letter, _ in placed).count("\ufffd") == 4
    assert "🎉 (party popper)" in warnings
    assert "devanagari letter na" in warnings


def test_sides_are_told_apart_by_colour_too() -> None:
    picture = pypdfium2.PdfDocument(export(Form.PDF).data)[0].render(scale=1).to_pil()
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}

    assert (0x00, 0x61, 0x9A) in colours
    assert (0xA8, 0x48, 0x00) in colours
    assert (0xE5, 0xF1, 0xF9) in colours
    assert (0xFD, 0xEE, 0xE2) in colours


def test_nothing_is_drawn_over_the_edge() -> None:
    what = agenda(items=(item("x" * 300 + " " + "王" * 200 + "ש" * 200, 45),))
    for page in pypdfium2.PdfDocument(export(Form.PDF, what).data):
        box = page.get_textpage()
        places = [box.get_charbox(at) for at in range(box.count_chars())]

        assert min(left for left, *_ in places) > 50
        assert max(right for _, _, right, _ in places) < 545


def test_the_same_agenda_is_the_same_file_whatever_was_written_before() -> None:
    what = agenda(title="سلام שלום 王")
    first = export(Form.PDF, what).data
    export(Form.PDF, agenda(title="اَلسَّلَامُ عليكم"))

    assert export(Form.PDF, what).data == first


def test_many_may_be_written_at_once() -> None:
    agendas = [agenda(title=title) for title in ("Leads", "שלום", "سلام", "王") for _ in range(3)]
    alone = [export(Form.PDF, what).data for what in agendas]
    with ThreadPoolExecutor(4) as pool:
        together = [file.data for file in pool.map(partial(export, Form.PDF), agendas)]

    assert together == alone


def test_no_text_breaks_the_file() -> None:
    for start in range(0, len(HOSTILE), 100):
        some = HOSTILE[start : start + 100]
        what = agenda(items=tuple(item(text, prework=text) for text in some), people=())
        file = export(Form.PDF, replace(what, left_out=()))

        assert len(pypdfium2.PdfDocument(file.data)) > 1
    for text in (*ODD, "ﷺ" * 300):
        assert pages(full_of(text))
