"""Fakes that implement the ports and remember what they were asked."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from coach.domain.answers import Answer, Brief, Finish, Segment
from coach.domain.conversation import Conversation, Feedback, Person, Turn, TurnState
from coach.domain.notes import Kind
from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.domain.stages import Side, Stage
from coach.errors import AuthorError, NotFound

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
class MemoryConversations:
    """`Conversations` in memory: one process, nothing survives."""

    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=FakeIds)
    threads: dict[str, tuple[Person, Conversation]] = field(default_factory=dict)
    rows: dict[str, Turn] = field(default_factory=dict)
    leases: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    stops: set[str] = field(default_factory=set)
    hidden: dict[str, datetime] = field(default_factory=dict)

    def create(self, person: Person, title: str) -> Conversation:
        now = self.clock.now()
        conversation = Conversation(f"c-{self.ids.new()}", title, now, now)
        self.threads[conversation.id] = (person, conversation)
        return conversation

    def get(self, person: Person, conversation: str) -> Conversation:
        owner, found = self.threads.get(conversation, (None, None))
        if owner != person or found is None or conversation in self.hidden:
            raise NotFound("That conversation is not here.")
        return replace(found, turns=len(self.turns(person, conversation)))

    def list(self, person: Person, search: str = "", limit: int = 200) -> Sequence[Conversation]:
        mine = [c for owner, c in self.threads.values() if owner == person]
        shown = [c for c in mine if c.id not in self.hidden and search.lower() in c.title.lower()]
        return sorted(shown, key=lambda c: c.updated_at, reverse=True)[:limit]

    def rename(self, person: Person, conversation: str, title: str) -> None:
        found = self.get(person, conversation)
        self.threads[conversation] = (person, replace(found, title=title))

    def hide(self, person: Person, conversation: str) -> None:
        self.get(person, conversation)
        self.hidden[conversation] = self.clock.now()

    def unhide(self, person: Person, conversation: str) -> None:
        self.hidden.pop(conversation, None)

    def purge(self, hidden_before: datetime) -> int:
        gone = [c for c, at in self.hidden.items() if at < hidden_before]
        for conversation in gone:
            del self.threads[conversation], self.hidden[conversation]
            self.rows = {i: t for i, t in self.rows.items() if t.conversation != conversation}
        return len(gone)

    def add_turn(
        self,
        person: Person,
        conversation: str,
        question: str,
        stage: Stage | None,
        side: Side | None,
        after: int | None = None,
    ) -> Turn:
        self.get(person, conversation)
        standing = self.turns(person, conversation)
        if after is not None:
            for turn in standing:
                if turn.position > after:
                    self.rows[turn.id] = replace(turn, superseded=True)
        position = max((t.position for t in self.rows.values()), default=0) + 1
        turn = Turn(
            f"t-{self.ids.new()}",
            conversation,
            position,
            question,
            stage,
            side,
            TurnState.QUEUED,
            self.clock.now(),
        )
        self.rows[turn.id] = turn
        return turn

    def turn(self, person: Person, turn: str) -> Turn:
        found = self.rows.get(turn)
        if found is None or self.threads[found.conversation][0] != person:
            raise NotFound("That turn is not here.")
        lease = self.leases.get(turn)
        if not found.state.ended and (lease is None or lease[1] < self.clock.now()):
            return replace(found, state=TurnState.INTERRUPTED)
        return found

    def turns(self, person: Person, conversation: str) -> Sequence[Turn]:
        ours = [t for t in self.rows.values() if t.conversation == conversation]
        standing = [self.turn(person, t.id) for t in ours if not t.superseded]
        return sorted(standing, key=lambda t: t.position)

    def claim(self, turn: str, worker: str, lease_until: datetime) -> bool:
        held = self.leases.get(turn)
        alive = held is not None and held[1] >= self.clock.now() and held[0] != worker
        if alive and not self.rows[turn].state.ended:
            return False
        self.leases[turn] = (worker, lease_until)
        self.rows[turn] = replace(self.rows[turn], state=TurnState.RUNNING)
        return True

    def write(
        self,
        turn: str,
        worker: str,
        text: str,
        segments: Sequence[Segment],
        lease_until: datetime,
    ) -> bool:
        if self.leases[turn][0] == worker:
            self.leases[turn] = (worker, lease_until)
            self.rows[turn] = replace(self.rows[turn], text=text, segments=tuple(segments))
        return turn in self.stops

    def finish(
        self, turn: str, worker: str, state: TurnState, answer: Answer | None, error: str = ""
    ) -> None:
        row = replace(self.rows[turn], state=state, error=error)
        if answer is not None:
            row = replace(row, answer=answer, text=answer.text, segments=answer.segments)
        self.rows[turn] = row

    def request_stop(self, person: Person, turn: str) -> None:
        self.stops.add(self.turn(person, turn).id)

    def feedback(self, person: Person, turn: str, feedback: Feedback | None) -> None:
        self.rows[turn] = replace(self.turn(person, turn), feedback=feedback)


@dataclass
class MemoryEndpoints:
    """`Endpoints` in memory."""

    found: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def recall(self, base_url: str, model: str) -> Mapping[str, str]:
        return self.found.get((base_url, model), {})

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        self.found[base_url, model] = abilities
