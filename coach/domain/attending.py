"""Who comes to a meeting, changed by a person: what somebody owns goes with their new name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coach.domain.agenda import Agenda, Attendee, Item
from coach.domain.agenda_rules import broken
from coach.domain.fitting import rebalanced


def attend(
    agenda: Agenda,
    people: Sequence[Attendee],
    renamed: Mapping[str, str],
    chair: str,
    note_taker: str,
    organiser: str = "",
) -> Agenda:
    """Return the agenda with other people; `renamed` leads from old names to new ones.

    Whoever is gone still owns what they owned, and a warning says so. `chair`, `note_taker` and
    `organiser` are new names.
    """
    sides = {person.name: person.side for person in people}

    def owned(item: Item) -> Item:
        owner = renamed.get(item.owner, item.owner)
        return replace(item, owner=owner, side=sides.get(owner, item.side))

    changed = rebalanced(
        replace(
            agenda,
            people=tuple(people),
            items=tuple(owned(item) for item in agenda.items),
            chair=chair,
            note_taker=note_taker,
            organiser=organiser,
        )
    )
    return replace(changed, warnings=broken(changed))
