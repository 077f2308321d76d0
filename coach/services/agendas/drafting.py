"""From a brief to an agenda, by code and the playbook's notes alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coach.domain.agenda import Agenda, Item, LeftOut, Part, Where
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.minutes import buffer_of
from coach.domain.notes import Meeting, Outcome
from coach.domain.stages import Side
from coach.services.agendas.choosing import Choosing
from coach.services.agendas.gate import Gate
from coach.services.agendas.items import again, asked_for, noted, title_of, topics_of
from coach.services.agendas.owners import completed, staffed
from coach.services.agendas.persons import ELSEWHERE
from coach.services.agendas.telling import only_tells, to_send

ALONE = "getting-the-other-side-in"  # the meeting of a side that is by itself
LONG = 30  # minutes from which on spare time is worth a word
_ONLY_US = re.compile(
    r"\b(?:(?:only|just) (?:us|my team|our team|the (?:sales|marketing) team|marketing|sales"
    r"|marketers|reps)|(?:sales|marketing)(?: team)?[- ]only|without (?:sales|marketing|them)"
    r"|(?:sales|marketing|they|the other side|the reps) (?:won'?t|will not|doesn'?t|don'?t"
    r"|refuses? to|never) (?:come|join|attend|show|turn up|be there)\w*"
    r"|(?:sales|marketing) (?:is|are)?\s?not (?:coming|invited|there)"
    r"|(?:sales|marketing|sales managers|marketers|they|the reps|reps) (?:have |has )?declined"
    r"|no(?: ?one|body) from (?:sales|marketing)|internal (?:sales|marketing))\b",
    re.IGNORECASE,
)
_APART = LeftOut(
    Item("What was said about one person", Outcome.DISCUSS, "", Side.BOTH),
    Where.ELSEWHERE,
    ELSEWHERE,
)


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
        topics, apart = self.gate.part(brief.text)
        choice = self.choosing.of(" ".join(topics), brief.stage)
        alone = _is_alone(brief)
        meeting = self.choosing.note(note) if note else None
        if meeting is None and choice.findings is not None:
            self.gate.expect(" ".join((brief.text, *brief.problems)), choice.findings)
        meeting = meeting or (self.choosing.note(ALONE) if alone else None) or choice.meetings[0]
        plan = _planned(brief, meeting, topics, alone)
        return _finished(replace(plan, left_out=(_APART,) if apart else ()), brief)


def _planned(brief: MeetingBrief, meeting: Meeting, topics: list[str], alone: bool) -> Agenda:
    """Return all that could be on the agenda, before anything is left out."""
    own = asked_for(topics, brief.problems, meeting)
    items = [*again(brief.actions), *own, *noted(meeting)]
    if only_tells(brief.text):
        told = (item for item in items if item.outcome is not Outcome.DECIDE)
        items = [replace(item, outcome=Outcome.INFORM) for item in told]
    people = brief.people
    if not alone or not people:
        people = completed(people, (item.owner for item in items), brief.headcount)
    return Agenda(
        title=title_of(topics, meeting),
        outcome=_outcome(meeting, own),
        minutes=brief.minutes or meeting.minutes,
        people=people,
        items=tuple(items),
        start=brief.start,
        zone=brief.zone,
        repeat=brief.repeat,
        stage=brief.stage,
        note=meeting.id,
        actions=brief.actions,
    )


def _finished(plan: Agenda, brief: MeetingBrief) -> Agenda:
    """Share out minutes and owners; say what is left to say."""
    whole = fitted(staffed(fitted(plan), brief.held))
    tells = only_tells(brief.text)
    warnings = [*brief.warnings, *(() if tells else broken(whole))]
    free = sum(item.minutes for item in whole.items if item.part is Part.BUFFER)
    if whole.minutes > LONG and free > 2 * buffer_of(whole.minutes) + 10:
        least = whole.minutes - free + buffer_of(whole.minutes)
        warnings.append(f"These questions need about {least} minutes: book less.")
    instead = to_send(whole) if tells else ""
    return replace(whole, warnings=tuple(dict.fromkeys(warnings)), instead=instead)


def _outcome(meeting: Meeting, own: list[Item]) -> str:
    """Return in one sentence what is there at the end."""
    if not own:
        return f"{meeting.purpose}."
    return f"{meeting.purpose}, with an answer to: {own[0].question}"


def _is_alone(brief: MeetingBrief) -> bool:
    """Whether one side meets by itself."""
    sides = {person.side for person in brief.people} & {Side.SALES, Side.MARKETING}
    named = len(brief.people) > 1 and len(sides) == 1 and not brief.headcount
    return named or any(_ONLY_US.search(topic) for topic in topics_of(brief.text))
