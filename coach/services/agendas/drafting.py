"""From a brief to an agenda, by code and the playbook's notes alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.domain.agenda import Agenda, Item, Part
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted, rebalanced
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.minutes import buffer_of
from coach.domain.notes import Meeting, Outcome
from coach.domain.stages import Side
from coach.services.agendas.alone import is_on_purpose, of_one_side, side_alone
from coach.services.agendas.choosing import Choosing
from coach.services.agendas.gate import Gate
from coach.services.agendas.items import (
    again,
    asked_for,
    by_itself,
    facts_of,
    noted,
    once,
    title_of,
)
from coach.services.agendas.owners import completed, staffed
from coach.services.agendas.persons import APART
from coach.services.agendas.telling import only_tells, to_send

ALONE = "getting-the-other-side-in"  # the meeting of a side that is by itself
LONG = 30  # minutes from which on spare time is worth a word


@dataclass(frozen=True, slots=True)
class Drafting:
    """Drafts agendas in well under a tenth of a second. Lives as long as the app."""

    choosing: Choosing
    gate: Gate

    def draft(self, brief: MeetingBrief, note: str = "") -> Agenda:
        """Return an agenda for the brief; with `note`, from that meeting of the playbook.

        Raises:
            MeetingError: it is about a person or not for the two departments, in plain words.
        """
        both = {person.side for person in brief.people} & {Side.SALES, Side.MARKETING, Side.BOTH}
        topics, apart = self.gate.part(brief.text, len(both) > 1)
        choice = self.choosing.of(" ".join(topics), brief.stage)
        alone = side_alone(brief)
        meeting = self.choosing.note(note) if note else None
        if meeting is None and choice.findings is not None and not both:
            self.gate.expect(" ".join((brief.text, *brief.problems)), choice.findings)
        meeting = meeting or (self.choosing.note(ALONE) if alone else None) or choice.meetings[0]
        by_choice = alone if alone and not note and is_on_purpose(brief, alone) else None
        plan = fitted(_planned(brief, meeting, topics, by_choice))
        if apart:
            plan = replace(plan, left_out=(APART, *plan.left_out))
        owners = [item.owner for item in plan.matters]
        people = (
            of_one_side(brief.people, alone)
            if alone
            else completed(brief.people, owners, brief.headcount)
        )
        plan = replace(plan, people=people)
        return _finished(staffed(plan), brief)


def _planned(
    brief: MeetingBrief, meeting: Meeting, topics: list[str], by_choice: Side | None
) -> Agenda:
    """Return all that could be on the agenda, before anything is left out.

    `by_choice`: the team that wants to meet by itself and has something to settle of its own.
    """
    own = asked_for(topics, brief.problems, meeting)
    inner = by_choice if own else None
    facts = "" if own else facts_of(topics, ())
    rest = by_itself(inner) if inner else noted(meeting, facts)
    items = once([*again(brief.actions), *own, *rest])
    if only_tells(brief.text):
        told = (item for item in items if item.outcome is not Outcome.DECIDE)
        items = [replace(item, outcome=Outcome.INFORM) for item in told]
    return Agenda(
        title=title_of(topics, f"{inner.capitalize()} by itself" if inner else meeting.title),
        outcome=_outcome("Settle among ourselves what is ours" if inner else meeting.purpose, own),
        minutes=brief.minutes or meeting.minutes,
        people=brief.people,
        items=tuple(items),
        start=brief.start,
        zone=brief.zone,
        repeat=brief.repeat,
        stage=brief.stage,
        note=meeting.id,
        actions=brief.actions,
    )


def _spare(agenda: Agenda) -> int:
    """Return the minutes that nobody needs, beyond a generous buffer."""
    free = sum(item.minutes for item in agenda.items if item.part is Part.BUFFER)
    return free - 2 * buffer_of(agenda.minutes) - 10 if agenda.minutes > LONG else 0


def _finished(plan: Agenda, brief: MeetingBrief) -> Agenda:
    """Give the frame its owner, and say what is left to say."""
    whole = rebalanced(plan)
    tells = only_tells(brief.text)
    warnings = [*brief.warnings, *(() if tells else broken(whole))]
    if (spare := _spare(whole)) > 0:
        least = whole.minutes - spare - buffer_of(whole.minutes) - 10
        warnings.append(f"These questions need about {least} minutes: book less.")
    instead = to_send(whole) if tells else ""
    return replace(whole, warnings=tuple(dict.fromkeys(warnings)), instead=instead)


def _outcome(purpose: str, own: list[Item]) -> str:
    """Return in one sentence what is there at the end."""
    if not own:
        return f"{purpose}."
    return f"{purpose}, with an answer to: {own[0].question}"
