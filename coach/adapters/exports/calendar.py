"""An agenda as a calendar file (RFC 5545): an invitation, its update or its cancelling."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vRecur

from coach.adapters.exports.email import body
from coach.adapters.exports.plain import tidy
from coach.adapters.exports.sheet import Sheet, localised
from coach.adapters.exports.zone_rules import DAYS, timezone
from coach.domain.agenda import Agenda, Attendee, Repeat
from coach.domain.invitation import Invitation
from coach.errors import QuestionError

ADDRESS = re.compile(r"[^\s@<>\"',;:\\]+@[^\s@<>\"',;:\\]+")
FIFTH = 5  # a fifth Tuesday is the last one of its month; not every month has five


def calendar(
    agenda: Agenda, sheet: Sheet, invitation: Invitation | None, now: datetime
) -> tuple[bytes, tuple[str, ...]]:
    """Return the file and who could not be invited in it.

    Raises:
        QuestionError: no date is set.
    """
    agenda = localised(agenda)
    if agenda.start is None or agenda.end is None:
        reason = "A calendar file needs a date and a time to start."
        raise QuestionError(reason, "Set when the meeting starts, then export it again.")
    invitation = invitation or Invitation(uid=_uid(agenda))
    organizer = _organizer(agenda)
    file = Calendar()
    file.add("prodid", "-//Accord//Agenda//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", _method(invitation, organizer is not None))
    if agenda.zone != "UTC":
        file.add_component(timezone(agenda.zone, agenda.start))
    event = _event(agenda, sheet, invitation, now)
    if organizer is not None:
        event.add("organizer", organizer)
        for person in _invited(agenda):
            event.add("attendee", _attendee(person))
    file.add_component(event)
    return file.to_ical(), _warnings(agenda, organizer is not None)


def _event(agenda: Agenda, sheet: Sheet, invitation: Invitation, now: datetime) -> Event:
    event = Event()
    event.add("uid", tidy(invitation.uid))
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", sheet.title)
    event.add("description", body(sheet))
    event.add("dtstart", _moment(agenda.start, agenda))
    event.add("dtend", _moment(agenda.end, agenda))
    event.add("status", "CANCELLED" if invitation.cancelled else "CONFIRMED")
    if invitation.original is not None:
        original = invitation.original.astimezone(ZoneInfo(agenda.zone))
        event.add("recurrence-id", _moment(original, agenda))
    elif agenda.repeat is not Repeat.ONCE:
        event.add("rrule", _rule(agenda, invitation))
    if sheet.tasks and invitation.alarm is not None and not invitation.cancelled:
        event.add_component(_alarm(sheet, invitation.alarm))
    return event


def _moment(value: datetime | None, agenda: Agenda) -> datetime | None:
    """Return it for a file: the later of two equal wall-clock times can only be told in UTC."""
    if value is None or agenda.zone == "UTC":
        return value and value.astimezone(UTC)
    once = agenda.repeat is Repeat.ONCE
    return value.astimezone(UTC) if value.fold and once else value


def _rule(agenda: Agenda, invitation: Invitation) -> vRecur:
    """Return how it repeats; monthly is the same weekday of the month, as in *first Tuesday*."""
    assert agenda.start is not None
    rules: dict[Repeat, dict[str, object]] = {
        Repeat.WEEKLY: {"FREQ": "WEEKLY"},
        Repeat.FORTNIGHTLY: {"FREQ": "WEEKLY", "INTERVAL": 2},
        Repeat.MONTHLY: {"FREQ": "MONTHLY", "BYDAY": _place(agenda.start)},
    }
    rule = rules[agenda.repeat]
    if invitation.count is not None:
        rule["COUNT"] = invitation.count
    elif invitation.until is not None:
        last = datetime.combine(invitation.until, time(23, 59, 59), ZoneInfo(agenda.zone))
        rule["UNTIL"] = last.astimezone(UTC)
    return vRecur(rule)


def _place(start: datetime) -> str:
    nth = (start.day - 1) // 7 + 1
    return f"{-1 if nth == FIFTH else nth}{DAYS[start.weekday()]}"


def _alarm(sheet: Sheet, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    tasks = "; ".join(f"{task.owner}: {task.text}" for task in sheet.tasks)
    alarm.add("description", f"To prepare for “{sheet.title}”. {tasks}")
    return alarm


def _method(invitation: Invitation, invites: bool) -> str:
    """Return what the file does; without anybody to answer to it can only be published."""
    if invitation.cancelled:
        return "CANCEL"
    return "REQUEST" if invites else "PUBLISH"


def _organizer(agenda: Agenda) -> vCalAddress | None:
    """Return who invites: who was chosen for it, else the chair, where an address is known."""
    for name in (agenda.organiser, agenda.chair):
        for person in agenda.people:
            if name and person.name == name and ADDRESS.fullmatch(tidy(person.email)):
                return _address(person.name, tidy(person.email))
    return None


def _attendee(person: Attendee) -> vCalAddress:
    address = _address(person.name, tidy(person.email))
    address.params["ROLE"] = "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = "NEEDS-ACTION"
    address.params["RSVP"] = "TRUE"
    return address


def _address(name: str, address: str) -> vCalAddress:
    value = vCalAddress(f"mailto:{address}")
    shown = tidy(name).replace('"', "'")  # a parameter cannot hold the double quote
    if shown:
        value.params["CN"] = shown
    return value


def _invited(agenda: Agenda) -> list[Attendee]:
    """Return those with an address, each address once."""
    people: dict[str, Attendee] = {}
    for person in agenda.people:
        if ADDRESS.fullmatch(tidy(person.email)):
            people.setdefault(tidy(person.email).lower(), person)
    return list(people.values())


def _warnings(agenda: Agenda, invites: bool) -> tuple[str, ...]:
    if not invites:
        reason = "Nobody is named as the organiser with an e-mail address"
        return (f"{reason}: the file has no invited people, its description names them.",)
    names = [
        tidy(person.name) for person in agenda.people if not ADDRESS.fullmatch(tidy(person.email))
    ]
    if not names:
        return ()
    return (f"No usable e-mail address, so named in the description only: {', '.join(names)}.",)


def _uid(agenda: Agenda) -> str:
    """Return the same identifier for the same title and start."""
    assert agenda.start is not None
    seed = f"{tidy(agenda.title)}\n{agenda.start.astimezone(UTC).isoformat()}"
    return hashlib.sha256(seed.encode()).hexdigest()[:32] + "@accord"
