"""Conversations that live in memory, with the same promises as stored ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from coach.domain.answers import Answer, Segment
from coach.domain.conversation import Conversation, Feedback, Person, Turn, TurnState
from coach.domain.stages import Side, Stage
from coach.errors import NotFound
from tests.fakes import FakeClock, FakeIds


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
