"""Markdown, e-mail and the sheet of actions, each read again by another parser."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from coach.adapters.exports.plain import tidy
from coach.domain.agenda import Action
from coach.domain.stages import Side
from coach.ports import Form
from tests.exported import ACTIONS, HOSTILE, agenda, export, full_of

MARKDOWN = MarkdownIt("commonmark").enable("table")


class Cells(HTMLParser):
    """Collects the text of table cells and every tag there is."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def rendered(text: str) -> Cells:
    cells = Cells()
    cells.feed(MARKDOWN.render(text))
    cells.cells = [cell.rstrip("\n") for cell in cells.cells]
    return cells


def sheet(actions: Sequence[Action]) -> list[list[str]]:
    text = export(Form.CSV, actions=actions).data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_markdown_holds_each_row_with_its_time_owner_and_side() -> None:
    cells = rendered(export(Form.MARKDOWN).data.decode()).cells

    assert cells[:6] == ["From", "Minutes", "Question", "To", "Owner", "Done when"]
    assert cells[24:29] == [
        "10:20",
        "15",
        "Which signs make a lead worth a call?",
        "decide",
        "Ana, PhD (sales)",
    ]


def test_markdown_says_what_to_prepare_what_is_open_and_what_is_left_out() -> None:
    text = export(Form.MARKDOWN, actions=ACTIONS).data.decode()

    assert "- [ ] Max (marketing): Bring twenty leads." in text
    assert "(by 10 November 2026; carried from 20 October 2026, second time)" in text
    assert "How do we report? (written before: there is no room)" in text
    assert "Tuesday 3 November 2026, 10:00–10:45 (Europe/Berlin, UTC+1) · 45 minutes" in text


def test_markdown_counts_minutes_where_no_date_is_set() -> None:
    cells = rendered(export(Form.MARKDOWN, agenda(start=None)).data.decode()).cells

    assert cells[24] == "0:20"


def test_nothing_that_was_typed_becomes_markup() -> None:
    usual = {"h1", "h2", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    for text in HOSTILE:
        found = rendered(export(Form.MARKDOWN, full_of(text)).data.decode())

        assert found.tags <= usual, text
        assert len(found.cells) == 12, text
        assert found.cells[8].split() == tidy(text).split(), text


def test_an_email_has_its_subject_first_and_says_what_each_prepares() -> None:
    subject, _, body = export(Form.EMAIL).data.decode().partition("\n\n")

    assert subject == "Subject: What counts as a qualified lead, Tue 3 November 2026, 10:00"
    assert "Max (marketing):\n  - Bring twenty leads." in body
    assert "10:20  Which signs make a lead worth a call? (15 min, decide" in body


def test_an_email_of_a_meeting_that_is_not_needed_cancels_it() -> None:
    text = export(Form.EMAIL, agenda(instead="We send the numbers.\nNo meeting.")).data.decode()

    assert text.startswith("Subject: Instead of the meeting:")
    assert text.endswith("We send the numbers.\nNo meeting.\n")


def test_a_subject_stays_on_its_line() -> None:
    what = agenda(title="Leads\r\nBcc: everybody@example.com", start=None)

    assert export(Form.EMAIL, what).data.decode().split("\n")[1] == ""


def test_the_sheet_holds_every_action() -> None:
    rows = list(
        csv.DictReader(io.StringIO(export(Form.CSV, actions=ACTIONS).data.decode("utf-8-sig")))
    )

    assert [row["owner"] for row in rows] == ["Max", "Ana, PhD"]
    assert rows[0] == {
        "action": "Send the list",
        "owner": "Max",
        "side": "marketing",
        "due": "2026-11-10",
        "since": "2026-10-20",
        "carried": "2",
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\u200b=", "＝"])
def test_a_formula_in_the_sheet_is_text(start: str) -> None:
    bad = Action("1", f"{start}cmd|'/c calc'!A0", f"{start}1+1", Side.SALES)
    row = sheet([bad])[1]

    for cell in row:
        assert not cell.lstrip("\u200b ").startswith(tuple("=+-@\t\r＝")), cell
    assert row[0].endswith("cmd|'/c calc'!A0")


def test_no_text_breaks_the_sheet() -> None:
    many = [replace(ACTIONS[0], text=text, owner=text) for text in HOSTILE]
    rows = sheet(many)

    assert [len(row) for row in rows] == [6] * (len(HOSTILE) + 1)
    assert [row[0].removeprefix("'") for row in rows[1:]] == [
        tidy(text).removeprefix("'") for text in HOSTILE
    ]


def test_file_names_are_plain_and_say_what_is_in_them() -> None:
    assert export(Form.MARKDOWN).file_name == "agenda-2026-11-03-what-counts-as-a-qualified-lead.md"
    assert export(Form.CSV, agenda(title="../../Ünïcödé: 王")).file_name == (
        "actions-2026-11-03-unicode.csv"
    )
    assert export(Form.PDF, agenda(title="王", start=None)).file_name == "agenda.pdf"
