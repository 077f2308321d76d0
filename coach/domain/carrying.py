"""What goes on to a series' next meeting as long as nobody closes it: its open actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from coach.domain.agenda import Action
from coach.domain.meetings import ActionRecord, ActionState, Meeting, MeetingState
from coach.errors import Unfit


def carried(records: Iterable[ActionRecord], held: Sequence[Meeting]) -> tuple[Action, ...]:
    """Return the open actions for the next agenda, oldest first.

    `carried` counts how often each comes up after the meeting it was promised in, the next time
    included: 2 is "second time". `held` are the meetings of the series so far.
    """
    moments = [(m.id, m.held_at) for m in held if m.held_at and m.state is MeetingState.HELD]
    standing = sorted((r for r in records if r.is_open), key=lambda r: r.made_at)
    return tuple(
        replace(
            r.action,
            carried=1 + sum(at > r.made_at and id_ != r.meeting for id_, at in moments),
        )
        for r in standing
    )


def settled(record: ActionRecord, state: ActionState, person: str, now: datetime) -> ActionRecord:
    """Close an action as done or dropped, by a person; closed alike already, it stays as it is.

    Raises:
        Unfit: nobody closes it, or it was closed the other way.
    """
    if not person or state is ActionState.OPEN:
        raise Unfit("Only a person closes an action, as done or as dropped.")
    if record.state is state:
        return record
    if not record.is_open:
        raise Unfit(
            f"This action is marked as {record.state} already.", "Reopen it, then close it again."
        )
    return replace(record, state=state, closed_by=person, closed_at=now, version=record.version + 1)


def unsettled(record: ActionRecord) -> ActionRecord:
    """Open an action again; who had closed it is forgotten."""
    if record.is_open:
        return record
    return replace(
        record,
        state=ActionState.OPEN,
        closed_by="",
        closed_at=None,
        version=record.version + 1,
    )
