"""Agendas and own meetings in the one direction that every question takes."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.answers import AnswerKind
from coach.services.agendas.memory import Memory
from tests.answering_fakes import (
    HITS,
    FakeDrafting,
    FakeTranslator,
    ask,
    make_answering,
)
from tests.fakes import ME, FakeAuthor, FakeIndex
from tests.meeting_fakes import MemoryMeetings, an_agenda

WISH = "45 min to agree what a qualified lead is"


def test_an_agenda_is_made_by_code_without_search_or_author() -> None:
    author, index = FakeAuthor([["never"]]), FakeIndex(HITS)
    answer = ask(make_answering(author, index=index), WISH)

    assert (answer.kind, answer.mode) == (AnswerKind.AGENDA, "playbook")
    assert (author.briefs, index.asked) == ([], [])
    assert answer.seconds.total > 0


def test_a_boundary_comes_before_an_agenda() -> None:
    drafting = FakeDrafting()
    answer = ask(make_answering(drafting=drafting), f"{WISH}, my boss touches me")

    assert answer.kind is AnswerKind.HANDOVER
    assert drafting.asked == []


def test_warnings_of_an_agenda_reach_the_reader() -> None:
    agenda = replace(an_agenda(), warnings=("These questions need about 20 minutes.",))
    answer = ask(make_answering(drafting=FakeDrafting(agenda=agenda)), WISH)

    assert answer.warnings == agenda.warnings


def test_in_another_language_it_is_said_that_the_agenda_is_in_english() -> None:
    answer = ask(make_answering(translator=FakeTranslator()), "wir brauchen eine agenda für montag")

    assert answer.kind is AnswerKind.AGENDA
    assert any("agenda is in English" in warning for warning in answer.warnings)


def test_without_a_memory_a_question_about_own_meetings_is_one_for_the_playbook() -> None:
    author = FakeAuthor([["Agree on it. [1]"]])

    ask(make_answering(author), "What did we decide about MQLs?")

    assert author.briefs[0].question.text == "What did we decide about MQLs?"


def test_with_an_empty_memory_the_reply_says_so_and_the_playbook_goes_on() -> None:
    author = FakeAuthor([["Sales and marketing meet for thirty minutes each week. [1]"]])
    memory = Memory(MemoryMeetings(), ME)

    answer = ask(make_answering(author), "What did we decide about MQLs?", memory=memory)

    assert answer.text.startswith("No meeting has been held and kept here yet")
    assert "meet for thirty minutes each week. [1]" in answer.text
    assert author.briefs[0].question.text == "What should we agree about MQLs?"
    assert answer.citations


def test_what_only_a_meeting_can_know_never_goes_to_an_author() -> None:
    author = FakeAuthor([["never"]])
    memory = Memory(MemoryMeetings(), ME)

    answer = ask(make_answering(author), "who promised to send the list?", memory=memory)

    assert answer.kind is AnswerKind.NOT_COVERED
    assert author.briefs == []
