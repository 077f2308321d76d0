"""The meeting for a purpose: found itself, named, or by the quarrel it is for."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.notes import Playbook
from coach.domain.stages import Stage
from coach.services.agendas.choosing import Choosing
from tests.fakes import FakeIndex, hit
from tests.small_playbook import CONFLICT, MEETING, PRACTICE

CLINIC = replace(MEETING, id="clinic", title="Lead clinic", aliases=("go through leads",))
AT_STAGE = replace(MEETING, id="council", title="Council", stages=(Stage.ALIGNED,))
PLAYBOOK = Playbook(notes=(PRACTICE, MEETING, CONFLICT, CLINIC, AT_STAGE), sources=())


def chosen(purpose: str, *notes: str, stage: Stage | None = None) -> list[str]:
    hits = tuple(hit("Text.", place, note) for place, note in enumerate(notes, 1))
    choice = Choosing(PLAYBOOK, FakeIndex(hits)).of(purpose, stage)
    return [meeting.id for meeting in choice.meetings]


def test_the_meeting_that_is_found_first_goes_first() -> None:
    assert chosen("solve problems", "council", "clinic") == ["council", "clinic"]


def test_a_quarrel_leads_to_its_meeting() -> None:
    assert chosen("these are junk", "junk-leads") == ["weekly"]


def test_a_meeting_goes_before_one_that_only_a_quarrel_names() -> None:
    assert chosen("talk", "junk-leads", "junk-leads", "clinic")[0] == "weekly"
    assert chosen("talk", "clinic", "junk-leads") == ["clinic", "weekly"]


def test_a_meeting_that_is_named_goes_before_what_was_found() -> None:
    assert chosen("let's go through leads on Friday", "weekly", "clinic")[0] == "clinic"


def test_at_its_stage_a_meeting_counts_more() -> None:
    close = (*["other"] * 6, "weekly", "council")

    assert chosen("talk", *close) == ["weekly", "council"]
    assert chosen("talk", *close, stage=Stage.ALIGNED) == ["council", "weekly"]


def test_without_a_purpose_nothing_is_searched() -> None:
    choice = Choosing(PLAYBOOK, FakeIndex((hit("Text.", 1, "clinic"),))).of(" ", None)

    assert choice.findings is None
    assert [meeting.id for meeting in choice.meetings] == ["weekly"]


def test_only_a_meeting_is_returned_by_name() -> None:
    choosing = Choosing(PLAYBOOK, FakeIndex())

    assert choosing.note("clinic") == CLINIC
    assert choosing.note("junk-leads") is None
    assert choosing.note("nothing") is None
