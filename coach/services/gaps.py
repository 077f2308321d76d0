"""What the coach could not answer: a list for whoever looks after the playbook."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.conversation import Person, Role
from coach.domain.gaps import Gap
from coach.errors import NotFound
from coach.ports import GapRecords

MOST = 200  # entries of one list: who has more to read begins with the newest


class Gaps:
    """Lists unanswered questions and closes them. Lives as long as the app.

    Only an owner reads them, and of their own workspace alone: these are other people's questions.
    """

    def __init__(self, records: GapRecords) -> None:
        self._records = records

    @staticmethod
    def may_read(person: Person) -> bool:
        """Return whether the list is for this person."""
        return person.role is Role.OWNER

    def open(self, person: Person) -> Sequence[Gap]:
        """Return what nobody has closed yet, newest first.

        Raises:
            NotFound: the list is not for this person.
        """
        return self._records.gaps(self._owner(person), seen=False, limit=MOST)

    def seen(self, person: Person) -> Sequence[Gap]:
        """Return what was closed, newest question first; raises like `open`."""
        return self._records.gaps(self._owner(person), seen=True, limit=MOST)

    def close(self, person: Person, turn: str) -> None:
        """Keep that the person has seen it, and when; raises like `open`."""
        self._records.close_gap(self._owner(person), turn)

    def reopen(self, person: Person, turn: str) -> None:
        """Put it back on the list; raises like `open`."""
        self._records.reopen_gap(self._owner(person), turn)

    def _owner(self, person: Person) -> Person:
        if not self.may_read(person):
            raise NotFound("This list is for the playbook's owner.", "Ask them to open it.")
        return person
