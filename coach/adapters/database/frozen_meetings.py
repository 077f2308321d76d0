"""Agendas and what was written to them as JSON text, and back to equal ones."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import TypeAdapter, ValidationError

from coach.domain.agenda import Agenda, Attendee
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.meetings import Notes, Parked

T = TypeVar("T", Attendee, Notes, Parked)

UNREADABLE = "This agenda was written by another version of the coach and cannot be shown."


def freeze_agenda(agenda: Agenda) -> str:
    """Return an agenda as JSON; letters stay letters, so that a search of the bytes finds them."""
    return _text(_agendas().dump_python(agenda, mode="json"))


def agenda_from(text: str, title: str) -> Agenda:
    """Restore an agenda, its start in its zone.

    One of a shape this version cannot read comes without items, and says so; it stays stored.
    """
    try:
        agenda = _agendas().validate_json(text)
    except ValidationError:
        return Agenda(
            title=title, outcome="", minutes=0, people=(), items=(), warnings=(UNREADABLE,)
        )
    return replace(agenda, start=in_zone(agenda.start, agenda.zone))


def freeze_brief(brief: MeetingBrief | None) -> str:
    """Return what was asked for as JSON, "" where nothing was."""
    return "" if brief is None else _text(_briefs().dump_python(brief, mode="json"))


def brief_from(text: str) -> MeetingBrief | None:
    """Restore what was asked for; `None` where there is nothing that this version can read."""
    try:
        brief = _briefs().validate_json(text) if text else None
    except ValidationError:
        return None
    return brief and replace(brief, start=in_zone(brief.start, brief.zone))


def in_zone(moment: datetime | None, zone: str) -> datetime | None:
    """Return a moment on the clocks of a zone; on those it has where this system lacks the zone."""
    try:
        return None if moment is None else moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return moment


def freeze_all(values: tuple[T, ...], kind: type[T]) -> str:
    """Return values of one kind as JSON."""
    return _text(_lists(kind).dump_python(values, mode="json"))


def all_from(text: str, kind: type[T]) -> tuple[T, ...]:
    """Restore values of one kind; empty where this version cannot read them."""
    try:
        values: tuple[T, ...] = _lists(kind).validate_json(text)
    except ValidationError:
        return ()
    return values


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


@cache
def _agendas() -> TypeAdapter[Agenda]:
    return TypeAdapter(Agenda)


@cache
def _briefs() -> TypeAdapter[MeetingBrief]:
    return TypeAdapter(MeetingBrief)


def _lists(kind: Any) -> TypeAdapter[Any]:
    return _adapter(tuple[kind, ...])


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
