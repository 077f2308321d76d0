from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.records import Records, open_records
from coach.domain.agenda import Attendee
from coach.domain.meetings import ActionState
from coach.domain.stages import Side
from coach.errors import NotFound, StorageLocked
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import TUESDAY, a_full_meeting, an_agenda

WEEK = timedelta(days=7)


def test_what_is_open_of_a_deleted_meeting_stays_with_its_series(
    kept: SqlMeetings, series: MeetingSeries, runs: MeetingRuns, clock: FakeClock
) -> None:
    meeting = a_full_meeting(series, runs)
    done = runs.promise(ME, meeting.id, "Book the room", "Ben", Side.MARKETING).action.id
    Actions(kept, clock).close(ME, done, ActionState.DONE)
    series.plan(ME, meeting.series.id, TUESDAY + WEEK)
    series.delete(ME, meeting.id)
    assert [r.action.text for r in kept.actions(ME)] == ["Send ten leads"]
    clock.advance(11)
    assert kept.purge(clock.now()) == 1

    (left,) = kept.actions(ME, meeting.series.id)
    assert (left.action.text, left.meeting) == ("Send ten leads", None)
    assert Actions(kept, clock).close(ME, left.action.id, ActionState.DONE).closed_by == ME.id


def files_with(data: Path, word: str) -> list[str]:
    planted = word.encode()
    return sorted(p.name for p in data.rglob("*") if p.is_file() and planted in p.read_bytes())


def talked(series: MeetingSeries, runs: MeetingRuns, actions: Actions, word: str) -> str:
    """A meeting with `word` in all that a person can write."""
    person = Attendee(word, Side.SALES, word, f"{word}@example.com")
    agenda = replace(
        an_agenda(f"Title {word}", (f"What of {word}? " * 20,)), people=(person,), outcome=word
    )
    meeting = series.save(ME, agenda, f"purpose {word}").id
    runs.start(ME, meeting)
    for step in range(8):  # it grows past a page, so that rows move between pages
        runs.write(ME, meeting, 1, f"note about {word} " * 40 * (step + 1), step)
        made = runs.decide(ME, meeting, 1, f"decision {word} {step}")
        runs.amend(ME, meeting, made.id, f"worded {word} {step}", was=made.text)
        runs.unpark(ME, meeting, runs.park(ME, meeting, f"parked {word}", word).id)
        promised = runs.promise(ME, meeting, f"action {word} " * 9, word, Side.SALES).action.id
        if step % 2:
            actions.close(ME, promised, ActionState.DONE)
    runs.close(ME, meeting)
    series.change(ME, runs.reopen(ME, meeting).id, an_agenda(f"Renamed {word}"), 0)
    return meeting


def test_a_purge_leaves_no_byte_of_a_meeting_in_any_file(
    kept: SqlMeetings,
    series: MeetingSeries,
    runs: MeetingRuns,
    actions: Actions,
    records: Records,
    data: Path,
    clock: FakeClock,
) -> None:
    words = [f"planted{n:02}" for n in range(6)]
    meetings = [talked(series, runs, actions, word) for word in words]
    gone, stay = words[::2], words[1::2]
    assert all(files_with(data, word) for word in words)
    series.delete(ME, meetings[0])
    series.delete(ME, meetings[2])
    series.delete_series(ME, series.get(ME, meetings[4]).series.id)
    assert kept.purge(clock.now()) == 0
    clock.advance(11)
    assert kept.purge(clock.now() - timedelta(seconds=10)) == 3

    assert {word: files_with(data, word) for word in gone} == {word: [] for word in gone}
    assert all(files_with(data, word) for word in stay)
    assert {m.id for m in series.upcoming(ME)} == set(meetings[1::2])
    with pytest.raises(NotFound):
        series.undelete(ME, meetings[0])
    records.close()
    assert not any(files_with(data, word) for word in gone)


def test_a_purge_says_when_a_reader_keeps_the_log_and_the_next_one_wipes_it(
    kept: SqlMeetings,
    series: MeetingSeries,
    runs: MeetingRuns,
    actions: Actions,
    data: Path,
    clock: FakeClock,
) -> None:
    meeting = talked(series, runs, actions, "planted")
    other = open_records(data)
    with other.reading() as reader:
        reader.exec_driver_sql("SELECT * FROM meetings").all()
        series.delete(ME, meeting)
        clock.advance(1)
        with pytest.raises(StorageLocked):
            kept.purge(clock.now())
    assert files_with(data, "planted")
    assert kept.purge(clock.now()) == 0

    assert files_with(data, "planted") == []
    other.close()
