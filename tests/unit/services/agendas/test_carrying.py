"""Overdue promises that come into an agenda made without them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agenda import Agenda, Part
from coach.domain.fitting import fitted, rebalanced
from coach.services.agendas.carrying import carrying
from coach.services.agendas.owners import staffed
from tests.agenda_strategies import AGENDAS, OPEN, asked, question
from tests.agenda_strategies import Outcome as To

TOO_OFTEN = replace(OPEN, carried=3)


def made(agenda: Agenda) -> Agenda:
    """Return a finished agenda that nothing was carried into."""
    return rebalanced(staffed(fitted(replace(agenda, actions=()))))


@given(AGENDAS, st.integers(1, 6), st.booleans())
def test_the_minutes_still_add_up_and_no_question_is_lost(
    drawn: Agenda, how_many: int, often: bool
) -> None:
    before = made(drawn)
    then = carrying(before, [TOO_OFTEN if often else OPEN] * how_many)

    if not any(item.locked for item in before.items):  # who locks too much is told so
        assert then.total == then.minutes == before.minutes
    left = {one.item.question for one in then.left_out if one.item}
    kept = " ".join(item.question for item in then.matters)
    for item in before.matters:
        assert item.question in left or item.question in kept


def test_what_is_open_opens_it_and_what_is_open_too_often_is_asked_about() -> None:
    before = made(asked(60, [question(To.DECIDE), question(To.DISCUSS)]))
    then = carrying(before, [TOO_OFTEN])

    assert [item.part for item in then.items][:2] == [Part.OPENING, Part.CARRIED]
    assert any("drop it, change it or do it?" in item.question for item in then.matters)
    assert (then.title, then.people, then.chair) == (before.title, before.people, before.chair)
    assert then.total == 60


def test_what_carries_something_already_and_what_has_nothing_to_carry_stay_as_they_are() -> None:
    before = made(asked(60, [question(To.DECIDE)]))
    carries = carrying(before, [OPEN])

    assert carrying(before, []) == before
    assert carrying(carries, [TOO_OFTEN]) == carries
