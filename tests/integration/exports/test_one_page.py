"""An agreement as files: one page, everything on it, nothing read as markup."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from pypdf import PdfReader

from coach.adapters.exports.exporter import AgendaExporter
from coach.domain.agreement import Agreement
from coach.domain.agreement_months import told
from coach.errors import QuestionError
from coach.ports import Form
from coach.services.agreements.page import page_of
from tests.agreement_fakes import TERMS, a_month
from tests.fakes import FakeClock
from tests.plan_fakes import TODAY

ODD = "A *buyer* <b>who</b> asked | übergeben שלום"
REASONS = tuple(f"Reason {n} to reject a lead" for n in range(1, 8))
AGREED = Agreement(id="a", terms=replace(TERMS, reasons=REASONS, definition=ODD), agreed_on=TODAY)
PAGE = page_of(AGREED, (told(a_month(leads=70, accepted=60)),))
FORMS = (Form.MARKDOWN, Form.WORD, Form.PDF)


def exported(form: Form) -> bytes:
    return AgendaExporter(FakeClock()).page(PAGE, form, "agreement").data


def text_of(form: Form) -> str:
    data = exported(form)
    if form is Form.PDF:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if form is Form.WORD:
        document = Document(io.BytesIO(data))
        cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
    return data.decode()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_both_directions_and_what_came_of_it(form: Form) -> None:
    text = " ".join(text_of(form).split())

    for said in (
        "89 qualified leads a month", "What sales owes", "What marketing owes",
        "5 tries before a lead goes back", "Reason 7 to reject a lead", "It fits: each person",
        "fell short of its promise", "Proposed on 23 November 2026; it holds once",
    ):  # fmt: skip
        assert said in text
    assert "Outcome:" not in text
    assert "Agreed on" not in text


def test_it_is_one_page_and_the_same_bytes_each_time() -> None:
    assert len(PdfReader(io.BytesIO(exported(Form.PDF))).pages) == 1
    for form in FORMS:
        assert exported(form) == exported(form)


def test_what_was_typed_is_no_markup() -> None:
    assert r"A \*buyer\* \<b\>who\</b\> asked \| übergeben שלום" in text_of(Form.MARKDOWN)


@pytest.mark.parametrize("form", [Form.CALENDAR, Form.CSV, Form.EMAIL])
def test_other_forms_are_refused(form: Form) -> None:
    with pytest.raises(QuestionError, match="A page is a text"):
        exported(form)


def test_its_name_says_what_it_is() -> None:
    made = AgendaExporter(FakeClock()).page(PAGE, Form.PDF, "agreement")

    assert made.file_name == "agreement-what-sales-and-marketing-owe-each-other.pdf"
