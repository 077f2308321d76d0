"""What can be said of a meeting besides its purpose: length, people, time, how often, problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import available_timezones

import streamlit as st

from coach.domain.agenda import Attendee, Repeat
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import TeamStage
from coach.errors import MeetingError
from coach.services.agendas import reading
from coach.ui import components, words
from coach.ui.agendas import saying

if TYPE_CHECKING:
    from coach.bootstrap import Services

MOST = 60  # people of one meeting
_ROWS, _FIRST = "agenda-people-rows", 3
_MINUTES, _STAGE, _DAY, _TIME = "agenda-minutes", "agenda-stage", "agenda-day", "agenda-time"
_ZONE, _REPEAT, _PROBLEMS = "agenda-zone", "agenda-repeat", "agenda-problems"
Label = Literal["visible", "collapsed"]
SIDES = {
    side: f"{words.SHAPES[side][1]} {side.capitalize()}"
    for side in (Side.SALES, Side.MARKETING, Side.OTHER)
}


def draw(team: TeamStage | None) -> None:
    """Draw the details inside a form, folded; all of them may stay empty.

    The stage then is that of the `team`, where one is known.
    """
    usual = words.of_the_team(team) if team is not None else "Any"
    with st.expander("Details: how long, who, when", key="agenda-details"):
        st.caption("All optional. What stands here goes before what the line above says.")
        first, second = st.columns(2)
        with first:
            st.text_input(
                "How long", key=_MINUTES, placeholder="45, 1h30, half a day",
                max_chars=60, persist_state="session",
            )  # fmt: skip
        with second:
            st.selectbox(
                "Stage of the two teams", list(Stage), None, key=_STAGE, placeholder=usual,
                format_func=words.STAGES.__getitem__, persist_state="session",
            )  # fmt: skip
        _who()
        _when()
        st.text_area(
            "Known problems, one a line", key=_PROBLEMS, max_chars=4000, height=100,
            placeholder="Demo requests wait for two days", persist_state="session",
        )  # fmt: skip


def read(services: Services, text: str) -> MeetingBrief:
    """Return what the line says of a meeting.

    Raises:
        MeetingError: it says something that no meeting can have.
    """
    now = services.coaching.clock.now()
    return reading.read_brief(text, now, _value(_ZONE) or zone_name())


def completed(said: MeetingBrief, now: datetime, team: TeamStage | None) -> MeetingBrief:
    """Return the brief with what stands in the details in the place of what the line says.

    Where neither names a stage, it is that of the `team`.

    Raises:
        MeetingError: a detail makes no sense; it says which.
    """
    zone = _value(_ZONE) or said.zone
    at = _value(_TIME)
    # A time alone is for the day that the line names.
    start = start_of(_value(_DAY) or (said.day if at else None), at, zone, now)
    repeat = _value(_REPEAT)
    problems = tuple(" ".join(line.split()) for line in (_value(_PROBLEMS) or "").splitlines())
    return replace(
        said,
        minutes=_minutes(_value(_MINUTES) or "") or said.minutes,
        stage=_value(_STAGE) or said.stage or (team.stage if team is not None else None),
        people=people() or said.people,
        start=start or said.start,
        zone=zone,
        repeat=Repeat(repeat) if repeat else said.repeat,
        problems=tuple(filter(None, problems)) or said.problems,
    )


def people() -> tuple[Attendee, ...]:
    """Return who was named in the rows; a row with a role alone stands for whoever has it."""
    rows = (_person(row) for row in range(_rows()))
    return tuple(person for person in rows if person is not None)


def start_of(day: date | None, at: time | None, zone: str, now: datetime) -> datetime | None:
    """Return when it begins, `None` where nothing was said.

    Raises:
        MeetingError: half of it is missing, it is past, or the clocks skip that time.
    """
    if day is None and at is None:
        return None
    if day is None or at is None:
        missing = "day" if day is None else "time"
        raise MeetingError(f"The {missing} is missing.", "Give day and time, or neither.")
    return reading.start_of(datetime.combine(day, at).isoformat(), zone, now).when


def zone_name() -> str:
    """Return the name of the reader's own time zone."""
    return str(components.zone())


@cache
def zones() -> Sequence[str]:
    """Return the names of all time zones, those of places first."""
    known = available_timezones()
    return sorted(known, key=lambda name: ("/" not in name, name))


def _who() -> None:
    for row in range(_rows()):
        shown: Label = "visible" if row == 0 else "collapsed"
        name, side, role = st.columns([4, 3, 4])
        name.text_input(
            f"Name of person {row + 1}" if row else "Who", key=_key("name", row), max_chars=500,
            placeholder="Name", label_visibility=shown, persist_state="session",
        )  # fmt: skip
        side.selectbox(
            f"Side of person {row + 1}" if row else "Side", list(SIDES), None,
            key=_key("side", row), placeholder="Side", label_visibility=shown,
            format_func=SIDES.__getitem__, persist_state="session",
        )  # fmt: skip
        role.text_input(
            f"Role of person {row + 1}" if row else "Role", key=_key("role", row), max_chars=200,
            placeholder="Role", label_visibility=shown, persist_state="session",
        )  # fmt: skip
    if _rows() < MOST:
        st.form_submit_button("More people", icon=":material/add:", on_click=_more, type="tertiary")


def _when() -> None:
    day, at, often = st.columns(3)
    day.date_input("Day", None, key=_DAY, persist_state="session")
    at.time_input("Begins at", None, key=_TIME, persist_state="session")
    often.selectbox(
        "How often", list(Repeat), None, key=_REPEAT, placeholder="Once",
        format_func=saying.REPEATS.__getitem__, persist_state="session",
    )  # fmt: skip
    st.selectbox(
        "Time zone", zones(), None, key=_ZONE, placeholder=f"{zone_name()} (yours)",
        persist_state="session",
    )  # fmt: skip


def _person(row: int) -> Attendee | None:
    name, role = (" ".join((_value(_key(f, row)) or "").split()) for f in ("name", "role"))
    if not name and not role:
        return None
    side = _value(_key("side", row)) or reading.side_of(role or name)
    return Attendee(name or role, Side(side), role)


def _minutes(text: str) -> int | None:
    return reading.minutes_of(text) if text.strip() else None


def _rows() -> int:
    return int(st.session_state.get(_ROWS, _FIRST))


def _more() -> None:
    st.session_state[_ROWS] = min(MOST, 2 * _rows())


def _key(field: str, row: int) -> str:
    return f"agenda-{field}-{row}"


def _value(key: str) -> Any:
    return st.session_state.get(key)
