from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.adapters.database.frozen_meetings import (
    UNREADABLE,
    agenda_from,
    all_from,
    freeze_agenda,
    freeze_all,
    in_zone,
)
from coach.domain.agenda import LONGEST, SHORTEST, Agenda
from coach.domain.meetings import Notes
from tests.meeting_fakes import an_agenda

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"])


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    zone = draw(ZONES)
    moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
    start = in_zone(draw(st.none() | moments), zone)
    minutes = draw(st.integers(SHORTEST, LONGEST))
    return replace(draw(st.from_type(Agenda)), zone=zone, start=start, minutes=minutes)


UTC = ZoneInfo("UTC")
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(agendas())
@settings(max_examples=60, deadline=None)
def test_any_agenda_comes_back_equal_its_start_on_the_clocks_of_its_zone(agenda: Agenda) -> None:
    back = agenda_from(freeze_agenda(agenda), agenda.title)

    assert back == agenda
    assert (back.start and back.start.utcoffset()) == (agenda.start and agenda.start.utcoffset())
    assert back.end == agenda.end


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_comes_back_as_the_same_one(fold: int) -> None:
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold)
    back = agenda_from(freeze_agenda(an_agenda(start=start)), "")

    assert back.start is not None
    assert (back.start.fold, back.start.utcoffset()) == (fold, start.utcoffset())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"title": 1}', "null"])
def test_what_cannot_be_read_is_an_agenda_that_says_so(text: str) -> None:
    assert agenda_from(text, "Weekly").warnings == (UNREADABLE,)
    assert all_from(text, Notes) == ()


def test_a_zone_that_this_system_lacks_loses_no_moment() -> None:
    start = datetime(2026, 11, 24, 10, tzinfo=UTC)

    assert in_zone(start, "Mars/Olympus") == in_zone(start, "") == start


@given(st.lists(st.from_type(Notes), max_size=4))
@settings(max_examples=30, deadline=None)
def test_any_notes_come_back_equal(notes: list[Notes]) -> None:
    assert all_from(freeze_all(tuple(notes), Notes), Notes) == tuple(notes)
