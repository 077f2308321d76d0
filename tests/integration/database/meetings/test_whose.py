from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.adapters.database.meetings import SqlMeetings
from coach.domain.conversation import Person, Role
from coach.domain.meetings import Meeting
from coach.errors import NotFound
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME
from tests.meeting_fakes import a_full_meeting, a_meeting

COLLEAGUE = Person("colleague", ME.workspace, Role.MEMBER)
STRANGER = Person("me", "another workspace")


def test_everybody_of_the_workspace_sees_and_changes_a_meeting_and_its_owner_stays(
    series: MeetingSeries, runs: MeetingRuns
) -> None:
    meeting = a_full_meeting(series, runs)
    runs.write(COLLEAGUE, meeting.id, 2, "I was there, too.", 0)

    assert [m.id for m in series.upcoming(COLLEAGUE)] == [meeting.id]
    assert series.get(COLLEAGUE, meeting.id).owner == ME.id


def test_nobody_reads_or_changes_another_workspaces_meetings(
    kept: SqlMeetings, series: MeetingSeries, runs: MeetingRuns
) -> None:
    meeting = a_full_meeting(series, runs)
    action = meeting.actions[0].action.id
    for call in everything(kept, STRANGER, meeting, action):
        with pytest.raises(NotFound):
            call()
    assert kept.list(STRANGER, False, "", 9) == kept.list(STRANGER, True, "", 9) == []
    assert kept.actions(STRANGER) == kept.search(STRANGER, "budget", 9) == []
    assert series.get(ME, meeting.id) == meeting


def everything(
    kept: SqlMeetings, person: Person, meeting: Meeting, action: str
) -> list[Callable[[], object]]:
    id_, of = meeting.id, meeting.series.id
    return [
        lambda: kept.get(person, id_),
        lambda: kept.add(person, replace(a_meeting(id_="new"), series=meeting.series)),
        lambda: kept.of_series(person, of),
        lambda: kept.change(person, id_, lambda stored: stored),
        lambda: kept.change_series(person, of, lambda stored: stored),
        lambda: kept.hide(person, id_),
        lambda: kept.hide_series(person, of),
        lambda: kept.add_action(person, meeting.actions[0]),
        lambda: kept.change_action(person, action, lambda stored: stored),
        lambda: kept.actions(person, of),
        lambda: kept.search(person, "budget", 9, of),
    ] + ([lambda: kept.unhide(person, id_), lambda: kept.unhide_series(person, of)]
         if person == STRANGER else [])  # fmt: skip


def test_a_hidden_series_is_nowhere_until_it_is_brought_back(
    kept: SqlMeetings, series: MeetingSeries, runs: MeetingRuns
) -> None:
    meeting = a_full_meeting(series, runs)
    for hide, unhide in (
        (lambda: kept.hide(ME, meeting.id), lambda: kept.unhide(ME, meeting.id)),
        (lambda: kept.hide(ME, meeting.id), lambda: kept.unhide_series(ME, meeting.series.id)),
        (
            lambda: kept.hide_series(ME, meeting.series.id),
            lambda: kept.unhide_series(ME, meeting.series.id),
        ),
        (lambda: kept.hide_series(ME, meeting.series.id), lambda: kept.unhide(ME, meeting.id)),
    ):
        hide()
        assert series.upcoming(ME) == kept.actions(ME) == kept.search(ME, "budget", 9) == []
        for call in everything(kept, ME, meeting, meeting.actions[0].action.id):
            with pytest.raises(NotFound):
                call()
        unhide()
        assert series.upcoming(ME) == [meeting]
