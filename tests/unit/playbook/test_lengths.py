"""The length of a meeting reads as people say it."""

import pytest

from coach.playbook.lengths import length


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(45, "45 minutes"), (90, "90 minutes"), (125, "2 h 05"), (180, "3 h"), (450, "7 h 30")],
)
def test_more_than_an_hour_and_a_half_is_told_in_hours(minutes: int, said: str) -> None:
    assert length(minutes) == said
