"""Protocols between the services and the world; fakes in tests implement the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.answers import Answer, Brief, Finish, Segment
from coach.domain.conversation import Conversation, Feedback, Person, Turn, TurnState
from coach.domain.passages import Findings, Passage
from coach.domain.stages import Side, Stage

Vector = Sequence[float]


class Clock(Protocol):
    """Tells the time; passed in so that tests can set it."""

    def now(self) -> datetime:
        """Return the time in UTC, with its zone."""
        ...

    def monotonic(self) -> float:
        """Return seconds from any start, never going back."""
        ...


class Ids(Protocol):
    """Makes new identifiers."""

    def new(self) -> str:
        """Return an identifier never given before."""
        ...


class Identity(Protocol):
    """Says who is asking."""

    def current(self) -> Person:
        """Return the person behind this request."""
        ...


class Draft(Protocol):
    """An answer being written: iterate for text pieces, then read `finish`.

    Iteration raises an `AuthorError` where the endpoint fails; pieces already given stand.
    """

    def __iter__(self) -> Iterator[str]:
        """Yield pieces of text as they are written."""
        ...

    @property
    def finish(self) -> Finish:
        """How it ended; only after iteration is over."""
        ...

    def cancel(self) -> None:
        """Stop writing; safe from any thread, more than once, and after the end."""
        ...


class Author(Protocol):
    """Writes answers. Lives as long as the app; safe to use from many threads."""

    @property
    def name(self) -> str:
        """`playbook`, or the model's name."""
        ...

    def answer(self, brief: Brief) -> Draft:
        """Start a draft for `brief`; no text is waited for here."""
        ...


class Embedder(Protocol):
    """Turns text into unit vectors. Lives as long as the app; safe from many threads."""

    @property
    def name(self) -> str:
        """Names model and version: vectors of two names are never mixed."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of every vector."""
        ...

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """Return one L2-normalised vector a text, in order.

        Raises:
            SearchError: the model cannot be loaded or reached.
        """
        ...


class PassageIndex(Protocol):
    """Finds passages. Lives as long as the app; safe from many threads."""

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        """Return up to `k` passages for `text`, read with the earlier questions (oldest first).

        Raises:
            SearchError: neither search works.
        """
        ...

    def passages(self, note: str) -> Sequence[Passage]:
        """Return the passages of one note in reading order; empty for an unknown note."""
        ...


class Conversations(Protocol):
    """Keeps conversations and turns, each call for one person and on one transaction.

    Every method raises `NotFound` for what is not there or not this person's, and a
    `StorageError` where the records cannot be used.
    """

    def create(self, person: Person, title: str) -> Conversation:
        """Store a new conversation."""
        ...

    def get(self, person: Person, conversation: str) -> Conversation:
        """Return one conversation."""
        ...

    def list(self, person: Person, search: str = "", limit: int = 200) -> Sequence[Conversation]:
        """Return conversations, latest activity first; `search` looks in titles and texts."""
        ...

    def rename(self, person: Person, conversation: str, title: str) -> None:
        """Give it another title."""
        ...

    def hide(self, person: Person, conversation: str) -> None:
        """Take it out of every list at once; `unhide` within the grace time brings it back."""
        ...

    def unhide(self, person: Person, conversation: str) -> None:
        """Bring a hidden conversation back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many."""
        ...

    def add_turn(
        self,
        person: Person,
        conversation: str,
        question: str,
        stage: Stage | None,
        side: Side | None,
        after: int | None = None,
    ) -> Turn:
        """Store a question as a queued turn.

        With `after`, turns at later positions are superseded first (edit and resend, regenerate).
        """
        ...

    def turn(self, person: Person, turn: str) -> Turn:
        """Return one turn, as far as it is stored."""
        ...

    def turns(self, person: Person, conversation: str) -> Sequence[Turn]:
        """Return the turns that stand, in order; one whose lease ran out is interrupted."""
        ...

    def claim(self, turn: str, worker: str, lease_until: datetime) -> bool:
        """Make the turn `running` for `worker`; false where another holds a live lease."""
        ...

    def write(
        self,
        turn: str,
        worker: str,
        text: str,
        segments: Sequence[Segment],
        lease_until: datetime,
    ) -> bool:
        """Store the text so far and renew the lease; return whether a stop was asked for."""
        ...

    def finish(
        self, turn: str, worker: str, state: TurnState, answer: Answer | None, error: str = ""
    ) -> None:
        """Store the end of a turn."""
        ...

    def request_stop(self, person: Person, turn: str) -> None:
        """Ask whoever runs the turn to stop."""
        ...

    def feedback(self, person: Person, turn: str, feedback: Feedback | None) -> None:
        """Store or take back what the person thought of the answer."""
        ...


class Runner(Protocol):
    """Runs jobs that outlive the request; the fake runs them inline."""

    def submit(self, job: Callable[[], None]) -> bool:
        """Take `job`; return whether it starts at once (false: it waits in line)."""
        ...
