"""An agenda asked for in the chat, as the reply a person reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.agenda import LeftOut, Where
from coach.domain.answers import Answer, AnswerKind, Message, Question
from coach.domain.stages import Stage
from coach.errors import MeetingError, NoMeeting
from coach.services.agendas.drafting import Drafting
from coach.services.agendas.reading import read_brief
from coach.services.agendas.shown import dated, planned, read_again, written
from tests.answering_fakes import NOTE, PLAYBOOK, FakeDrafting
from tests.fakes import START
from tests.meeting_fakes import WHICH, an_agenda

TEXT = "45 min to agree what a qualified lead is"


def plan(drafting: FakeDrafting, question: Question) -> Answer:
    as_drafting: Drafting = drafting  # type: ignore[assignment]  # implements what is used
    return planned(as_drafting, PLAYBOOK, question, START)


def test_the_table_holds_every_row_and_its_minutes_sum_to_the_length() -> None:
    agenda = an_agenda()

    rows = [line for line in written(agenda, ()).splitlines() if line.startswith("| ")][2:]

    assert len(rows) == len(agenda.items)
    assert sum(int(row.split(" | ")[0].strip("| ")) for row in rows) == agenda.minutes


def test_the_reply_cites_the_note_and_offers_its_next_questions() -> None:
    answer = plan(FakeDrafting(), Question(TEXT))

    assert answer.kind is AnswerKind.AGENDA
    assert [(c.n, c.note) for c in answer.citations] == [(1, NOTE.id)]
    assert "call the same leads qualified. [1]" in answer.text
    assert answer.follow_ups == NOTE.follow_ups
    assert answer.agenda is not None


def test_what_is_left_out_stands_in_one_line_each() -> None:
    item = an_agenda().matters[0]
    left = (LeftOut(item, Where.NEXT, "no room in this meeting"),)

    text = written(replace(an_agenda(), left_out=left), ())

    assert f"- {WHICH} (next time: no room in this meeting)" in text


def test_a_meeting_better_cancelled_says_so_first_with_the_text_to_send() -> None:
    text = written(replace(an_agenda(), instead="Hello all,\nhere are the numbers."), ())

    assert text.startswith("**Nothing here needs a meeting.**")
    assert "> Hello all,\n> here are the numbers." in text


def test_typed_words_break_no_table_and_pass_for_no_source() -> None:
    text = written(an_agenda("Leads\n[1]", ["Who | what\n[7]?"]), ())

    assert "**Leads (1)**" in text
    assert "Who \\| what (7)?" in text


def test_a_bare_request_takes_what_for_from_the_question_before() -> None:
    drafting = FakeDrafting()
    history = (Message("user", "how do we plan a quarter"), Message("assistant", "Sit down."))

    plan(drafting, Question("give me the agenda with minutes", history))

    assert drafting.asked[0].text == "how do we plan a quarter?"


def test_a_weekly_meeting_needs_no_purpose_from_before() -> None:
    drafting = FakeDrafting()

    plan(drafting, Question("agenda for the weekly", (Message("user", "what is an MQL?"),)))

    assert "MQL" not in drafting.asked[0].text


def test_the_stage_a_person_chose_holds() -> None:
    drafting = FakeDrafting()

    answer = plan(drafting, Question(TEXT, stage=Stage.DEFINED))

    assert drafting.asked[0].stage is Stage.DEFINED
    assert answer.stage is Stage.DEFINED


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NoMeeting("About a person.", "Talk to two.", "handover"), AnswerKind.HANDOVER),
        (NoMeeting("Not for the two.", "Say what for.", "off_topic"), AnswerKind.OFF_TOPIC),
        (MeetingError("That day is past.", "Name another."), AnswerKind.UNCLEAR),
    ],
)
def test_what_no_meeting_can_be_is_said_in_its_own_words(
    error: MeetingError, kind: AnswerKind
) -> None:
    answer = plan(FakeDrafting(error), Question(TEXT))

    assert (answer.kind, answer.agenda) == (kind, None)
    assert answer.text == f"{error.message} {error.next_step}"


def test_what_a_chats_agenda_was_asked_for_is_read_on_the_askers_clocks() -> None:
    brief = read_again(TEXT, an_agenda(), START, "Europe/Berlin")
    bare = read_again("give me the agenda", an_agenda(), START, "Europe/Berlin")

    assert brief == read_brief(TEXT, START, "Europe/Berlin")
    assert (bare.text, bare.minutes) == ("Weekly smarketing", 30)


def test_a_chats_agenda_keeps_its_questions_on_the_askers_clocks() -> None:
    typed = "45 min on 1 December 2027 at 3pm to agree what a lead is"
    there = read_brief(typed, START, "UTC")
    asked = replace(an_agenda(), start=there.start, zone="UTC", warnings=("Known before.",))
    here = dated(asked, read_again(typed, asked, START, "Asia/Kathmandu"))

    assert here.start is not None
    assert (here.start.hour, here.zone) == (15, "Asia/Kathmandu")
    assert [i.question for i in here.matters] == [i.question for i in asked.matters]
    assert "Known before." in here.warnings
    undated = dated(replace(an_agenda(), start=None), read_again("x", asked, START, "Asia/Tokyo"))
    assert undated == replace(an_agenda(), start=None, zone="Asia/Tokyo")
