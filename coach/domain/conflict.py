"""A quarrel as it was pasted, and what can be said of it fairly to both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coach.domain.answers import Citation
from coach.domain.notes import Friction
from coach.domain.stages import Side, Stage

LONGEST = 50_000  # characters of a pasted text
COLDEST, HOTTEST = 1, 9  # Glasl's stages of escalation


class Heard(StrEnum):
    """Whose voice is in a text."""

    SALES = "sales"
    MARKETING = "marketing"
    BOTH = "both"
    NOBODY = "nobody"  # it cannot be told whose


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the pasted text: `text` is exactly what stands from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """What one person said: one mail of a thread, one line of a log, or the whole text.

    `speaker` is the name or role as written, "" where none is; `side` is `None` where it cannot be
    told. `body` lies in the pasted text.
    """

    speaker: str
    side: Side | None
    body: Span


@dataclass(frozen=True, slots=True)
class Thread:
    """A pasted text, read: its messages in their order, and what was noticed while reading."""

    text: str
    messages: tuple[Message, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A recurring quarrel that a text looks like; `confidence` from 0 to 1, `cues` say why."""

    note: str
    confidence: float
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is told as a fact, in the text's own words."""

    quote: Span
    claim: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """What one side claims and the other would see differently, in the text's own words."""

    quote: Span
    claim: str
    said_by: Heard


@dataclass(frozen=True, slots=True)
class Missing:
    """What nobody said and both should know; `ask` is whom to ask it."""

    question: str
    ask: Side


@dataclass(frozen=True, slots=True)
class View:
    """One side in words it would accept; `is_guess` where it was not heard, then `ask` it."""

    view: str
    needs: str
    constraint: str
    is_guess: bool
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """The one thing to do this week, with an owner on each side."""

    what: str
    sales_owner: str
    marketing_owner: str
    by: date


@dataclass(frozen=True, slots=True)
class WayForward:
    """One way out and what it costs either side."""

    what: str
    cost_to_sales: str
    cost_to_marketing: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A draft somebody pasted, said so that it can be answered, and what was changed."""

    text: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """An opening line for each side, and a message to send: one fact, one impact, one ask."""

    sales: str
    marketing: str
    message: str
    rewrite: Rewrite | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a pasted quarrel comes to. The same for both sides who paste it; see `words`.

    `heat` is one of Glasl's nine stages, `None` where the text shows none; `help_by` says who
    should step in at that heat.
    """

    summary: str
    about: Friction
    heard: Heard
    patterns: tuple[Match, ...]
    said: tuple[Said, ...]
    disputed: tuple[Disputed, ...]
    missing: tuple[Missing, ...]
    sales: View
    marketing: View
    root_cause: str
    stage: Stage | None
    heat: int | None
    help_by: str
    options: tuple[WayForward, ...]
    step: Step
    words: Words
    meeting: str | None
    metric: str | None
    hand_over_when: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
