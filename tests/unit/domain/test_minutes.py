"""Minutes shared out: whole, exact, none under what a question needs; pauses where they help."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.agenda import LONGEST, SHORTEST, Item
from coach.domain.minutes import (
    MOST,
    before_noon,
    break_of,
    breaks_for,
    buffer_of,
    carried_of,
    close_of,
    floor_of,
    lunch_of,
    lunch_place,
    opening_of,
    pause_places,
    pauses_of,
    room_of,
    shared,
)
from coach.domain.notes import Outcome
from tests.agenda_strategies import QUESTIONS, STARTS, question

often = settings(max_examples=500, deadline=None)
NUMBERS = st.binary(min_size=2, max_size=16)
ROOMS = st.integers(0, LONGEST)
LENGTHS = st.lists(st.integers(1, 60), min_size=1, max_size=10)
EVERY_LENGTH = range(SHORTEST, LONGEST + 1)


def _questions(numbers: bytes) -> list[Item]:
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return [QUESTIONS[(256 * one + two) % len(QUESTIONS)] for one, two in pairs]


@given(NUMBERS, ROOMS)
@often
def test_nothing_is_given_less_than_it_needs_nor_all_more_than_there_is(
    numbers: bytes, room: int
) -> None:
    items = _questions(numbers)
    needed = [floor_of(item) for item in items]

    given_ = shared(items, room)

    assert all(have >= least for have, least in zip(given_, needed, strict=True))
    assert sum(given_) <= max(room, sum(needed))


@given(NUMBERS, ROOMS)
@often
def test_minutes_stay_over_only_where_no_question_can_use_them(numbers: bytes, room: int) -> None:
    items = _questions(numbers)

    spare = room - sum(shared(items, room))

    assert spare <= 0 or shared(items, room + 60) == shared(items, room)


@given(NUMBERS, ROOMS)
@often
def test_who_is_given_more_room_gives_no_question_less_than_a_minute_fewer(
    numbers: bytes, room: int
) -> None:
    items = _questions(numbers)

    pairs = zip(shared(items, room), shared(items, room + 1), strict=True)

    assert all(more >= less - 1 for less, more in pairs)


@given(NUMBERS, ROOMS)
@often
def test_no_question_swells_past_twice_its_wish_and_what_is_told_not_past_it(
    numbers: bytes, room: int
) -> None:
    items = _questions(numbers)

    for item, minutes in zip(items, shared(items, room), strict=True):
        wish = max(item.ideal, floor_of(item))
        told = item.outcome is Outcome.INFORM
        assert minutes <= (wish if told else max(wish, min(2 * item.ideal, MOST))) or item.locked
        assert not item.locked or minutes == item.minutes


@given(LENGTHS, st.integers(0, 6))
@often
def test_pauses_stand_between_rows_each_in_its_own_place(lengths: list[int], pauses: int) -> None:
    places = pause_places(lengths, pauses)

    assert len(places) == len(set(places)) <= pauses
    assert all(1 <= place <= len(lengths) for place in places)
    assert places == sorted(places)
    early = [place for place in places if sum(lengths[:place]) < 15]
    assert not early or places == [len(lengths)]


@given(LENGTHS, st.integers(1, 6), st.sampled_from([None, *STARTS]))
@often
def test_lunch_is_one_of_the_pauses(
    lengths: list[int], pauses: int, start: datetime | None
) -> None:
    places = pause_places(lengths, pauses)

    assert lunch_place(lengths, places, start) in places


def test_from_sixteen_minutes_a_decision_fits_whatever_is_still_open() -> None:
    for minutes in EVERY_LENGTH:
        for actions in range(7):
            room = room_of(minutes, actions, None)
            assert room >= (4 if minutes < 16 else 10)
            assert room > minutes / 3


def test_a_pause_is_planned_over_ninety_minutes_and_not_before() -> None:
    for minutes in EVERY_LENGTH:
        breaks, lunch = pauses_of(minutes, None)
        assert (breaks > 0 or lunch > 0) == (minutes > 90)
        work = minutes - lunch - breaks * break_of(minutes)
        assert work / (breaks + bool(lunch) + 1) <= 90


def test_free_time_needs_no_breaks_but_a_long_meeting_one() -> None:
    assert breaks_for(3, 60, 45) == 0
    assert breaks_for(3, 60, 0) == 1
    assert breaks_for(0, 90, 0) == 0
    assert breaks_for(3, 390, 45) == 3


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "lunch"),
    [
        (11, 30, 150, 30), (11, 31, 150, 0), (11, 0, 149, 0), (11, 0, 150, 30), (9, 30, 239, 0),
        (9, 30, 240, 45), (9, 0, 480, 45), (13, 0, 480, 0), (23, 0, 480, 0), (5, 30, 480, 45),
    ],
)  # fmt: skip
def test_who_sits_from_half_past_eleven_to_half_past_one_gets_a_lunch(
    hour: int, minute: int, minutes: int, lunch: int
) -> None:
    start = datetime(2026, 11, 3, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))

    assert lunch_of(minutes, start) == lunch


def test_without_a_start_only_five_hours_and_more_have_a_lunch() -> None:
    assert [lunch_of(minutes, None) for minutes in (240, 299, 300, 480)] == [0, 0, 45, 45]


def test_lunch_is_near_noon_or_in_the_middle() -> None:
    nine = datetime(2026, 11, 3, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    hours = [60, 60, 60, 60, 60, 60]

    assert lunch_place(hours, [1, 2, 4, 5], nine) == 4
    assert lunch_place(hours, [1, 3, 5], nine) == 3
    assert lunch_place(hours, [1, 3, 5], None) == 3
    assert before_noon(nine, 150)
    assert not before_noon(nine, 151)
    assert not before_noon(None, 1)


@pytest.mark.parametrize(
    ("minutes", "opening", "carried", "buffer", "close"),
    [
        (5, 0, 0, 0, 1), (14, 0, 0, 0, 1), (15, 2, 2, 0, 2), (19, 2, 2, 0, 2), (20, 2, 2, 3, 3),
        (30, 2, 4, 3, 3), (45, 3, 4, 5, 3), (60, 3, 4, 6, 4), (90, 5, 4, 9, 5), (480, 5, 4, 48, 5),
    ],
)  # fmt: skip
def test_the_frame_grows_with_the_meeting(
    minutes: int, opening: int, carried: int, buffer: int, close: int
) -> None:
    assert (opening_of(minutes), buffer_of(minutes), close_of(minutes)) == (opening, buffer, close)
    assert carried_of(minutes, 4) == carried
    assert carried_of(minutes, 0) == 0


def test_what_needs_time_has_it() -> None:
    decide = question(Outcome.DECIDE)

    assert floor_of(decide) == 10
    assert floor_of(replace(decide, prework="Read the two options.")) == 5
    assert floor_of(question(Outcome.REPAIR)) == 15
    assert floor_of(question(Outcome.INFORM, minimum=1)) == 2
    assert floor_of(question(Outcome.DISCUSS, minimum=12)) == 12
    assert floor_of(replace(decide, minutes=3, locked=True)) == 3
