"""What a team's own meetings decided, asked about in the chat, on real records and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.bootstrap import Services, build_services
from coach.bootstrap.build import Fakes
from coach.domain.answers import Answer, AnswerKind, Question
from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.settings import load_settings
from tests.fakes import FakeAuthor, FakeClock, InlineRunner
from tests.meeting_fakes import an_agenda

OTHERS = Person("somebody", "another-workspace")
RULE = "An MQL has a named budget and a date"
LIST = "Send the webinar list within a day"
HELD_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def author() -> FakeAuthor:
    return FakeAuthor([["Agree on a written definition. [1]"]])


@pytest.fixture
def services(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, author: FakeAuthor
) -> Iterator[Services]:
    for name, value in {"DATA": str(tmp_path), "MODEL": "none", "EMBEDDINGS": "none"}.items():
        monkeypatch.setenv(f"COACH_{name}", value)
    fakes = Fakes(author=author, clock=FakeClock(HELD_AT), runner=InlineRunner())
    built = build_services(load_settings(), background=False, embed=False, fakes=fakes)
    yield built
    built.close()


def hold(services: Services, title: str = "Weekly smarketing") -> str:
    """Hold a meeting with one decision and one promise; return its id."""
    person, agendas = services.identity.current(), services.agendas
    meeting = agendas.series.save(person, replace(an_agenda(title), start=HELD_AT)).id
    agendas.runs.start(person, meeting)
    agendas.runs.decide(person, meeting, 1, RULE)
    agendas.runs.promise(person, meeting, LIST, "Ana", Side.SALES)
    agendas.runs.close(person, meeting)
    return meeting


def asked(services: Services, text: str) -> Answer:
    turn = services.coaching.ask(services.identity.current(), text)
    ended = services.conversations.turn(services.identity.current(), turn.id)
    assert ended.answer is not None, ended.error
    return ended.answer


def test_a_decision_is_told_with_day_and_meeting_and_no_author_reads_it(
    services: Services, author: FakeAuthor
) -> None:
    meeting = hold(services)

    answer = asked(services, "What did we decide about MQLs?")

    assert answer.kind is AnswerKind.ANSWER
    assert RULE in answer.text
    assert "24 November 2026" in answer.text
    assert [(c.meeting, c.title, c.heading, c.quote) for c in answer.citations] == [
        (meeting, "Weekly smarketing", "24 November 2026", RULE)
    ]
    assert author.briefs == []


def test_an_abbreviation_finds_what_was_written_out(services: Services) -> None:
    person, meeting = services.identity.current(), hold(services)
    services.agendas.runs.decide(person, meeting, 1, "Marketing answers a service level agreement")

    answer = asked(services, "what did we agree on the SLA?")

    assert "service level agreement" in answer.text
    assert answer.recalls


def test_who_promised_what_names_the_person_and_where_it_stands(services: Services) -> None:
    hold(services)

    answer = asked(services, "who promised to send the webinar list?")

    assert f"Ana promised “{LIST}” (still open)" in answer.text


def test_what_is_open_from_one_meeting_leaves_out_what_another_one_left(
    services: Services,
) -> None:
    hold(services)
    hold(services, "Pipeline council")

    answer = asked(services, "what's still open from the pipeline council?")

    assert [c.title for c in answer.citations] == ["Pipeline council"]


def test_when_something_was_talked_about_names_the_meeting_with_its_question(
    services: Services,
) -> None:
    meeting = hold(services)

    answer = asked(services, "when did we talk about leads getting stuck?")

    assert [c.meeting for c in answer.citations][:1] == [meeting]
    assert "Where do leads get stuck" in answer.text


def test_nothing_found_is_said_before_the_playbook_is_asked(
    services: Services, author: FakeAuthor
) -> None:
    hold(services)

    answer = asked(services, "what did we decide about attribution?")

    assert answer.text.startswith("None of the meetings kept here decided anything about")
    assert "The playbook says this about it:" in answer.text
    assert "attribution" in author.briefs[0].question.text
    assert RULE not in str(author.briefs)
    assert not answer.recalls


def test_what_is_only_near_is_told_as_such(services: Services, author: FakeAuthor) -> None:
    hold(services)

    answer = asked(services, "what did we decide about budget cuts?")

    assert "decided anything about “budget cuts”. The nearest" in answer.text
    assert RULE in answer.text
    assert answer.follow_ups == ("What should we agree about budget cuts?",)
    assert author.briefs == []


def test_what_no_meeting_and_no_note_knows_is_said(services: Services) -> None:
    hold(services)

    answer = asked(services, "what did we decide about zebras?")

    assert answer.kind is AnswerKind.NOT_COVERED
    assert "decided anything about “zebras”" in answer.text


def test_another_workspace_is_told_nothing(services: Services) -> None:
    hold(services)
    memory = services.coaching.memory(OTHERS)

    reply = services.answering.start(Question("What did we decide about MQLs?"), memory)
    for _ in reply:
        pass

    assert RULE not in reply.answer.text
    assert reply.answer.text.startswith("No meeting has been held and kept here yet")


def test_an_author_never_reads_what_was_told_of_a_meeting_before(
    services: Services, author: FakeAuthor
) -> None:
    hold(services)
    person = services.identity.current()
    first = services.coaching.ask(person, "What did we decide about MQLs?")
    services.coaching.ask(
        person, "how do sales and marketing agree on a lead definition?", first.conversation
    )

    assert len(author.briefs) == 1
    assert RULE not in str(author.briefs)


def test_an_agenda_asked_for_in_the_chat_is_kept_with_the_turn(services: Services) -> None:
    answer = asked(services, "45 min to agree what a qualified lead is, on 1 December at 15:00")

    assert answer.kind is AnswerKind.AGENDA
    assert answer.agenda is not None
    assert sum(item.minutes for item in answer.agenda.items) == 45
    assert answer.agenda.start == datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
    assert str(answer.agenda.start.tzinfo) == "UTC"
    assert answer.citations[0].note == answer.agenda.note
