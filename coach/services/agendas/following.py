"""The agenda after the last one: carried over as people worded it, with all that was put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from coach.domain.agenda import Action, Agenda, Item, Where
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted, rebalanced
from coach.domain.meetings import Meeting, MeetingState
from coach.services.agendas.items import OWN, again, once, put_off
from coach.services.agendas.owners import staffed
from coach.services.agendas.persons import APART, about_a_person

# Weights: what was not settled stays; what found no room goes before what was settled.
UNSETTLED, LEFT, SETTLED = 3.0, 2.0, 1.0
PLACE = 0.01  # less for each place further down


def following(last: Meeting, actions: Sequence[Action], start: datetime | None) -> Agenda:
    """Return the next agenda of a series, whose minutes add up again.

    Title, outcome, people, length and every question stay as they were worded. A question of the
    people's own goes once it is decided; what was put off and promises open too often come in.
    """
    before, of = last.agenda, last.series
    frame = tuple(item for item in before.items if not item.is_matter)
    parked = [line.text for line in last.parked]
    fit = [text for text in parked if not about_a_person(text)]
    items = once([*again(actions), *_standing(last), *put_off(fit)])
    plan = fitted(
        replace(
            before,
            items=(*frame, *items),
            start=start,
            zone=of.zone,
            repeat=of.repeat,
            actions=tuple(actions),
            left_out=() if len(fit) == len(parked) else (APART,),
            warnings=(),
            instead="",
        )
    )
    whole = rebalanced(_turned(staffed(plan), last))
    return replace(whole, warnings=broken(whole))


def _standing(last: Meeting) -> list[Item]:
    """Return the questions that stay, then those that were left for this time."""
    decided = {decision.question for decision in last.decisions}
    asked_again = {item.question for item in again(last.agenda.actions)}
    later = [left.item for left in last.agenda.left_out if left.where is Where.NEXT]
    weighed = [
        *(
            (item, SETTLED if item.question in decided else UNSETTLED)
            for item in last.agenda.matters
        ),
        *((item, LEFT) for item in later),
    ]
    return [
        replace(item, locked=False, weight=(weight if item.note else OWN) - PLACE * place)
        for place, (item, weight) in enumerate(weighed)
        if item.question not in asked_again and (item.note or item.question not in decided)
    ]


def _turned(agenda: Agenda, last: Meeting) -> Agenda:
    """Have the two who led the meeting that was held change places, where both come again."""
    chair, notes = last.agenda.chair, last.agenda.note_taker
    if not {chair, notes} <= {person.name for person in agenda.people}:
        return agenda
    if last.state is MeetingState.HELD:
        chair, notes = notes, chair
    return replace(agenda, chair=chair, note_taker=notes)
