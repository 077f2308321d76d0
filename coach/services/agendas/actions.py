"""Actions from all meetings: listed, changed, and closed by people only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.agenda import Action
from coach.domain.carrying import settled, unsettled
from coach.domain.conversation import Person
from coach.domain.meetings import ActionRecord, ActionState
from coach.errors import ChangedMeanwhile, Unfit
from coach.ports import Clock, Meetings


class Actions:
    """What was promised. Lives as long as the app; raises as `MeetingSeries` does."""

    def __init__(self, meetings: Meetings, clock: Clock) -> None:
        self._meetings, self._clock = meetings, clock

    def all(
        self, person: Person, series: str = "", state: ActionState | None = None
    ) -> Sequence[ActionRecord]:
        """Return the actions of a series, or of the workspace, in the order they were made."""
        return self._meetings.actions(person, series, state)

    def close(self, person: Person, action: str, state: ActionState) -> ActionRecord:
        """Mark it as done or dropped, in the person's name."""
        now = self._clock.now()
        return self._meetings.change_action(
            person, action, lambda stored: settled(stored, state, person.id, now)
        )

    def reopen(self, person: Person, action: str) -> ActionRecord:
        """Take closing it back."""
        return self._meetings.change_action(person, action, unsettled)

    def change(self, person: Person, new: Action, version: int) -> ActionRecord:
        """Store another wording, owner, side or day; `version` is that of the record changed.

        Raises:
            ChangedMeanwhile: somebody else changed or closed it first; both are in the error.
        """
        if not new.text.strip():
            raise Unfit("An action needs a text.", "Mark it as dropped instead.")

        def word(stored: ActionRecord) -> ActionRecord:
            was = stored.action
            said = replace(was, text=new.text.strip(), owner=new.owner, side=new.side, due=new.due)
            if said == was:
                return stored
            if version != stored.version:
                raise ChangedMeanwhile(
                    "Somebody changed this action meanwhile; yours was not stored over it. "
                    f"Theirs: {was.text} ({was.owner}). Yours: {said.text} ({said.owner}).",
                    was,
                    said,
                )
            return replace(stored, action=said, version=stored.version + 1)

        return self._meetings.change_action(person, new.id, word)
