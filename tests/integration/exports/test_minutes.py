"""The minutes of a meeting that was held, in every form."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree.ElementTree import fromstring

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from coach.adapters.exports.exporter import AgendaExporter
from coach.domain.agenda import Action
from coach.domain.meetings import (
    ActionRecord,
    ActionState,
    Decision,
    Meeting,
    MeetingState,
    Notes,
    Parked,
    Series,
)
from coach.domain.stages import Side
from coach.errors import QuestionError
from coach.ports import Export, Form
from tests.exported import ACTIONS, HOSTILE, NOW, agenda, full_of
from tests.fakes import FakeClock

HELD_AT = datetime(2026, 11, 4, 13, 30, tzinfo=UTC)
READABLE = (Form.MARKDOWN, Form.EMAIL, Form.WORD, Form.PDF)
SIGNS = "Which signs make a lead worth a call?"


def promised(text: str, state: ActionState = ActionState.OPEN) -> ActionRecord:
    action = Action(text, text, "Max", Side.MARKETING, date(2026, 11, 10), HELD_AT.date(), 1)
    return ActionRecord(action=action, series="s1", made_at=HELD_AT, meeting="m1", state=state)


def held() -> Meeting:
    """Return the usual meeting, held a day later than planned."""
    plan = agenda(actions=ACTIONS)
    return Meeting(
        id="m1",
        series=Series(id="s1", title=plan.title, uid="m1@accord"),
        agenda=plan,
        owner="me",
        state=MeetingState.HELD,
        held_at=HELD_AT,
        notes=(Notes(), Notes(), Notes("Ana: five of ten.\nMax: agrees."), Notes(), Notes()),
        decisions=(Decision("d1", "Two facts are enough.", SIGNS, "m1", HELD_AT.date()),),
        parked=(Parked("p1", "The fair in May", "Ola"),),
        actions=(promised("Write the page"), promised("Tell all", ActionState.DONE)),
    )


def minutes(form: Form, meeting: Meeting | None = None) -> Export:
    return AgendaExporter(FakeClock(NOW)).minutes(meeting or held(), form)


def read(form: Form, meeting: Meeting | None = None) -> str:
    """Return all that a file says, on one line."""
    data = minutes(form, meeting).data
    if form is Form.PDF:
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif form is Form.WORD:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            text = " ".join(fromstring(file.read("word/document.xml")).itertext())
    else:
        text = data.decode()
    return " ".join(text.split())


@pytest.mark.parametrize("form", READABLE)
def test_every_form_says_what_was_decided_promised_noted_parked_and_left_out(form: Form) -> None:
    text = read(form)
    said = (
        "What counts as a qualified lead: Minutes",
        "Held on Wednesday 4 November 2026, 14:30 (Europe/Berlin, UTC+1)",
        "Two facts are enough.",
        f"On: {SIGNS}",
        "Write the page",
        "By 10 November 2026",
        "What happens after hand-over?",
        "Ana: five of ten.",
        "Max: agrees.",
        "The fair in May",
        "From: Ola",
        "How do we report?",
    )
    places = [text.find(words) for words in said]

    assert -1 not in places, said[places.index(-1)]
    order = [text.find(words) for words in (said[2], "Tell all", said[6], said[9], said[11])]
    assert order == sorted(order)


@pytest.mark.parametrize("form", READABLE)
def test_no_form_holds_the_plan_or_says_that_a_new_action_is_carried(form: Form) -> None:
    text = read(form)

    for planned in (
        "carried",
        "prepare",
        "Bring twenty leads",
        "45 minutes",
        "Spare time",
        "10:20",
    ):
        assert planned not in text
    assert "Both sides have agreed" not in text  # wanted, and perhaps not reached


def test_an_action_that_was_closed_since_is_said_to_be() -> None:
    assert "- Max (marketing): Tell all\n  - By 10 November 2026 · done" in (
        minutes(Form.MARKDOWN).data.decode()
    )


def test_an_email_is_about_the_minutes() -> None:
    subject, _, body = minutes(Form.EMAIL).data.decode().partition("\n\n")

    assert subject.startswith("Subject: What counts as a qualified lead: Minutes, Wed 4 November")
    assert "here are the minutes of our meeting." in body
    assert "Who was invited: Ana, PhD (sales)" in body


def test_the_sheet_holds_what_was_promised_in_the_meeting_and_is_open() -> None:
    text = minutes(Form.CSV).data.decode("utf-8-sig")

    assert "Write the page" in text
    assert "Tell all" not in text
    assert ACTIONS[0].text not in text


def test_there_is_no_calendar_file_of_a_meeting_that_was_held() -> None:
    with pytest.raises(QuestionError, match="held"):
        minutes(Form.CALENDAR)


def test_where_nothing_was_written_down_the_minutes_say_so() -> None:
    bare = replace(held(), notes=(), decisions=(), parked=(), actions=())

    for form in READABLE:
        assert "No decision, no action and no note was written down." in read(form, bare)


def test_file_names_say_minutes_and_the_day_it_was_held() -> None:
    assert minutes(Form.PDF).file_name == "minutes-2026-11-04-what-counts-as-a-qualified-lead.pdf"


def test_the_same_minutes_are_the_same_file() -> None:
    assert all(minutes(form).data == minutes(form).data for form in READABLE)


def test_nothing_that_was_typed_becomes_markup_or_breaks_a_file() -> None:
    usual = {"h1", "h2", "p", "ul", "li"}
    for text in HOSTILE:
        typed = replace(
            held(),
            agenda=full_of(text),
            notes=(Notes(text),),
            decisions=(Decision("d1", text, text, "m1", HELD_AT.date()),),
            parked=(Parked("p1", text, text),),
            actions=(promised(text),),
        )
        tokens = MarkdownIt("commonmark").parse(minutes(Form.MARKDOWN, typed).data.decode())
        found = {token.tag for token in tokens if token.tag}

        assert found <= usual, text
    for form in READABLE:
        minutes(form, typed)
