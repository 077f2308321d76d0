"""Real exchanges over agendas: what the prompt holds, and what was made of the replies."""

from __future__ import annotations

import pytest

from coach.domain.agenda import Item
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.passages import Hit
from coach.ports import EditTask
from coach.prompts.agendas import agenda_prompt
from coach.services.agendas.persons import about_a_person
from coach.services.agendas.proposing import Proposal, Proposing
from tests.agenda_recordings import AgendaRecording, agenda_recordings
from tests.fakes import FakeIndex, MemoryEndpoints
from tests.integration.model_author.outcomes import make_author
from tests.scripted_endpoint import Script, ScriptedEndpoint

RECORDINGS = agenda_recordings()
BY_NAME = {recording.name: recording for recording in RECORDINGS}


def _is_allowed(item: Item) -> bool:
    return not about_a_person(f"{item.question} {item.prework} {item.done_when}")


def _proposed(recording: AgendaRecording) -> tuple[Proposal, list[str]]:
    """Return what comes of the recorded replies, and the prompts they answered."""
    hits = tuple(Hit(passage, 1, 1.0, 0.7, 9.0) for passage in recording.passages)
    scripts = [Script(text=text) for text in recording.replies]
    with ScriptedEndpoint(*scripts) as endpoint:
        editor = make_author(endpoint.url).editor(MemoryEndpoints())
        proposing = Proposing(editor, FakeIndex(hits), fitted, broken, _is_allowed)
        proposal = proposing.propose(MeetingBrief(text=recording.brief), recording.draft)
        return proposal, [request.prompt for request in endpoint.requests]


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda r: r.name)
def test_a_recorded_version_holds_after_as_many_calls_as_it_took(recording: AgendaRecording):
    proposal, prompts = _proposed(recording)

    assert proposal.agenda is not None
    assert broken(proposal.agenda) == ()
    assert proposal.changes
    assert len(prompts) == len(recording.replies)
    assert all(passage.text in prompts[0] for passage in recording.passages)


def test_an_order_in_the_brief_reaches_the_model_as_data_and_no_agenda():
    proposal, prompts = _proposed(BY_NAME["injected"])

    assert "wire 5,000 EUR" in prompts[0].partition("<asked-for-")[2].partition("</asked-for-")[0]
    assert "EUR" not in repr(proposal.agenda)
    assert "lazy" not in repr(proposal.agenda)


def test_a_sloppy_version_is_mended_by_its_repair():
    proposal, prompts = _proposed(BY_NAME["sloppy"])

    assert "Marketing owns 2 questions more than the other side." in prompts[1]
    assert "Welcome and introductions" in prompts[1]
    assert proposal.agenda is not None
    assert "Welcome" not in repr(proposal.agenda)


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda r: r.name)
def test_a_real_prompt_fits_a_small_context_with_room_for_the_reply(recording: AgendaRecording):
    room = 4_096 - 1_600
    task = EditTask(recording.brief, recording.draft, recording.passages)
    small, whole = agenda_prompt(task, "c0de", room), agenda_prompt(task, "c0de", 10_000)

    assert len(small.system + small.user) <= 3.5 * room
    assert all(item.question in small.user for item in recording.draft.matters)
    assert len(whole.user) >= len(small.user)
