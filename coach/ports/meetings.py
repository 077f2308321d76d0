"""Where meetings, their series and what was promised in them are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState, Meeting, Recalled


class Meetings(Protocol):
    """Keeps meetings for a workspace: everybody of it sees and changes all of them.

    A change takes what is stored and gives what shall be stored, in one transaction: of two at
    once, the second one starts from what the first left. Every method raises `NotFound` for what is
    not there, hidden or another workspace's, and a `StorageError` where the records cannot be used.
    """

    def add(self, person: Person, meeting: Meeting) -> None:
        """Store a new meeting as this person's, and its series where that is not there yet."""
        ...

    def get(self, person: Person, meeting: str) -> Meeting:
        """Return one meeting."""
        ...

    def list(self, person: Person, over: bool, search: str, limit: int) -> Sequence[Meeting]:
        """Return the meetings to come, next first, or those that are `over`, latest first.

        `search` looks for each of its words in titles, questions and people's names.
        """
        ...

    def of_series(self, person: Person, series: str) -> Sequence[Meeting]:
        """Return a series' meetings by date, those without one last."""
        ...

    def change(self, person: Person, meeting: str, change: Callable[[Meeting], Meeting]) -> Meeting:
        """Store what `change` makes of a meeting; its actions are changed by `change_action`."""
        ...

    def change_series(
        self,
        person: Person,
        series: str,
        change: Callable[[Sequence[Meeting]], Sequence[Meeting]],
    ) -> Sequence[Meeting]:
        """Store what `change` makes of all meetings of a series, in the order of `of_series`."""
        ...

    def hide(self, person: Person, meeting: str) -> None:
        """Take it out of every list at once; with its last meeting, the series goes too.

        Where others remain, what is open of it stays on the series' list.
        """
        ...

    def unhide(self, person: Person, meeting: str) -> None:
        """Bring a hidden meeting back, with its series."""
        ...

    def hide_series(self, person: Person, series: str) -> None:
        """Take a series with all that belongs to it out of every list at once."""
        ...

    def unhide_series(self, person: Person, series: str) -> None:
        """Bring a hidden series back; meetings that were hidden alone stay hidden."""
        ...

    def purge(self, hidden_before: datetime) -> int:
        """Delete for good what was hidden before then, bytes included; return how many meetings."""
        ...

    def add_action(self, person: Person, record: ActionRecord) -> None:
        """Store a new action of a series."""
        ...

    def change_action(
        self, person: Person, action: str, change: Callable[[ActionRecord], ActionRecord]
    ) -> ActionRecord:
        """Store what `change` makes of an action."""
        ...

    def actions(
        self, person: Person, series: str = "", state: ActionState | None = None
    ) -> Sequence[ActionRecord]:
        """Return a series' actions, or the workspace's, in the order they were made."""
        ...

    def search(self, person: Person, text: str, limit: int, series: str = "") -> Sequence[Recalled]:
        """Return decisions and actions that hold words of `text`, those with most of them first."""
        ...
