"""Fakes that implement the ports and remember what they were asked."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from coach.domain.answers import Brief, Finish
from coach.domain.conversation import Person
from coach.domain.notes import Kind
from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.errors import AuthorError

ME = Person("me", "home")
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that moves only when told; each look at `monotonic` takes a millisecond."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        self.time += timedelta(milliseconds=1)
        return (self.time - START).total_seconds()

    def advance(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class FakeIds:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new(self) -> str:
        return f"id{next(self._numbers)}"


class InlineRunner:
    """Runs each job at once, in the caller's thread."""

    def submit(self, job: Callable[[], None]) -> bool:
        job()
        return True


class HeldRunner:
    """Keeps jobs until `run` is called."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []

    def submit(self, job: Callable[[], None]) -> bool:
        self.jobs.append(job)
        return False

    def run(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


class FakeDraft:
    def __init__(self, pieces: Sequence[str], finish: Finish, error: AuthorError | None) -> None:
        self._pieces, self._finish, self._error = pieces, finish, error
        self._cancelled = threading.Event()

    def __iter__(self) -> Iterator[str]:
        for piece in self._pieces:
            if self._cancelled.is_set():
                self._finish = replace(self._finish, reason="cancelled")
                return
            yield piece
        if self._error is not None:
            raise self._error

    @property
    def finish(self) -> Finish:
        return self._finish

    def cancel(self) -> None:
        self._cancelled.set()


@dataclass
class FakeAuthor:
    """Writes the given pieces, a list for each call (the last one again after that)."""

    scripts: list[Sequence[str]]
    name: str = "playbook"
    error: AuthorError | None = None
    finish: Finish = field(default_factory=lambda: Finish("playbook"))
    briefs: list[Brief] = field(default_factory=list)

    def answer(self, brief: Brief) -> FakeDraft:
        pieces = self.scripts[min(len(self.briefs), len(self.scripts) - 1)]
        self.briefs.append(brief)
        return FakeDraft(pieces, self.finish, self.error)


def passage(text: str, note: str = "weekly-smarketing", heading: str = "In short") -> Passage:
    """A passage of a meeting note."""
    return Passage(
        id=f"{note}-{abs(hash(text)) % 10**8}",
        note=note,
        kind=Kind.MEETING,
        title=note.replace("-", " ").capitalize(),
        heading=heading,
        text=text,
        file=f"meetings/{note}.md",
        start=0,
        end=len(text),
    )


def hit(text: str, rank: int = 1, note: str = "weekly-smarketing") -> Hit:
    """A passage found at `rank`."""
    return Hit(passage(text, note), rank, 1.0 / rank, 0.7, 9.0)


@dataclass
class FakeIndex:
    """Finds the given hits, whatever is asked."""

    hits: tuple[Hit, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage(0.7, 0.9, 1.0))
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        self.asked.append((text, tuple(history)))
        return Findings(self.hits[:k], self.coverage)

    def passages(self, note: str) -> Sequence[Passage]:
        return [h.passage for h in self.hits if h.passage.note == note]


@dataclass
class MemoryEndpoints:
    """`Endpoints` in memory."""

    found: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def recall(self, base_url: str, model: str) -> Mapping[str, str]:
        return self.found.get((base_url, model), {})

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        self.found[base_url, model] = abilities
