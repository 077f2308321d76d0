"""An invented team's story as frozen values; `ago` counts days back from the day it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.agenda import Attendee
from coach.domain.notes import Friction
from coach.domain.promises import Draft, PromiseState
from coach.domain.stages import Side
from coach.domain.survey import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRound:
    """A round that closed `ago` days before, after so many days."""

    title: str
    ago: int
    open_for: int
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePromise:
    """A promise with the days it was carried over and ended on; still open without `ended`."""

    draft: Draft
    ago: int
    carried: tuple[int, ...] = ()
    ended: int | None = None
    state: PromiseState = PromiseState.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAction:
    """Something promised in a meeting; still open without `ended`."""

    text: str
    owner: str
    side: Side
    ago: int
    due_in: int
    ended: int | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMeetings:
    """A series from its first date to the next one to come; places count from 0."""

    title: str
    outcome: str
    first: int
    every: int
    people: tuple[Attendee, ...]
    questions: tuple[str, ...]
    actions: tuple[SampleAction, ...]
    called_off: frozenset[int] = frozenset()
    passed_by: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleThanks:
    """A thank-you to the other side."""

    text: str
    from_side: Side
    to: str
    ago: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleQuarrel:
    """A kept quarrel with what it came to; the step was done where `told` says when."""

    note: str
    about: Friction
    side: Side
    text: str
    summary: str
    sales: str
    marketing: str
    cause: str
    step: str
    ago: int
    told: int | None = None
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All of it; rounds and thanks with the oldest first."""

    rounds: tuple[SampleRound, ...]
    promises: tuple[SamplePromise, ...]
    meetings: SampleMeetings
    thanks: tuple[SampleThanks, ...]
    quarrels: tuple[SampleQuarrel, ...]
