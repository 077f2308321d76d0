"""Where rounds of the survey are kept, with what was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.disclosure import Shown
from coach.domain.links import Link
from coach.domain.rounds import Count, Opened, Round
from coach.domain.stages import Side
from coach.domain.survey import Response


class Rounds(Protocol):
    """Keeps rounds for a workspace: everybody of it sees all of them, nobody single answers.

    An answer stands apart from the link it came through, from its time and from the order of all
    others: only a key that the answering device holds leads back to it. Every method that takes a
    person raises `NotFound` for what is not there, hidden or another workspace's; all raise a
    `StorageError` where the records cannot be used.
    """

    def add(self, person: Person, new: Round, links: Sequence[tuple[Link, str]]) -> None:
        """Store a new round with its links and the fingerprints of their tokens, or nothing."""
        ...

    def get(self, person: Person, round_id: str) -> Round:
        """Return one round."""
        ...

    def list(self, person: Person) -> Sequence[Round]:
        """Return the rounds, latest start first."""
        ...

    def change(
        self,
        person: Person,
        round_id: str,
        change: Callable[[Round, Mapping[Side, Count]], Round],
    ) -> Round:
        """Store what `change` makes of a round and the counts it has; its links end with it.

        Answers come in before or after that, never in between.
        """
        ...

    def hide(self, person: Person, round_id: str) -> None:
        """Take it out of every list at once; its links lead nowhere."""
        ...

    def unhide(self, person: Person, round_id: str) -> None:
        """Bring a hidden round back."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many rounds."""
        ...

    def counts(self, person: Person, round_id: str) -> Mapping[Side, Count]:
        """Return how many answers each side has; sides without any are not in it."""
        ...

    def responses(self, person: Person, round_id: str) -> Sequence[Response]:
        """Return all answers, in an order that tells nothing; whoever calls this shows no one's."""
        ...

    def shown(self, person: Person) -> Mapping[str, Shown]:
        """Return what rounds have shown, by their ids; one nobody looked at yet is not in it."""
        ...

    def keep_shown(self, person: Person, shown: Mapping[str, Shown]) -> None:
        """Keep what rounds show from now on; what is kept already stays as it is."""
        ...

    def open(self, token: str, key: str = "") -> Opened | None:
        """Return what the link with this fingerprint opens, `None` where nothing.

        `given` is what was answered with the key of that fingerprint.
        """
        ...

    def answer(self, token: str, key: str, reply: Callable[[Opened], Response]) -> Response | None:
        """Store what `reply` makes of what the link opens, in one transaction; `None` as `open`.

        With a key that answered before, it takes that answer's place; else one use of the link is
        taken. What `reply` raises leaves everything as it was.
        """
        ...

    def take(
        self,
        person: Person,
        round_id: str,
        responses: Sequence[Response],
        check: Callable[[Round], None],
    ) -> None:
        """Store answers that the person typed in, all or none; `check` may refuse by raising."""
        ...
