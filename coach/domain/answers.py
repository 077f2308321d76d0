"""Answers: what comes out of a question, sentence by sentence, checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from coach.domain.agenda import Agenda
from coach.domain.names import NameChoices
from coach.domain.notes import OWN
from coach.domain.passages import Hit
from coach.domain.stages import Side, Stage
from coach.domain.team_stage import TeamStage


class AnswerKind(StrEnum):
    """What kind of reply it is; `coach ask --json` prints it as `kind`."""

    ANSWER = "answer"
    CALCULATION = "calculation"
    STAGE = "stage"
    AGENDA = "agenda"
    CONFLICT = "conflict"
    HANDOVER = "handover"
    DECLINED = "declined"
    OFF_TOPIC = "off_topic"
    NOT_COVERED = "not_covered"
    UNCLEAR = "unclear"
    SMALL_TALK = "small_talk"
    ERROR = "error"


class Check(StrEnum):
    """Where a piece of an answer stands with the verifier."""

    CHECKING = "checking"
    KEPT = "kept"
    STRUCK = "struck"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the history: `role` is `user` or `assistant`."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asked, with what shapes the answer.

    `so_far` is the kept text of an interrupted answer that should go on. `names` is what the asker
    chose for the names of people that stand in it. `team` is the stage kept for their workspace.
    """

    text: str
    history: tuple[Message, ...] = ()
    stage: Stage | None = None
    side: Side | None = None
    so_far: str = ""
    names: NameChoices = field(default_factory=NameChoices)
    team: TeamStage | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or line) of an answer with its state; `text` keeps its trailing white space."""

    text: str
    check: Check
    reason: str = ""

    @property
    def standing(self) -> str:
        """What stands of it; a struck sentence still ends its line, so that lists stay lists."""
        if self.check is not Check.STRUCK:
            return self.text
        return self.text[len(self.text.rstrip("\n")) :]


def standing(segments: Iterable[Segment]) -> str:
    """Return what stands of the segments, as one text."""
    return "".join(segment.standing for segment in segments)


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as the reader saw it; `quote` stays even when the note changes later.

    `n` is the number in the text; `start`/`end` count characters in the note's file. What was kept
    of a meeting has no `note`, its day as `heading` and that meeting's id as `meeting`, which is
    empty where the meeting was deleted.
    """

    n: int
    note: str
    title: str
    heading: str
    quote: str
    file: str = ""
    start: int = 0
    end: int = 0
    meeting: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it was kept of a meeting, not read in the playbook."""
        return not self.note

    @property
    def label(self) -> str:
        """The title, with a word on whose note it is where it is a team's own."""
        return f"{self.title} (your team's own note)" if self.file.startswith(OWN) else self.title


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the endpoint counted them; `None` where it does not say."""

    prompt: int | None = None
    completion: int | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """How a draft ended: `reason` is stop | length | cut | cancelled | failed.

    `hidden` are the people whose names were replaced before the text left.
    """

    author: str  # "playbook" or "model"
    model: str | None = None
    reason: str = "stop"
    usage: Usage = field(default_factory=Usage)
    warning: str = ""
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A lost first sentence: what was struck and why, and the answer that stands without it."""

    sentence: str
    reason: str
    rest: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What an author writes from; `hits` are numbered from 1 in this order.

    `facts` come from calculations in code. With `repair` the author writes only one sentence, in
    the place of the one the verifier struck.
    """

    question: Question
    hits: tuple[Hit, ...]
    facts: tuple[str, ...] = ()
    language: str = "en"
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Seconds:
    """Times of one answer, in seconds since the question was taken."""

    retrieval: float = 0.0
    first_text: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished reply. `text` holds only what was kept or marked, with `[n]` marks.

    `agenda` is the one that `text` shows, where a meeting was asked for. `hidden` are the people
    whose names were replaced before the text went to a model.
    """

    kind: AnswerKind
    text: str
    segments: tuple[Segment, ...] = ()
    citations: tuple[Citation, ...] = ()
    mode: str = "playbook"
    model: str | None = None
    stage: Stage | None = None
    follow_ups: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    seconds: Seconds = field(default_factory=Seconds)
    usage: Usage = field(default_factory=Usage)
    ended: str = "stop"
    warnings: tuple[str, ...] = ()
    agenda: Agenda | None = None
    hidden: tuple[str, ...] = ()

    @property
    def by_code(self) -> bool:
        """Whether no author had a part in it: the same whoever writes the answers."""
        return self.agenda is not None or self.recalls

    @property
    def recalls(self) -> bool:
        """Whether it tells what was kept of the asker's meetings; that goes to no author."""
        return any(citation.is_kept for citation in self.citations)

    @property
    def ungrounded(self) -> tuple[Segment, ...]:
        """The sentences the verifier struck or marked, with their reasons."""
        return tuple(s for s in self.segments if s.check in (Check.STRUCK, Check.MARKED))
