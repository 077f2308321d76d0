"""The notes as frozen values: what the coach knows, typed by kind.

A note's prose stands in named sections; what code reads (owners, minutes, formulas) stands in typed
fields. Files become these values in `coach/playbook/notes.py`, which also checks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.domain.formulas import Formula
from coach.domain.grounds import Ground
from coach.domain.stages import Stage

OWN = "your-notes/"  # how the name of a file begins that stands in a team's own folder


class Kind(StrEnum):
    """The kinds of note; each has its folder in `knowledge/` but the article."""

    ARTICLE = "article"
    STAGE = "stage"
    MOVE = "move"
    MEETING = "meeting"
    CONFLICT = "conflict"
    METRIC = "metric"
    PRACTICE = "practice"
    ADAPTATION = "adaptation"
    EVIDENCE = "evidence"
    TEMPLATE = "template"


class Strength(StrEnum):
    """How far a claim can be leaned on, strongest first."""

    EXPERIMENT = "experiment"
    SURVEY = "survey"
    QUALITATIVE = "qualitative"
    VENDOR = "vendor"
    PRACTICE = "practice"


class Direction(StrEnum):
    """What a move does to the stage."""

    UP = "up"
    STAY = "stay"
    BACK = "back"


class Outcome(StrEnum):
    """What a meeting item is for."""

    INFORM = "inform"
    DISCUSS = "discuss"
    DECIDE = "decide"
    REPAIR = "repair"


class Friction(StrEnum):
    """What a quarrel is about underneath."""

    MONEY = "money"
    PROCESS = "process"
    RESPECT = "respect"


class Credit(StrEnum):
    """Whether a number credits marketing: with what it began, with what it helped, or not."""

    SOURCED = "sourced"
    INFLUENCED = "influenced"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from; `label` is how a reader sees it, as in "Homburg 2008"."""

    key: str
    label: str
    title: str
    year: int | None
    strength: Strength
    where: str
    caveat: str


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a note and the text under it; offsets count characters in the file."""

    heading: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What every note has; `summary` is its answer in one sentence.

    `aliases` are other names of the thing; `asked` are situations as people tell them, which the
    search compares by meaning. `replaces`: it is a team's own and stands in place of a shipped one.
    """

    id: str
    kind: Kind
    title: str
    summary: str
    file: str
    stages: tuple[Stage, ...] = ()
    aliases: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    replaces: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it comes from a team's own folder."""
        return self.file.startswith(OWN)

    def section(self, heading: str) -> Section | None:
        """Return the section with that heading, or `None`."""
        return next((s for s in self.sections if s.heading == heading), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageNote(Note):
    """One of the four stages; `grid` says what each dimension looks like at it.

    `stay_needs_all`: one of its reasons to stay is not enough, none of them may be missing.
    """

    stage: Stage
    grid: tuple[tuple[str, str], ...]
    stay_if: tuple[Ground, ...] = ()
    move_if: tuple[Ground, ...] = ()
    stay_needs_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Note):
    """One step up, a reason to stay, or a way not to slip back.

    `helps` are the survey's dimensions that it serves, the one it is mostly for first; `metric` is
    the number to watch.
    """

    direction: Direction
    from_stage: Stage
    to_stage: Stage
    effort: str
    sales_owner: str
    marketing_owner: str
    meeting: str | None
    metric: str | None
    helps: tuple[str, ...]
    strength: Strength


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One question of a meeting: `ideal` and `minimum` in whole minutes."""

    question: str
    outcome: Outcome
    owner: str
    ideal: int
    minimum: int
    prework: str = ""
    done_when: str = ""
    presenter: str = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Note):
    """A meeting worth holding; items sum to `minutes` less opening, buffer and close."""

    purpose: str
    who: str
    cadence: str
    minutes: int
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One way out of a quarrel and its price for each side."""

    what: str
    cost_to_sales: str
    cost_to_marketing: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a side may well say in a quarrel, and a good answer of the other side to it."""

    says: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Note):
    """A recurring quarrel with both interests and the first move.

    `mirror` is the same quarrel with the sides swapped. `ask_sales` and `ask_marketing` are for the
    side that was not heard; the owners are the roles that take the next step. `replies_sales` is
    what sales may well say when marketing speaks up, mildest first, and the other way round.
    """

    signals: tuple[str, ...]
    meeting: str | None
    metric: str | None
    about: Friction
    mirror: str | None
    options: tuple[Option, ...]
    ask_sales: tuple[str, ...]
    ask_marketing: tuple[str, ...]
    sales_owner: str
    marketing_owner: str
    replies_sales: tuple[Exchange, ...] = ()
    replies_marketing: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Note):
    """A number both sides may watch; `counts` says whether it credits marketing."""

    formula: Formula
    unit: str
    owner: str
    counts: Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Note):
    """A finding with what it does not show."""

    sample: str
    year: int
    strength: Strength
    source: str


@dataclass(slots=True, kw_only=True)
class Playbook:
    """All notes and sources, and a fault for each note or link that was left out.

    The notes themselves never change, but a team adds its own while the coach runs: whoever holds
    the playbook sees what `renew` brought. Safe from many threads.
    """

    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    faults: tuple[str, ...] = ()

    def get(self, note_id: str) -> Note | None:
        """Return the note with that id, or `None`."""
        return next((n for n in self.notes if n.id == note_id), None)

    def renew(self, read: Playbook) -> None:
        """Hold what was read anew in the place of what is held."""
        self.notes, self.sources, self.faults = read.notes, read.sources, read.faults
