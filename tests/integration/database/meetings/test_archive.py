from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.archive import export_workspace, restore_workspace
from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.records import Records, open_records
from coach.domain.conversation import Person
from coach.domain.meetings import ActionState
from coach.domain.stages import Side
from coach.errors import StorageError
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import TUESDAY, a_full_meeting, an_agenda


@pytest.fixture
def exported(
    series: MeetingSeries, runs: MeetingRuns, actions: Actions, records: Records
) -> list[str]:
    """A series with a deleted meeting, another one, one that is hidden and a stranger's."""
    first = a_full_meeting(series, runs, "First")
    series.plan(ME, first.series.id, TUESDAY + timedelta(days=7))
    done = runs.promise(ME, first.id, "Book the room", "Ben", Side.MARKETING).action.id
    actions.close(ME, done, ActionState.DONE)
    a_full_meeting(series, runs, "Second\u2028\0")
    series.delete(ME, first.id)
    series.delete(ME, series.save(ME, an_agenda("Hidden")).id)
    series.save(Person("me", "another workspace"), an_agenda("Not ours"))
    return list(export_workspace(records, ME.workspace))


def test_meetings_restored_elsewhere_are_equal_and_twice_is_once(
    kept: SqlMeetings, exported: list[str], tmp_path: Path
) -> None:
    elsewhere = open_records(tmp_path / "elsewhere")
    copy = SqlMeetings(elsewhere, FakeClock())

    assert restore_workspace(elsewhere, ME.workspace, exported) == len(exported) - 1
    assert restore_workspace(elsewhere, ME.workspace, exported) == 0
    assert copy.list(ME, False, "", 9) == kept.list(ME, False, "", 9)
    assert len(copy.list(ME, False, "", 9)) == 2
    elsewhere.close()


def test_open_actions_of_a_deleted_meeting_are_exported_and_nothing_else_of_it(
    exported: list[str], tmp_path: Path
) -> None:
    assert not any("Hidden" in line or "Not ours" in line for line in exported)
    assert not any("Book the room" in line for line in exported)
    elsewhere = open_records(tmp_path / "elsewhere")
    restore_workspace(elsewhere, ME.workspace, exported)
    open_ = [r for r in SqlMeetings(elsewhere, FakeClock()).actions(ME) if r.meeting is None]

    assert [record.action.text for record in open_] == ["Send ten leads"]
    elsewhere.close()


def test_a_damaged_meeting_restores_nothing(exported: list[str], tmp_path: Path) -> None:
    elsewhere = open_records(tmp_path / "elsewhere")
    damaged = [line.replace('"since": "2026-', '"since": "20x6-') for line in exported]
    with pytest.raises(StorageError, match="damaged"):
        restore_workspace(elsewhere, ME.workspace, damaged)

    assert len(list(export_workspace(elsewhere, ME.workspace))) == 1
    elsewhere.close()
