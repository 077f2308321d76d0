"""Agendas as a person might ask for them, cheap to draw: any length, questions, start, people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from coach.domain.agenda import LONGEST, SHORTEST, Action, Agenda, Attendee, Item
from coach.domain.notes import Outcome
from coach.domain.stages import Side

ANA = Attendee("Ana", Side.SALES, "head of sales")
BEN = Attendee("Ben", Side.MARKETING, "demand lead")
OPS = Attendee("سارة, RevOps 🙂", Side.OTHER, "revenue operations")
PEOPLE = ((), (ANA,), (ANA, BEN), (BEN, OPS), (ANA, BEN, OPS))
LENGTHS = st.integers(SHORTEST, LONGEST)
OPEN = Action("1", "Send the ten leads", "Ana", Side.SALES)

_NEEDS = (
    (2, 5),
    (2, 10),
    (3, 60),
    (5, 12),
    (8, 8),
    (10, 15),
    (15, 20),
    (20, 45),
    (30, 30),
    (60, 20),
)
_FREE = [
    Item("", outcome, owner.name, owner.side, 0, least, ideal, prework, weight=weight, one_side=one)
    for outcome, (least, ideal), owner, prework, weight, one in product(
        Outcome, _NEEDS, (ANA, BEN, OPS), ("", "Read the options."), (0.5, 1.0, 5.0), (False, True)
    )
]
_FIXED = [
    replace(item, minutes=minutes, locked=True)
    for item, minutes in product(_FREE[::7], (1, 4, 12, 25, 60))
]
QUESTIONS = (*_FREE, *_FIXED)


def _around(zone: str, *changes: datetime) -> list[datetime]:
    """Return starts from nine hours before the clocks change to three after, both folds."""
    quarters = [timedelta(minutes=15 * number) for number in range(-36, 12)]
    begins = [
        (change.replace(tzinfo=UTC) + quarter).astimezone(ZoneInfo(zone))
        for change, quarter in product(changes, quarters)
    ]
    return begins


_DAYS = [
    datetime(2026, 11, 3, hour, minute, tzinfo=ZoneInfo(zone))
    for zone, hour, minute in product(("UTC", "Asia/Kathmandu"), range(24), (0, 20, 45))
]
_CHANGES = [
    *_around("Europe/Berlin", datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1)),
    *_around("America/New_York", datetime(2026, 3, 8, 7), datetime(2026, 11, 1, 6)),
    *_around("Australia/Lord_Howe", datetime(2026, 4, 4, 15), datetime(2026, 10, 3, 15, 30)),
    *_around("Pacific/Apia", datetime(2011, 12, 30, 10)),
    datetime(2026, 3, 29, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")),
]
STARTS = (*_DAYS, *_CHANGES)


def question(outcome: Outcome, minimum: int = 2, ideal: int = 10, weight: float = 1.0) -> Item:
    """Return a question of Ana's."""
    return Item("", outcome, ANA.name, ANA.side, 0, minimum, ideal, weight=weight)


def asked(
    minutes: int,
    questions: list[Item],
    start: datetime | None = None,
    open_actions: int = 0,
    people: tuple[Attendee, ...] = (ANA, BEN),
) -> Agenda:
    """Return an agenda before its minutes are shared out; each question has its own words."""
    named = (replace(q, question=f"{n}: what do we do?") for n, q in enumerate(questions))
    chair = people[0].name if people else ""
    return Agenda(
        title="What is a qualified lead?",
        outcome="One definition in writing.",
        minutes=minutes,
        people=people,
        items=tuple(named),
        start=start,
        chair=chair,
        note_taker=people[-1].name if people else "",
        actions=(OPEN,) * open_actions,
    )


def _drawn(minutes: int, numbers: bytes) -> Agenda:
    """Make an agenda of plain bytes: drawn at once, they cost a third of drawing its parts."""
    when, around, who, actions, *which = numbers
    start = STARTS[(256 * around + when) % len(STARTS)] if around % 8 else None
    pairs = zip(which[::2], which[1::2], strict=False)
    questions = [QUESTIONS[(256 * one + two) % len(QUESTIONS)] for one, two in pairs]
    return asked(minutes, questions, start, actions % 7, PEOPLE[who % len(PEOPLE)])


AGENDAS = st.builds(_drawn, LENGTHS, st.binary(min_size=6, max_size=20))
