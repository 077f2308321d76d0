from __future__ import annotations

from datetime import timedelta

import pytest

from coach.domain.agenda import Repeat
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import TUESDAY, a_full_meeting, an_agenda

WEEK = timedelta(days=7)


def test_what_is_to_come_is_listed_by_date_and_what_is_over_latest_first(
    series: MeetingSeries, runs: MeetingRuns, clock: FakeClock
) -> None:
    ids = [
        series.save(ME, an_agenda(title, start=start, repeat=Repeat.ONCE)).id
        for title, start in (
            ("no date", None),
            ("later", TUESDAY + WEEK),
            ("missed", TUESDAY - 9 * WEEK),
            ("soon", TUESDAY),
        )
    ]
    assert [m.agenda.title for m in series.upcoming(ME)] == ["missed", "soon", "later", "no date"]
    assert [m.agenda.title for m in series.upcoming(ME, limit=2)] == ["missed", "soon"]
    clock.time = TUESDAY
    runs.close(ME, ids[3])
    runs.close(ME, ids[2])
    series.cancel(ME, ids[1])

    assert [m.agenda.title for m in series.past(ME)] == ["later", "soon", "missed"]
    assert [m.agenda.title for m in series.upcoming(ME)] == ["no date"]


@pytest.mark.parametrize(
    ("search", "found"),
    [("WEEKLY", 1), ("ana qualified", 1), ("über 100%", 1), ("%", 1), ("weekly nowhere", 0),
     ("q_alified", 0), ("'; DROP TABLE meetings", 0), ("minutes", 0), (" ", 1)],
)  # fmt: skip
def test_meetings_are_found_by_title_question_and_name_in_any_case(
    series: MeetingSeries, search: str, found: int
) -> None:
    series.save(ME, an_agenda("Weekly", ("What is qualified?", "ÜBER 100%?")))

    assert len(series.upcoming(ME, search)) == found


def test_what_belongs_to_many_meetings_is_read_with_each(
    series: MeetingSeries, runs: MeetingRuns
) -> None:
    meetings = [a_full_meeting(series, runs, f"Number {n}") for n in range(12)]

    assert {m.id: m for m in series.upcoming(ME)} == {m.id: m for m in meetings}
