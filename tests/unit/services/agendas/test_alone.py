"""Which side meets by itself, and whether it wants to."""

from __future__ import annotations

import pytest

from coach.domain.agenda import Attendee
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.stages import Side
from coach.services.agendas.alone import is_on_purpose, side_alone


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("marketing only please, what we offer", Side.MARKETING),
        ("sdr team meeting, a new opener, internal to us", Side.SALES),
        ("key account managers only, renewals by risk", Side.SALES),
        ("retro of the campaign, sales gets a summary from me after", Side.MARKETING),
        ("sellers and reps only, I do not wish other departments", Side.SALES),
    ],
)
def test_a_team_by_itself_is_known_and_meant_to_be(text: str, side: Side) -> None:
    brief = MeetingBrief(text=text)

    assert side_alone(brief) is side
    assert is_on_purpose(brief, side)


def test_a_side_left_by_the_other_did_not_choose_to_meet_alone() -> None:
    brief = MeetingBrief(text="sales won't come, what do we do about the fair?")

    assert side_alone(brief) is Side.MARKETING
    assert not is_on_purpose(brief, Side.MARKETING)


def test_people_of_one_side_and_the_writers_own_team_are_not_one_side() -> None:
    people = (Attendee("Ana", Side.SALES), Attendee("Ben", Side.SALES))

    assert side_alone(MeetingBrief(text="the forecast", people=people)) is Side.SALES
    assert side_alone(MeetingBrief(text="the forecast, and my team", people=people)) is None
