"""A brief as it is read on one Thursday in Berlin."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.reading import read_brief

HERE = "Europe/Berlin"
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo(HERE))  # a Thursday


def read(text: str) -> MeetingBrief:
    """Return what the brief says."""
    return read_brief(text, NOW, HERE)


def start(text: str) -> datetime | None:
    """Return when it is to begin, on the clocks there."""
    when = read(text).start
    return when and when.replace(tzinfo=None)
