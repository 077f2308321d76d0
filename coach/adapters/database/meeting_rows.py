"""Rows read as meetings, series, decisions and actions, and these as what rows hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from coach.adapters.database.frozen_meetings import (
    agenda_from,
    all_from,
    freeze_agenda,
    freeze_all,
    in_zone,
)
from coach.domain.agenda import Action, Agenda, Attendee, Repeat
from coach.domain.meetings import (
    ActionRecord,
    ActionState,
    Decision,
    Meeting,
    MeetingState,
    Notes,
    Parked,
    Series,
)
from coach.domain.stages import Side


def series_values(series: Series) -> dict[str, Any]:
    """Return what a row of `series` holds, without whose it is."""
    return {
        "id": series.id,
        "title": series.title,
        "uid": series.uid,
        "purpose": series.purpose,
        "repeat": series.repeat.value,
        "people": freeze_all(series.people, Attendee),
        "zone": series.zone,
        "starts_at": series.start,
        "sequence": series.sequence,
        "cancelled": series.cancelled,
    }


def series_from(row: Row[Any]) -> Series:
    """Read a row of `series`."""
    return Series(
        id=row.id,
        title=row.title,
        uid=row.uid,
        purpose=row.purpose,
        repeat=Repeat(row.repeat),
        people=all_from(row.people, Attendee),
        zone=row.zone,
        start=in_zone(row.starts_at, row.zone),
        sequence=row.sequence,
        cancelled=row.cancelled,
    )


def meeting_values(meeting: Meeting) -> dict[str, Any]:
    """Return what a row of `meetings` holds, without whose it is."""
    return {
        "id": meeting.id,
        "series": meeting.series.id,
        "title": meeting.agenda.title,
        "agenda": freeze_agenda(meeting.agenda),
        "words": _words(meeting.agenda),
        "state": meeting.state.value,
        "starts_at": meeting.agenda.start,
        "occurs_at": meeting.occurrence,
        "sequence": meeting.sequence,
        "version": meeting.version,
        "held_at": meeting.held_at,
        "item": meeting.item,
        "item_since": meeting.item_since,
        "touched_at": meeting.touched_at,
        "notes": freeze_all(meeting.notes, Notes),
        "parked": freeze_all(meeting.parked, Parked),
    }


def meeting_from(
    row: Row[Any],
    series: Series,
    decisions: Sequence[Decision],
    actions: Sequence[ActionRecord],
) -> Meeting:
    """Read a row of `meetings` with what belongs to it."""
    return Meeting(
        id=row.id,
        series=series,
        agenda=agenda_from(row.agenda, row.title),
        owner=row.owner,
        state=MeetingState(row.state),
        sequence=row.sequence,
        version=row.version,
        occurrence=in_zone(row.occurs_at, series.zone),
        held_at=row.held_at,
        item=row.item,
        item_since=row.item_since,
        touched_at=row.touched_at,
        notes=all_from(row.notes, Notes),
        decisions=tuple(decisions),
        parked=all_from(row.parked, Parked),
        actions=tuple(actions),
    )


def decision_values(decision: Decision) -> dict[str, Any]:
    """Return what a row of `decisions` holds, without whose it is and its place."""
    return {
        "id": decision.id,
        "meeting": decision.meeting,
        "question": decision.question,
        "text": decision.text,
        "decided_on": decision.decided_on,
    }


def decision_from(row: Row[Any]) -> Decision:
    """Read a row of `decisions`."""
    return Decision(row.id, row.text, row.question, row.meeting, row.decided_on)


def action_values(record: ActionRecord) -> dict[str, Any]:
    """Return what a row of `actions` holds, without whose it is and its place."""
    return {
        "id": record.action.id,
        "series": record.series,
        "meeting": record.meeting,
        "text": record.action.text,
        "promised_by": record.action.owner,
        "side": record.action.side.value,
        "due": record.action.due,
        "since": record.action.since,
        "made_at": record.made_at,
        "state": record.state.value,
        "closed_by": record.closed_by,
        "closed_at": record.closed_at,
        "version": record.version,
    }


def action_from(row: Row[Any]) -> ActionRecord:
    """Read a row of `actions`; how often it was carried hangs on the series' meetings."""
    return ActionRecord(
        action=Action(row.id, row.text, row.promised_by, Side(row.side), row.due, row.since),
        series=row.series,
        made_at=row.made_at,
        meeting=row.meeting,
        state=ActionState(row.state),
        closed_by=row.closed_by,
        closed_at=row.closed_at,
        version=row.version,
    )


def _words(agenda: Agenda) -> str:
    questions = (item.question for item in agenda.items)
    names = (person.name for person in agenda.people)
    return "\n".join((agenda.title, agenda.outcome, *questions, *names))
