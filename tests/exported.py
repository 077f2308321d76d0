"""An agenda to export, and every form of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from coach.adapters.exports.exporter import AgendaExporter
from coach.domain.agenda import (
    Action,
    Agenda,
    Attendee,
    Item,
    LeftOut,
    Part,
    Repeat,
    Where,
)
from coach.domain.invitation import Invitation
from coach.domain.notes import Outcome
from coach.domain.stages import Side
from coach.ports import Export, Form
from tests.fakes import FakeClock

DATA = Path(__file__).parent / "data"
NAUGHTY: list[str] = json.loads(
    (DATA / "naughty_strings" / "blns.json").read_text(encoding="utf-8")
)
HOSTILE = [
    *NAUGHTY,
    *(
        line
        for file in sorted((DATA / "xss").glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ),
]
ODD = ("\x00\x0b\x1f\ufffe\ud800", "]]>&lt;<b>&", "🎉" * 500, "", "\u200f\u202e\u2067א")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
ANA = Attendee("Ana, PhD", Side.SALES, "AE lead", "ana@example.com")
MAX = Attendee("Max", Side.MARKETING, "demand generation", "max@example.com")
OLA = Attendee("Ola", Side.OTHER, "RevOps")
ACTIONS = (
    Action("1", "Send the list", "Max", Side.MARKETING, date(2026, 11, 10), date(2026, 10, 20), 2),
    Action("2", "Ring the ten", "Ana, PhD", Side.SALES),
)


def item(question: str, minutes: int = 10, owner: Attendee = MAX, **more: Any) -> Item:
    outcome = more.pop("outcome", Outcome.DISCUSS)
    return Item(question, outcome, owner.name, owner.side, minutes, **more)


def agenda(**changes: Any) -> Agenda:
    """Return forty-five minutes on a Tuesday in Berlin."""
    usual = Agenda(
        title="What counts as a qualified lead",
        outcome="Both sides have agreed on one definition.",
        minutes=45,
        people=(ANA, MAX, OLA),
        items=(
            item("Thank you, Ana, for the call notes.", 3, ANA, part=Part.OPENING),
            item("Which actions are still open?", 4, part=Part.CARRIED),
            item("What happens after hand-over?", 13, prework="Bring twenty leads."),
            item(
                "Which signs make a lead worth a call?",
                15,
                ANA,
                outcome=Outcome.DECIDE,
                prework="Send three signs.",
                done_when="Three signs are written down.",
            ),
            item("Spare time", 5, part=Part.BUFFER),
            item("Who does what by when?", 5, ANA, part=Part.CLOSE),
        ),
        start=datetime(2026, 11, 3, 10, 0, tzinfo=BERLIN),
        zone="Europe/Berlin",
        chair="Ana, PhD",
        note_taker="Max",
        left_out=(LeftOut(item("How do we report?"), Where.WRITTEN, "there is no room"),),
    )
    return replace(usual, **changes)


def weekly(start: datetime, repeat: Repeat = Repeat.WEEKLY) -> Agenda:
    """Return it as a series from `start` on, in the zone of `start`."""
    assert isinstance(start.tzinfo, ZoneInfo)
    return agenda(start=start, zone=start.tzinfo.key, repeat=repeat)


def full_of(text: str) -> Agenda:
    """Return an agenda that has `text` wherever a person can type."""
    person = Attendee(text, Side.SALES, text, text)
    one = item(text, 45, person, prework=text, done_when=text)
    left = (LeftOut(one, Where.NEXT, text),)
    return agenda(title=text, outcome=text, people=(person,), items=(one,), left_out=left)


def export(
    form: Form,
    what: Agenda | None = None,
    invitation: Invitation | None = None,
    actions: Sequence[Action] = (),
    now: datetime = NOW,
) -> Export:
    return AgendaExporter(FakeClock(now)).export(what or agenda(), form, invitation, actions)
