"""An agenda asked for in the chat, as a reply: a table whose minutes add up, with its source."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from coach.domain.agenda import Agenda, Item, Repeat
from coach.domain.answers import Answer, AnswerKind, Check, Citation, Message, Question, Segment
from coach.domain.editing import at
from coach.domain.lazily import lazy_pattern
from coach.domain.meeting_brief import MeetingBrief
from coach.domain.notes import Playbook
from coach.errors import MeetingError, NoMeeting
from coach.playbook.composing.parts import table
from coach.services import replies
from coach.services.agendas.drafting import Drafting
from coach.services.agendas.reading import read_brief
from coach.services.numbering import in_a_line

ZONE = "UTC"  # a chat doesn't know the asker's clocks: hours stand as they were typed
LANGUAGE = "The agenda is in English; its questions can be changed on the Agenda page."
_QUESTION = lazy_pattern(r"(?:how|what|why|who|when|which|where|should|do|does|can)\b", re.I)
# Asking for an agenda, without a word of what for.
_BARE = lazy_pattern(
    r"(?:[\W_\d]|\b(?:an?|the|that|this|it|its|for|of|on|with|and|in|as|me|us|our|my|please|give"
    r"|make|turn|into|put|write|draft|need|want|show|can|could|you|i|we|one|now|then|ok|agendas?"
    r"|meetings?"
    r"|minutes?|mins?|hours?|full|whole|complete|timed|short|shorter|quick|run sheet|plan)\b)*",
    re.IGNORECASE,
)


def planned(drafting: Drafting, playbook: Playbook, question: Question, now: datetime) -> Answer:
    """Return the agenda that `question` asks for, or in plain words why there is none."""
    try:
        agenda = drafting.draft(brief_of(question, now))
    except NoMeeting as error:
        return _refused(question, AnswerKind(error.kind), error)
    except MeetingError as error:
        return _refused(question, AnswerKind.UNCLEAR, error)
    names = dict.fromkeys((agenda.note, *(item.note for item in agenda.items)))
    cited = [note for name in names if (note := playbook.get(name)) is not None]
    citations = tuple(replies.cite(n, note) for n, note in enumerate(cited, 1))
    text = written(agenda, citations)
    return Answer(
        AnswerKind.AGENDA,
        text,
        (Segment(text, Check.KEPT),),
        citations,
        stage=question.stage or agenda.stage,
        follow_ups=replies.follow_ups(cited, question),
        warnings=agenda.warnings,
        agenda=agenda,
    )


def brief_of(question: Question, now: datetime) -> MeetingBrief:
    """Return what the question asks for; what for may have been said before it.

    Raises:
        MeetingError: it says something that no meeting can have.
    """
    brief = read_brief(question.text, now, ZONE)
    if _is_bare(brief) and (earlier := _last_asked(question.history)):
        brief = replace(brief, text=earlier)
    return replace(brief, stage=question.stage or brief.stage)


def read_again(text: str, agenda: Agenda, now: datetime, zone: str) -> MeetingBrief:
    """Return what an agenda of the chat was asked for, on the clocks of the asker's `zone`.

    Where that was said in an earlier question, the agenda's title stands for it.

    Raises:
        MeetingError: on those clocks it says something that no meeting can have.
    """
    brief = read_brief(text, now, zone)
    if _is_bare(brief):
        brief = replace(brief, text=agenda.title, minutes=agenda.minutes)
    return replace(brief, stage=agenda.stage or brief.stage)


def dated(agenda: Agenda, brief: MeetingBrief) -> Agenda:
    """Return an agenda of the chat on the clocks of its brief; nothing else of it changes."""
    if brief.start == agenda.start or brief.start is None:
        return replace(agenda, zone=brief.zone) if agenda.start is None else agenda
    there = at(agenda, brief.start, brief.zone)
    return replace(there, warnings=tuple(dict.fromkeys((*agenda.warnings, *there.warnings))))


def written(agenda: Agenda, citations: tuple[Citation, ...]) -> str:
    """Return the agenda as short Markdown; `citations` are numbered by the notes it is from."""
    numbers = {citation.note: f" [{citation.n}]" for citation in citations}
    head = f"**{in_a_line(agenda.title)}** · {_facts(agenda)}"
    outcome = f"**At the end:** {in_a_line(agenda.outcome)}{numbers.get(agenda.note, '')}"
    rows = [_row(item, numbers) for item in agenda.items]
    lines = table(["Minutes", "Question", "To", "Owner"], rows)
    parts = [head, outcome, "\n".join(line.text for line in lines)]
    if agenda.left_out:
        left = (f"- {in_a_line(left.line)}" for left in agenda.left_out)
        parts.append("**Not on it:**\n\n" + "\n".join(left))
    if agenda.instead:
        quoted = "\n".join(f"> {in_a_line(line)}" for line in agenda.instead.splitlines())
        parts.insert(0, f"**Nothing here needs a meeting.** Cancel it and send this:\n\n{quoted}")
        parts[1] = f"If you meet all the same: {parts[1]}"
    return "\n\n".join(parts)


def _is_bare(brief: MeetingBrief) -> bool:
    """Whether it says nothing of what for; a weekly meeting is for what it always is."""
    return brief.repeat is Repeat.ONCE and _BARE.fullmatch(brief.text) is not None


def _facts(agenda: Agenda) -> str:
    facts = [f"{agenda.minutes} minutes"]
    if agenda.repeat is not Repeat.ONCE:
        facts.append(agenda.repeat.value)
    if (start := agenda.start) is not None:
        zone = "" if agenda.zone == ZONE else f" ({agenda.zone})"
        facts.append(f"{start:%A} {start.day} {start:%B}, {start:%H:%M}{zone}")
    return " · ".join(facts)


def _row(item: Item, numbers: dict[str, str]) -> list[str]:
    question = f"{in_a_line(item.question)}{numbers.get(item.note, '')}"
    outcome = item.outcome.value if item.is_matter else item.part.value
    return [str(item.minutes), question, outcome, in_a_line(item.owner)]


def _refused(question: Question, kind: AnswerKind, error: MeetingError) -> Answer:
    return replies.said(question, kind, f"{error.message} {error.next_step}")


def _last_asked(history: tuple[Message, ...]) -> str:
    """Return the last question before, ended as a question where it was typed without."""
    said = next((m.content.strip() for m in reversed(history) if m.role == "user"), "")
    return f"{said}?" if _QUESTION.match(said) and said[-1].isalnum() else said
