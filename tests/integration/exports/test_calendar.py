"""Calendar files, read again by a parser of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from coach.adapters.exports.plain import tidy
from coach.domain.agenda import Agenda, Attendee, Repeat
from coach.domain.invitation import Invitation
from coach.domain.stages import Side
from coach.errors import QuestionError
from coach.ports import Form
from tests.exported import ANA, BERLIN, HOSTILE, NOW, OLA, agenda, export, full_of, weekly

NEW_YORK = ZoneInfo("America/New_York")
SERIES = Invitation(uid="series-1", sequence=3)


def calendar(what: Agenda | None = None, invitation: Invitation | None = SERIES) -> Any:
    return vobject.readOne(export(Form.CALENDAR, what, invitation).data.decode())


def days(what: Agenda, invitation: Invitation = SERIES, count: int = 40) -> list[datetime]:
    """Return the first dates of a series as the other parser reckons them."""
    event = calendar(what, invitation).vevent
    found = []
    for when in event.getrruleset(addRDate=True):
        found.append(when)
        if len(found) == count:
            break
    return found


def test_an_invitation_holds_the_meeting() -> None:
    file = calendar()
    event = file.vevent

    assert file.method.value == "REQUEST"
    assert event.summary.value == "What counts as a qualified lead"
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)
    assert event.dtstamp.value == NOW
    assert (event.uid.value, event.sequence.value) == ("series-1", "3")
    assert "10:20  Which signs make a lead worth a call?" in event.description.value
    assert not hasattr(event, "rrule")


def test_who_has_an_address_is_invited_and_the_others_are_named() -> None:
    file = export(Form.CALENDAR, None, SERIES)
    event = calendar().vevent

    invited = {(one.value, one.params["CN"][0]) for one in event.attendee_list}
    assert invited == {
        ("mailto:ana@example.com", "Ana, PhD"),
        ("mailto:max@example.com", "Max"),
    }
    assert event.organizer.value == "mailto:ana@example.com"
    assert "Max (marketing); Ola" in event.description.value
    assert file.warnings == ("No usable e-mail address, so named in the description only: Ola.",)


def test_the_organiser_is_who_was_chosen_and_else_the_chair() -> None:
    chosen = calendar(agenda(organiser="Max")).vevent
    without_address = calendar(agenda(organiser="Ola")).vevent

    assert chosen.organizer.value == "mailto:max@example.com"
    assert chosen.organizer.params["CN"] == ["Max"]
    assert without_address.organizer.value == "mailto:ana@example.com"


def test_without_an_organiser_nobody_is_invited_and_that_is_said() -> None:
    what = agenda(people=(ANA, OLA), chair="Ola")
    file = calendar(what)

    assert file.method.value == "PUBLISH"
    assert not hasattr(file.vevent, "attendee")
    assert "organiser" in export(Form.CALENDAR, what).warnings[0]


def test_what_is_prepared_is_called_to_mind_a_day_before() -> None:
    alarm = calendar().vevent.valarm

    assert alarm.trigger.value == timedelta(days=-1)
    assert "Max: Bring twenty leads." in alarm.description.value


@pytest.mark.parametrize(
    ("what", "invitation"),
    [
        (agenda(), Invitation(uid="a", alarm=None)),
        (agenda(), Invitation(uid="a", cancelled=True)),
        (agenda(items=()), SERIES),
    ],
)
def test_no_alarm_where_nothing_has_to_be_prepared(what: Agenda, invitation: Invitation) -> None:
    assert not hasattr(calendar(what, invitation).vevent, "valarm")


@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 10, 6, 10, 0, tzinfo=BERLIN),
        datetime(2026, 3, 3, 16, 30, tzinfo=BERLIN),
        datetime(2026, 10, 20, 9, 0, tzinfo=NEW_YORK),
        datetime(2026, 2, 24, 9, 0, tzinfo=NEW_YORK),
        datetime(2026, 9, 1, 8, 0, tzinfo=ZoneInfo("Australia/Lord_Howe")),
        datetime(2026, 9, 1, 8, 0, tzinfo=ZoneInfo("Africa/Casablanca")),
    ],
)
def test_a_series_keeps_its_time_of_day_where_the_clocks_change(start: datetime) -> None:
    found = days(weekly(start))
    wanted = [
        (start.replace(tzinfo=None) + timedelta(weeks=n)).replace(tzinfo=start.tzinfo)
        for n in range(40)
    ]
    file_zone = calendar(weekly(start)).vevent.dtstart.value.tzinfo
    offsets = {when.utcoffset() for when in wanted}

    assert [when.replace(tzinfo=None) for when in found] == [
        when.replace(tzinfo=None) for when in wanted
    ]
    assert [when.replace(tzinfo=file_zone).utcoffset() for when in found] == [
        when.utcoffset() for when in wanted
    ]
    assert len(offsets) == 2


@pytest.mark.parametrize(
    ("repeat", "wanted"),
    [
        (Repeat.FORTNIGHTLY, [date(2026, 10, 6), date(2026, 10, 20), date(2026, 11, 3)]),
        (Repeat.MONTHLY, [date(2026, 10, 6), date(2026, 11, 3), date(2026, 12, 1)]),
    ],
)
def test_a_series_comes_as_often_as_it_says(repeat: Repeat, wanted: list[date]) -> None:
    found = days(weekly(datetime(2026, 10, 6, 10, 0, tzinfo=BERLIN), repeat), count=3)

    assert [when.date() for when in found] == wanted


def test_a_fifth_friday_is_the_last_one_of_every_month() -> None:
    found = days(weekly(datetime(2026, 10, 30, 10, 0, tzinfo=BERLIN), Repeat.MONTHLY), count=3)

    assert [when.day for when in found] == [30, 27, 25]


def test_a_series_ends_after_its_count_or_on_its_last_day() -> None:
    what = weekly(datetime(2026, 10, 6, 10, 0, tzinfo=BERLIN))

    assert len(days(what, Invitation(uid="a", count=8))) == 8
    last = days(what, Invitation(uid="a", until=date(2026, 11, 10)))[-1]
    assert last.date() == date(2026, 11, 10)


def test_cancelling_names_the_same_meeting() -> None:
    file = calendar(agenda(), Invitation(uid="series-1", sequence=4, cancelled=True))

    assert (file.method.value, file.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert (file.vevent.uid.value, file.vevent.sequence.value) == ("series-1", "4")


def test_one_changed_date_names_which_it_was() -> None:
    what = weekly(datetime(2026, 11, 4, 15, 0, tzinfo=BERLIN))
    original = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    event = calendar(what, Invitation(uid="series-1", sequence=5, original=original)).vevent

    assert event.recurrence_id.value.replace(tzinfo=None) == datetime(2026, 11, 3, 10, 0)
    assert event.dtstart.value.replace(tzinfo=None) == datetime(2026, 11, 4, 15, 0)
    assert not hasattr(event, "rrule")


def test_one_date_is_cancelled_by_itself() -> None:
    what = weekly(datetime(2026, 11, 3, 10, 0, tzinfo=BERLIN))
    invitation = Invitation(uid="series-1", sequence=6, cancelled=True, original=what.start)
    file = calendar(what, invitation)

    assert (file.method.value, file.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert file.vevent.recurrence_id.value == file.vevent.dtstart.value
    assert not hasattr(file.vevent, "rrule")


def test_a_meeting_in_utc_needs_no_zone() -> None:
    file = calendar(agenda(start=datetime(2026, 11, 3, 10, 0, tzinfo=UTC), zone="UTC"))

    assert not hasattr(file, "vtimezone")
    assert file.vevent.dtstart.value == datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


def test_the_second_of_two_equal_times_on_the_clock_is_kept() -> None:
    start = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN)
    event = calendar(agenda(start=start)).vevent

    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)


def test_the_identifier_without_an_invitation_stays_the_same() -> None:
    first, again, other = (
        calendar(what, None).vevent.uid.value
        for what in (agenda(), agenda(minutes=60), agenda(title="Another"))
    )

    assert first == again != other


def test_a_calendar_file_needs_a_date() -> None:
    with pytest.raises(QuestionError, match="needs a date"):
        export(Form.CALENDAR, agenda(start=None))


def test_lines_are_short_enough_for_every_program() -> None:
    data = export(Form.CALENDAR, full_of("王🎉 א, b; c\\" * 40)).data

    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_no_text_breaks_the_file() -> None:
    for text in HOSTILE:
        event = calendar(replace(full_of(text), zone="UTC")).vevent

        assert event.summary.value == (tidy(text) or "Meeting"), text
        assert event.uid.value == "series-1", text


@pytest.mark.parametrize(
    "email", ["", "no", "a b@example.com", "x@y\r\nATTENDEE:mailto:z@y", "<a@b>"]
)
def test_what_is_no_address_invites_nobody(email: str) -> None:
    people = (ANA, Attendee('Z "quoted" \r\nX:1', Side.SALES, "", email))
    event = calendar(agenda(people=people)).vevent

    assert [one.value for one in event.attendee_list] == ["mailto:ana@example.com"]
