"""Any text at all, in every form: the file is whole, and says no less for it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

import pypdfium2
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.adapters.exports.plain import tidy
from coach.domain.agenda import Attendee
from coach.domain.invitation import Invitation
from coach.domain.stages import Side
from coach.ports import Form
from tests.exported import agenda, export, full_of

WORDS = "שלום עולם مرحبا ـَّ 王小明 🎉 👩‍🚀 é ﷺ =1 [ | \\ <b>"
SCRIPTS = st.sampled_from([*WORDS.split(), " ", "\u200d", "\u202e"])
TEXTS = st.text(max_size=60) | st.lists(SCRIPTS, max_size=25).map("".join)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
UTC_START = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_calendar_file_holds_it(text: str) -> None:
    sender = Attendee(f"Ana {text}", Side.SALES, text, "a@b.c")
    dated = agenda(title=text, outcome=text, zone="UTC", start=UTC_START)
    what = replace(dated, people=(*dated.people, sender), organiser=sender.name)
    file = export(Form.CALENDAR, what, Invitation(uid="a"))
    event = vobject.readOne(file.data.decode()).vevent

    assert event.summary.value == (tidy(text) or "Meeting")
    assert event.organizer.value == "mailto:a@b.c"


@SLOW
@given(TEXTS)
def test_a_word_document_holds_it(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(export(Form.WORD, full_of(text)).data)) as file:
        document = "".join(fromstring(file.read("word/document.xml")).itertext())

    assert tidy(text) in document


@SLOW
@given(TEXTS)
def test_a_pdf_is_drawn_of_it(text: str) -> None:
    document = pypdfium2.PdfDocument(export(Form.PDF, full_of(text)).data)

    assert document[0].render(scale=0.2).to_pil().getextrema() != ((255, 255),) * 3


@pytest.mark.parametrize("form", [Form.MARKDOWN, Form.EMAIL])
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_plain_text_holds_it_on_its_lines(form: Form, text: str) -> None:
    usual = export(form, full_of("x" * bool(tidy(text)))).data.decode()
    found = export(form, full_of(text)).data.decode()

    assert found.count("\n") == usual.count("\n")
