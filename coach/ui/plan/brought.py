"""What the plan brings into an agenda: overdue promises, and the week's thank-yous."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.domain.agenda import Agenda
from coach.domain.conversation import Person
from coach.domain.meeting_brief import MeetingBrief
from coach.services.agendas.carrying import carrying
from coach.ui.plan.day import today

if TYPE_CHECKING:
    from coach.bootstrap import Services


def with_overdue(services: Services, person: Person, brief: MeetingBrief) -> MeetingBrief:
    """Return the brief with the promises whose day is past, where it names nothing open."""
    if brief.actions:
        return brief
    return replace(brief, actions=services.plans.board.overdue(person, today(services)))


def drafted(services: Services, person: Person, brief: MeetingBrief, note: str) -> Agenda:
    """Return the agenda for a brief, opened with the week's thank-yous.

    Raises:
        MeetingError: it is about a person or not for the two departments, in plain words.
    """
    agenda = services.agendas.draft(brief, note)
    return services.plans.thanks.opening(person, agenda, today(services))


def taken_over(services: Services, person: Person, agenda: Agenda, brief: MeetingBrief) -> Agenda:
    """Return an agenda made without the plan with what its brief carries and the week's thanks."""
    whole = carrying(agenda, brief.actions)
    return services.plans.thanks.opening(person, whole, today(services))


def following(services: Services, person: Person, series: str) -> Agenda:
    """Return the next agenda of a series with what is overdue, opened with the week's thank-yous.

    Raises:
        Unfit: the series is cancelled.
    """
    now = today(services)
    overdue = services.plans.board.overdue(person, now)
    agenda = services.agendas.series.next_agenda(person, series, overdue)
    return services.plans.thanks.opening(person, agenda, now)
