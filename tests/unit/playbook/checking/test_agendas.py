"""A meeting's minutes can be kept, also where it is cut to a quarter of an hour."""

from dataclasses import replace

import pytest

from coach.domain.notes import AgendaItem, Outcome
from coach.playbook.checking.agendas import agenda_faults
from tests.small_playbook import MEETING


def item(minimum: int, outcome: Outcome = Outcome.DECIDE, prework: str = "") -> AgendaItem:
    return AgendaItem("Which?", outcome, "both heads", 20, minimum, prework)


def reasons(minutes: int, *items: AgendaItem) -> list[str]:
    return [reason for _, reason in agenda_faults(replace(MEETING, minutes=minutes, items=items))]


@pytest.mark.parametrize(
    "good", [item(10), item(5, prework="Options on a page."), item(2, Outcome.DISCUSS)]
)
def test_minutes_that_can_be_kept_pass(good: AgendaItem) -> None:
    assert reasons(30, good) == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (item(9), "a decision without prework needs a `minimum` of 10, not 9"),
        (item(4, prework="Options."), "a decision with prework needs a `minimum` of 5, not 4"),
    ],
)
def test_a_decision_needs_its_time(bad: AgendaItem, reason: str) -> None:
    assert reasons(30, bad) == [reason]


def test_the_shortest_agenda_fits_the_meeting() -> None:
    told = reasons(25, item(10), item(12))

    assert told == ["at their shortest the items and 4 for the frame take 26"]


def test_one_item_and_a_close_fit_a_quarter_of_an_hour() -> None:
    assert reasons(60, item(15)) == [
        "no item fits a quarter of an hour: the shortest and a close take 16"
    ]
    assert reasons(240, item(15)) == []
