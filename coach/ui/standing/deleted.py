"""A round that was deleted just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.domain.conversation import Person
from coach.domain.rounds import Round
from coach.ui import components, deleted
from coach.ui.standing import addresses

if TYPE_CHECKING:
    from coach.bootstrap import Services

_PLACE = "standing"


@components.plainly
def delete(services: Services, person: Person, its: Round) -> None:
    """Take a round away with its answers and links; it is gone for good in ten seconds."""
    services.rounds.keeping.delete(person, its.id)
    deleted.remember(_PLACE, its.id, its.title)
    addresses.go()


def offer(services: Services, person: Person) -> None:
    """Offer to bring back what was deleted just now."""
    deleted.offer(_PLACE, lambda its: _bring_back(services, person, its))


def _bring_back(services: Services, person: Person, its: str) -> None:
    services.rounds.keeping.undo(person, its)
    addresses.go(round_id=its)
