from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.system import RandomIds
from tests.fakes import FakeClock
from tests.meeting_story import STORIES, Story


@given(STORIES)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each story is a new series
)
def test_whatever_is_done_in_any_order_no_open_action_vanishes_from_the_records(
    kept: SqlMeetings, clock: FakeClock, steps: list[tuple[str, int]]
) -> None:
    story = Story(kept, clock, RandomIds())
    for name, number in steps:
        story.step(name, number)

    assert story.still_open() == story.open
