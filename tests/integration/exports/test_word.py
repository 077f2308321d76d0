"""Word documents, read again as the archive of XML that they are."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

from coach.adapters.exports.plain import tidy
from coach.domain.agenda import Agenda, Attendee
from coach.domain.stages import Side
from coach.ports import Form
from tests.exported import ACTIONS, ANA, HOSTILE, ODD, agenda, export, full_of, item

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(what: Agenda | None = None, name: str = "word/document.xml") -> Element:
    data = export(Form.WORD, what, actions=ACTIONS).data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return fromstring(file.read(name))


def text(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def lines(root: Element) -> list[str]:
    return [text(paragraph) for paragraph in root.iter(f"{W}p")]


def rows(root: Element) -> list[list[str]]:
    table = next(root.iter(f"{W}tbl"))
    return [[text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


def test_the_table_holds_every_item_with_its_owner_and_side() -> None:
    found = rows(part())

    assert found[0] == ["From", "Min", "Question", "To", "Owner"]
    assert found[4] == [
        "10:20",
        "15",
        "Which signs make a lead worth a call?Done when: Three signs are written down.",
        "decide",
        "Ana, PhD S  sales",
    ]
    assert len(found) == 7


def test_outcome_people_tasks_actions_and_what_is_left_out_are_there() -> None:
    found = lines(part())

    assert found[0] == "What counts as a qualified lead"
    assert found[1] == "Both sides have agreed on one definition."
    assert {"Who comes", "To prepare", "Actions still open", "Left out"} <= set(found)
    assert "By 10 November 2026 · carried from 20 October 2026, second time" in found
    assert "written before: there is no room" in found


def test_the_head_of_the_table_comes_again_and_rows_stay_whole() -> None:
    table = next(part().iter(f"{W}tbl"))
    found = list(table.iter(f"{W}tr"))

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found] == [True] + [False] * 6
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


def test_columns_fill_the_page_and_no_more() -> None:
    root = part()
    size = next(root.iter(f"{W}pgSz"))
    margin = next(root.iter(f"{W}pgMar"))
    room = int(size.get(f"{W}w", 0)) - sum(int(margin.get(f"{W}{s}", 0)) for s in ("left", "right"))
    for table in root.iter(f"{W}tbl"):
        wide = sum(int(column.get(f"{W}w", 0)) for column in table.iter(f"{W}gridCol"))

        assert room - 20 <= wide <= room + 5


def test_sides_have_their_colours_and_a_letter() -> None:
    table = next(part().iter(f"{W}tbl"))
    grounds = [
        (row[-1].get(f"{W}fill"), text(cells[-1]))
        for row, cells in (
            (list(r.iter(f"{W}shd")), list(r.iter(f"{W}tc"))) for r in table.iter(f"{W}tr")
        )
    ]

    assert grounds[1] == ("00619a", "Ana, PhD S  sales")
    assert grounds[2] == ("a84800", "Max M  marketing")


def test_every_page_has_its_number() -> None:
    codes = [f.get(f"{W}instr") for f in part(name="word/footer1.xml").iter(f"{W}fldSimple")]

    assert codes == ["PAGE", "NUMPAGES"]


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    core = part(name="docProps/core.xml")
    facts = {entry.tag.rpartition("}")[2]: entry.text for entry in core}

    assert facts["title"] == "What counts as a qualified lead"
    assert facts["language"] == "en-GB"
    assert facts["created"] == "2026-10-01T09:00:00Z"


def test_right_to_left_text_is_marked_as_such() -> None:
    what = agenda(title="שלום 2026", people=(ANA, Attendee("דנה", Side.SALES)))
    title = next(part(what).iter(f"{W}p"))

    assert title.find(f"{W}pPr/{W}bidi") is not None
    turned = [text(run) for run in title.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert turned == ["שלום "]


def test_the_same_agenda_is_the_same_file() -> None:
    when = datetime(2026, 10, 2, tzinfo=UTC)

    assert export(Form.WORD, now=when).data == export(Form.WORD, now=when).data


def test_no_text_breaks_the_file() -> None:
    for start in range(0, len(HOSTILE), 50):
        some = HOSTILE[start : start + 50]
        what = agenda(items=tuple(item(text) for text in some), people=(), left_out=())
        found = rows(part(what))[1:]

        assert [row[2] for row in found] == [tidy(text) for text in some]
    for odd in (*ODD, "x" * 20_000):
        part(full_of(odd))
