"""Conversations and turns as they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.domain.answers import Answer, Segment
from coach.domain.stages import Side, Stage


class Role(StrEnum):
    """What a person may do in a workspace."""

    MEMBER = "member"
    MANAGER = "manager"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Person:
    """Who is asking; on one machine there is one owner."""

    id: str
    workspace: str
    role: Role = Role.OWNER


class TurnState(StrEnum):
    """Where a turn stands. `interrupted`: its lease ran out; one click goes on."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self not in (TurnState.QUEUED, TurnState.RUNNING)


class Verdict(StrEnum):
    """What a person thought of an answer. `bad`: a thumb down whose reason was not chosen (yet)."""

    GOOD = "good"
    BAD = "bad"
    NOT_ANSWERED = "not_answered"
    ANSWER_WRONG = "answer_wrong"
    SOURCE_WRONG = "source_wrong"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb, its reason where one was chosen, and a line of text where the person added one."""

    verdict: Verdict
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer, however far it got.

    `text` grows while the turn runs; `segments` and `answer` come with the end. A turn that was
    edited or regenerated stays in the records with `superseded` true.
    """

    id: str
    conversation: str
    position: int
    question: str
    stage: Stage | None
    side: Side | None
    state: TurnState
    asked_at: datetime
    text: str = ""
    segments: tuple[Segment, ...] = ()
    answer: Answer | None = None
    error: str = ""
    superseded: bool = False
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread of turns, newest activity in `updated_at`."""

    id: str
    title: str
    created_at: datetime
    updated_at: datetime
    turns: int = 0
