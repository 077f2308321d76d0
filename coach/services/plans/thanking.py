"""The thank-you log: one line at a time, read by the other side and in the next opening."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.stages import Side
from coach.domain.thanks import ThankYou, opened_with, thanked
from coach.ports import Ids, Thanks

MOST = 100  # lines read at once


class ThankYous:
    """The log of a workspace. Lives as long as the app.

    All methods raise `Unfit` for what cannot be said, `NotFound` for what is not there, and a
    `StorageError` where the records cannot be used.
    """

    def __init__(self, thanks: Thanks, ids: Ids) -> None:
        self._thanks, self._ids = thanks, ids

    def say(self, person: Person, text: str, side: Side, to: str, today: date) -> ThankYou:
        """Write a line from one side to the other; `to` may name whom it is for."""
        said = thanked(text, side, to, self._ids.new(), today)
        self._thanks.add(person, said)
        return said

    def latest(self, person: Person) -> Sequence[ThankYou]:
        """Return the last hundred, newest first."""
        return self._thanks.list(person, MOST)

    def opening(self, person: Person, agenda: Agenda, today: date) -> Agenda:
        """Return the agenda with the week's thank-yous quoted in its opening."""
        return opened_with(agenda, self.latest(person), today)

    def delete(self, person: Person, thanks: str) -> None:
        """Take it away at once; `undelete` within the grace time brings it back."""
        self._thanks.hide(person, thanks)

    def undelete(self, person: Person, thanks: str) -> None:
        """Bring a deleted one back."""
        self._thanks.unhide(person, thanks)
