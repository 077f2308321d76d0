"""What every shortened agenda rests on: minutes of a meeting's items that can be kept."""

from __future__ import annotations

from collections.abc import Iterator

from coach.domain.notes import AgendaItem, Meeting, Outcome
from coach.playbook.schemas import FRAME_MINUTES

DECIDE, DECIDE_PREPARED = 10, 5  # fewest minutes for a decision; fewer where options are prepared
QUARTER_HOUR, CLOSE = 15, 1
LONGEST_TO_SHORTEN = 120  # minutes; nobody cuts a day away to a quarter of an hour


def agenda_faults(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the question of the item (empty for the whole) and what is wrong with its minutes."""
    for item in meeting.items:
        fewest = _fewest(item)
        if item.minimum < fewest:
            how = "with" if item.prework else "without"
            reason = f"a decision {how} prework needs a `minimum` of {fewest}, not {item.minimum}"
            yield item.question, reason
    total = sum(item.minimum for item in meeting.items) + FRAME_MINUTES
    if total > meeting.minutes:
        yield "", f"at their shortest the items and {FRAME_MINUTES} for the frame take {total}"
    shortest = min(item.minimum for item in meeting.items) + CLOSE
    if meeting.minutes <= LONGEST_TO_SHORTEN and shortest > QUARTER_HOUR:
        yield "", f"no item fits a quarter of an hour: the shortest and a close take {shortest}"


def _fewest(item: AgendaItem) -> int:
    if item.outcome is not Outcome.DECIDE:
        return 1
    return DECIDE_PREPARED if item.prework else DECIDE
