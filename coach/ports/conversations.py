"""Where conversations, their gaps, consents and what endpoints can do are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.answers import Answer, Segment
from coach.domain.conversation import Conversation, Feedback, Person, Turn, TurnState
from coach.domain.gaps import Gap
from coach.domain.stages import Side, Stage


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


class GapRecords(Protocol):
    """Finds the questions of a workspace that were not answered, whoever asked them.

    Those are the turns that no note covers, and those whose reader said that their question was not
    answered or that something is missing; of neither kind the ones that are nobody else's to read.
    Raises a `StorageError` where the records cannot be used.
    """

    def gaps(self, person: Person, seen: bool, limit: int) -> Sequence[Gap]:
        """Return those of the person's workspace that were closed or not, newest first."""
        ...

    def close_gap(self, person: Person, turn: str) -> None:
        """Keep that the person has seen it, and when; raises `NotFound` where it is none."""
        ...

    def reopen_gap(self, person: Person, turn: str) -> None:
        """Put it back on the list; what is on it stays there."""
        ...


class Consents(Protocol):
    """Remembers who agreed to send their text to which host and model; each for themselves."""

    def since(self, person: Person, host: str, model: str) -> datetime | None:
        """Return when the person agreed that their text goes there, `None` where they didn't."""
        ...

    def anybody(self, host: str, model: str) -> bool:
        """Return whether anybody agreed to it, so that what all of them share may go there."""
        ...

    def give(self, person: Person, host: str, model: str) -> None:
        """Store that the person agreed, now and for themselves alone."""
        ...


class Endpoints(Protocol):
    """Remembers what a model endpoint turned out to be able to do."""

    def recall(self, base_url: str, model: str) -> Mapping[str, str]:
        """Return what was found about `model` at `base_url`; empty where nothing is known."""
        ...

    def remember(self, base_url: str, model: str, abilities: Mapping[str, str]) -> None:
        """Store what was found, in place of what was known before."""
        ...
