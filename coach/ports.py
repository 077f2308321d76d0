"""Protocols between the services and the world; fakes in tests implement the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from coach.domain.answers import Answer, Brief, Finish, Segment
from coach.domain.conversation import Conversation, Feedback, Person, Turn, TurnState
from coach.domain.passages import Findings, Passage
from coach.domain.stages import Side, Stage

Vector = Sequence[float]
# One row a passage, or one vector: what the search works on inside.
Matrix: TypeAlias = NDArray[np.float32]


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


class Translator(Protocol):
    """Puts a question into English for the search; only a language model can."""

    def to_english(self, text: str) -> str:
        """Return one English search line.

        Raises:
            AuthorError: the endpoint failed.
        """
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


class KeywordIndex(Protocol):
    """BM25 over a fixed set of passages; safe from many threads.

    Never changes: other passages get another index. A *term* is a stemmed word that is no stop
    word; text of any language goes in, unknown terms count nothing in the scores.
    """

    def terms(self, text: str) -> list[str]:
        """Return the distinct terms of `text`, in the order they appear."""
        ...

    def search(self, text: str, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their scores above 0, best first."""
        ...

    def scores(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return the score of each passage, in the order of `ids`; 0 for an unknown id."""
        ...

    def idf(self, term: str) -> float:
        """Return how telling a term is, ln(1 + (N - n + .5) / (n + .5)); highest where n is 0."""
        ...

    def known(self, term: str) -> bool:
        """Return whether any passage holds the term."""
        ...

    def shares(self, text: str, ids: Sequence[str]) -> list[float]:
        """Return for each passage the idf-weighted share (0-1) of the text's terms in it."""
        ...


class VectorIndex(Protocol):
    """Nearest neighbours over a fixed set of unit vectors; safe from many threads."""

    def nearest(self, vector: Matrix, k: int) -> list[tuple[str, float]]:
        """Return up to `k` passage ids with their cosines, best first.

        Raises:
            SearchError: the index cannot be read.
        """
        ...

    def cosines(self, vector: Matrix, ids: Sequence[str]) -> list[float]:
        """Return the exact cosine to each passage, in the order of `ids`; 0 for an unknown id."""
        ...

    def vectors(self, ids: Sequence[str]) -> Matrix:
        """Return one row a passage, in the order of `ids`; zeros for an unknown id."""
        ...


@dataclass(frozen=True, slots=True)
class Indexes:
    """All that one search reads, made of the same passages and switched as one.

    `vectors` and `embedder` are `None` together: while the vectors are being made, or where there
    is no embedder. `reason` then says why, in a sentence for the reader.
    """

    passages: Mapping[str, Passage]
    keyword: KeywordIndex
    vectors: VectorIndex | None = None
    embedder: Embedder | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndexRecord:
    """A finished vector index: `content` is the hash of embedder, passages and vectors it holds."""

    name: str
    embedder: str
    content: str
    count: int
    built_at: datetime


class PassageRecords(Protocol):
    """The truth for passages and their vectors; indexes are made from it and can be thrown away.

    Each call is one transaction. Every method raises a `StorageError` where the records cannot be
    used.
    """

    def all(self) -> list[Passage]:
        """Return the passages in reading order."""
        ...

    def replace(self, passages: Sequence[Passage]) -> None:
        """Make these the passages; those not among them go, with their vectors."""
        ...

    def vectors(self, embedder: str) -> tuple[list[str], Matrix]:
        """Return the passage ids that have a vector of `embedder`, sorted, and one row each."""
        ...

    def add_vectors(self, embedder: str, ids: Sequence[str], rows: Matrix) -> None:
        """Store one vector a passage; ids that are no passage any more are left out."""
        ...

    def index(self, embedder: str) -> IndexRecord | None:
        """Return the index in use for `embedder`, or `None`."""
        ...

    def use_index(self, index: IndexRecord) -> None:
        """Name the index now in use for its embedder; the one before is forgotten."""
        ...


class VectorIndexes(Protocol):
    """Builds vector indexes under a name each and opens them again; one process writes."""

    @property
    def writes(self) -> bool:
        """Whether this process keeps what it builds; else its indexes live in memory."""
        ...

    def open(self, index: IndexRecord) -> VectorIndex:
        """Open a finished index.

        Raises:
            SearchError: it is not there, damaged, or not the one it says it is.
        """
        ...

    def build(self, index: IndexRecord, ids: Sequence[str], rows: Matrix) -> VectorIndex:
        """Build an index, check it and open it; in memory where this process does not write."""
        ...

    def clean(self, keep: str) -> None:
        """Delete every finished or unfinished index but the one named `keep`.

        The one used before it may stay until the next call: a search may still be reading it.
        """
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
        """Make the turn `running` for `worker`; false where it is done or in a live lease."""
        ...

    def write(
        self,
        turn: str,
        worker: str,
        text: str,
        segments: Sequence[Segment],
        lease_until: datetime,
    ) -> bool:
        """Store the text so far and renew the lease; return whether the worker should stop.

        That is so where a stop was asked for, or the turn is no longer this worker's.
        """
        ...

    def finish(
        self, turn: str, worker: str, state: TurnState, answer: Answer | None, error: str = ""
    ) -> None:
        """Store the end of a turn; nothing where the turn is no longer this worker's."""
        ...

    def request_stop(self, person: Person, turn: str) -> None:
        """Ask whoever runs the turn to stop."""
        ...

    def feedback(self, person: Person, turn: str, feedback: Feedback | None) -> None:
        """Store or take back what the person thought of the answer."""
        ...


class Consents(Protocol):
    """Remembers which host and model the people of a workspace agreed to send their text to."""

    def has(self, workspace: str, host: str, model: str) -> bool:
        """Return whether text of this workspace may go to `model` at `host`."""
        ...

    def give(self, person: Person, host: str, model: str) -> None:
        """Store that the person agreed, for their whole workspace."""
        ...


class Endpoints(Protocol):
    """Remembers what a model endpoint turned out to be able to do."""

    def recall(self, base_url: str, model: str) -> Mapping[str, str]:
        """Return what was found about `model` at `base_url`; empty where nothing is known."""
        ...

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        """Store what was found, in place of what was known before."""
        ...


class Runner(Protocol):
    """Runs jobs that outlive the request; the fake runs them inline."""

    def submit(self, job: Callable[[], None]) -> bool:
        """Take `job`; return whether it starts at once (false: it waits in line)."""
        ...
