"""Quarrels as threads, and what reads them, for tests without files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coach.domain.conflict import Match, Message, Span, Thread
from coach.domain.notes import Conflict, Playbook
from coach.domain.stages import Side
from coach.playbook.chunking import passages_of
from coach.services.boundaries import Boundary
from coach.services.conflicts.mediating import Mediating
from tests.small_playbook import CONFLICT, sections

TODAY = date(2026, 11, 26)  # a Thursday
NEEDS = (
    "Selling hours for people who buy. A rep who rings five students stops ringing the sixth. "
    "Sales needs a way to say no."
)
QUARREL = replace(
    CONFLICT,
    sections=(
        *sections(What_sales_needs=NEEDS),
        *(s for s in CONFLICT.sections if s.heading != "What sales needs"),
    ),
)
OTHER = replace(QUARREL, id="slow-answers", title="Slow answers", meeting=None, metric=None)


def thread(*said: tuple[Side | None, str]) -> Thread:
    """Make a thread; each message stands on a line of its own."""
    text, messages = "", []
    for side, words in said:
        messages.append(Message("", side, Span(len(text), len(text) + len(words), words)))
        text += f"{words}\n"
    return Thread(text, tuple(messages))


SALES = (Side.SALES, "The leads you sent on Monday are junk. 12 of 20 were students.")
MARKETING = (Side.MARKETING, "You never call them. We handed over 40 leads in May.")
BOTH = thread(SALES, MARKETING)


@dataclass
class FakeIndex:
    """Gives the passages of the notes it was made with."""

    notes: tuple[Conflict, ...]

    def passages(self, note: str) -> Any:
        return [p for n in self.notes if n.id == note for p in passages_of(n, "")]


@dataclass
class FakeMatching:
    """Finds what it was told to find, in whatever it is given."""

    matches: tuple[Match, ...]
    seen: list[Thread] = field(default_factory=list)

    def of(self, told: Thread) -> tuple[Match, ...]:
        self.seen.append(told)
        return self.matches


@dataclass
class FakeBoundaries:
    """Stops at nothing, or at everything."""

    boundary: Boundary | None = None

    def anywhere(self, *_: object) -> Boundary | None:
        return self.boundary


class FakeLanguages:
    def __init__(self, language: str = "en") -> None:
        self.language = language

    def detect(self, _text: str) -> str:
        return self.language


def mediating(*matches: Match, boundary: Boundary | None = None, language: str = "en") -> Mediating:
    """Make what answers quarrels, over two notes."""
    notes = (QUARREL, OTHER)
    parts: dict[str, Any] = {
        "index": FakeIndex(notes),
        "matching": FakeMatching(matches),
        "boundaries": FakeBoundaries(boundary),
        "languages": FakeLanguages(language),
    }
    return Mediating(playbook=Playbook(notes=notes, sources=()), **parts)
