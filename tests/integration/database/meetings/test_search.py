from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.adapters.database.meetings import SqlMeetings
from coach.domain.meetings import ActionState, Kept
from coach.domain.stages import Side
from coach.services.agendas.actions import Actions
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from tests.fakes import ME, FakeClock
from tests.meeting_fakes import TUESDAY, WHICH, an_agenda

DAY = timedelta(days=1)


@pytest.fixture
def of(series: MeetingSeries, runs: MeetingRuns, clock: FakeClock) -> dict[str, str]:
    """Three meetings of two series, with what was decided and promised; ids by title."""
    ids = {}
    for title, day, decision, action in (
        ("Weekly", TUESDAY, "We agreed that MQLs need a budget.", "Qualify ten leads"),
        ("Lead clinic", TUESDAY + DAY, "Übergabe within one hour; 100% of MQLs.", "Ask ops"),
        ("Monthly", TUESDAY + 2 * DAY, "Ben keeps the webinar.", "Tell the reps"),
    ):
        clock.time = day
        meeting = series.save(ME, an_agenda(title, start=day)).id
        runs.start(ME, meeting)
        runs.decide(ME, meeting, 1, decision)
        runs.promise(ME, meeting, action, "Ana", Side.SALES)
        runs.close(ME, meeting)
        ids[title] = meeting
    return ids


def test_a_decision_is_found_with_the_meeting_and_day_to_cite(
    kept: SqlMeetings, of: dict[str, str]
) -> None:
    first = kept.search(ME, "What did we agree about an MQL budget?", 5)[0]

    assert (first.kind, first.text) == (Kept.DECISION, "We agreed that MQLs need a budget.")
    assert (first.title, first.on, first.meeting) == ("Weekly", TUESDAY.date(), of["Weekly"])
    assert (first.question, first.found) == (WHICH, 3)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("mqls", ["Lead clinic", "Weekly"]),
        ("budgets for MQLs", ["Weekly", "Lead clinic"]),
        ("qualifying", ["Monthly", "Lead clinic", "Weekly", "Weekly"]),
        ("ÜBERGABE", ["Lead clinic"]),
        ("100", ["Lead clinic"]),
        ("webinars", ["Monthly"]),
        ("nowhere", []),
        ("the and of", []),
        ("", []),
        ("%", []),
        ("_", []),
        ("'; DROP TABLE decisions", []),
        ("x" * 100_000, []),
        ("\0 \ud800", []),
    ],
)
def test_more_words_come_first_then_the_newest_and_words_count_by_their_stem(
    kept: SqlMeetings, of: dict[str, str], text: str, titles: list[str]
) -> None:
    assert [one.title for one in kept.search(ME, text, 9)] == titles
    assert [one.title for one in kept.search(ME, text, 1)] == titles[:1]


def test_an_action_is_found_with_its_owner_and_where_it_stands(
    kept: SqlMeetings, actions: Actions, of: dict[str, str]
) -> None:
    (found,) = kept.search(ME, "reps", 9)
    assert (found.kind, found.owner, found.state) == (Kept.ACTION, "Ana", ActionState.OPEN)
    assert found.on == date(2026, 11, 26)
    actions.close(ME, found.id, ActionState.DONE)

    assert kept.search(ME, "reps", 9)[0].state is ActionState.DONE


def test_a_search_in_one_series_finds_nothing_of_another(
    kept: SqlMeetings, series: MeetingSeries, of: dict[str, str]
) -> None:
    one = series.get(ME, of["Lead clinic"]).series.id

    assert [found.title for found in kept.search(ME, "mqls", 9, one)] == ["Lead clinic"]


def test_what_is_open_of_a_deleted_meeting_is_found_under_its_series(
    kept: SqlMeetings, series: MeetingSeries, of: dict[str, str]
) -> None:
    series.plan(ME, series.get(ME, of["Weekly"]).series.id, TUESDAY + 7 * DAY)
    series.delete(ME, of["Weekly"])

    assert [(f.text, f.title, f.meeting) for f in kept.search(ME, "ten budget", 9)] == [
        ("Qualify ten leads", "Weekly", None)
    ]
