from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from coach.adapters.database.frozen_meetings import UNREADABLE
from coach.adapters.database.meeting_tables import meetings as table
from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.records import Records, open_records
from coach.adapters.system import RandomIds
from coach.domain.meetings import MeetingState, Notes
from coach.domain.stages import Side
from coach.errors import StorageError
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import TUESDAY, MemoryMeetings, a_full_meeting, an_agenda

WEEK = timedelta(days=7)


def test_a_meeting_comes_back_as_it_was_after_a_restart(
    series: MeetingSeries, runs: MeetingRuns, records: Records, data: Path
) -> None:
    meeting = a_full_meeting(series, runs)
    records.close()
    again = open_records(data)

    assert SqlMeetings(again, FakeClock()).get(ME, meeting.id) == meeting
    assert meeting.agenda == an_agenda("Weekly")
    assert meeting.agenda.start is not None
    assert meeting.agenda.start.tzinfo == TUESDAY.tzinfo
    assert (meeting.item, meeting.state) == (1, MeetingState.RUNNING)
    assert [d.text for d in meeting.decisions] == [
        "A qualified lead has a budget.",
        "Ops looks into it.",
    ]
    again.close()


def test_the_records_and_the_fake_give_the_same(kept: SqlMeetings, clock: FakeClock) -> None:
    memory = MemoryMeetings()
    seen = []
    for store in (kept, memory):
        series, runs = MeetingSeries(store, clock, Numbers()), MeetingRuns(store, clock, Numbers(9))
        one = a_full_meeting(series, runs)
        two = series.plan(ME, one.series.id, TUESDAY + WEEK)
        runs.close(ME, one.id)
        series.change(ME, two.id, replace(two.agenda, title="Other"), 0, every=True)
        series.delete(ME, one.id)
        then = series.next_agenda(ME, one.series.id)
        series.undelete(ME, one.id)
        seen.append((then, series.of_series(ME, one.series.id), series.upcoming(ME)))
    assert seen[0] == seen[1]


class Numbers:
    """Ids in order, so that two stores get the same."""

    def __init__(self, series: int = 0) -> None:
        self._series, self._last = series, 0

    def new(self) -> str:
        self._last += 1
        return f"id-{self._series}-{self._last}"


def test_notes_written_by_eight_tabs_at_once_are_all_there(
    clock: FakeClock, tmp_path: Path
) -> None:
    records = open_records(tmp_path / "busy")
    kept = SqlMeetings(records, clock)
    series, runs = (kind(kept, clock, RandomIds()) for kind in (MeetingSeries, MeetingRuns))
    meeting = series.save(ME, an_agenda()).id
    failed: list[Exception] = []

    def tab(name: int) -> None:
        try:
            version = 0
            for line in range(10):
                written = runs.write(ME, meeting, 1, f"{name}-{line}", version)
                version = -1  # this tab never sees what the others write
                assert f"{name}-{line}" in written.notes.text.splitlines()
                runs.park(ME, meeting, f"{name}-{line}")
        except Exception as exc:
            failed.append(exc)

    tabs = [threading.Thread(target=tab, args=(name,)) for name in range(8)]
    for thread in tabs:
        thread.start()
    for thread in tabs:
        thread.join()
    stored = series.get(ME, meeting)
    records.close()

    assert failed == []
    expected = {f"{name}-{line}" for name in range(8) for line in range(10)}
    assert set(stored.notes[1].text.splitlines()) == expected
    assert {line.text for line in stored.parked} == expected


def test_text_that_a_database_cannot_hold_is_stored_visibly(
    series: MeetingSeries, runs: MeetingRuns
) -> None:
    meeting = series.save(ME, an_agenda("Half \ud83d pair \0")).id
    runs.write(ME, meeting, 0, "half \ud83d pair", 0)
    runs.promise(ME, meeting, "nul \0", "Ana", Side.SALES)
    stored = series.get(ME, meeting)

    assert stored.notes[0] == Notes("half � pair", 1)
    assert stored.series.title == "Half � pair �"
    assert stored.actions[0].action.text == "nul �"


def test_an_agenda_of_a_later_shape_is_listed_with_a_warning_and_stays_stored(
    series: MeetingSeries, runs: MeetingRuns, records: Records
) -> None:
    meeting = series.save(ME, an_agenda("Weekly")).id
    with records.writing() as connection:
        connection.execute(update(table).values(agenda='{"from": "the future"}'))
    (listed,) = series.upcoming(ME)
    runs.park(ME, meeting, "still works")

    assert (listed.agenda.title, listed.agenda.warnings) == ("Weekly", (UNREADABLE,))
    with records.reading() as connection:
        assert connection.scalar(table.select().with_only_columns(table.c.agenda)) == (
            '{"from": "the future"}'
        )


def test_records_that_cannot_be_used_say_so(kept: SqlMeetings, records: Records) -> None:
    with records.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE meetings RENAME TO elsewhere")
    with pytest.raises(StorageError):
        kept.list(ME, False, "", 9)
