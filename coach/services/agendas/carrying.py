"""Promises whose day is past, brought into an agenda that was made without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.agenda import Action, Agenda
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted, rebalanced
from coach.services.agendas.items import again, once
from coach.services.agendas.owners import staffed


def carrying(agenda: Agenda, actions: Sequence[Action]) -> Agenda:
    """Return the agenda opened with what is open, its minutes shared out anew.

    A promise open too often is asked about; what then finds no room is named. An agenda that
    carries something already stays as it is.
    """
    if agenda.actions or not actions:
        return agenda
    items = tuple(once([*again(actions), *agenda.items]))
    whole = rebalanced(staffed(fitted(replace(agenda, items=items, actions=tuple(actions)))))
    told = agenda.warnings if agenda.instead else (*agenda.warnings, *broken(whole))
    return replace(whole, warnings=tuple(dict.fromkeys(told)))
