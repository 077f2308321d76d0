"""The short check as replies in the chat: its next question, or what the answers come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.domain.answers import Answer, AnswerKind, Question
from coach.domain.notes import Playbook, StageNote
from coach.domain.stages import Stage
from coach.domain.survey import Survey
from coach.services import replies
from coach.services.quick_check.asking import choices, progress, question
from coach.services.quick_check.finding import Checked, Seen, checked
from coach.services.standing.changing import named

_NOTHING = (
    "**You could tell nothing of it, which is a finding, too.** Ask somebody of each side to take "
    "you along for a day, or ask both sides with a round."
)


def check_reply(asked: Question, survey: Survey, playbook: Playbook) -> Answer | None:
    """Return the next reply of a short check; `None` where what was asked is no part of one."""
    done = progress(survey, asked.history, asked.text)
    if done is None:
        return None
    if done.next is not None:
        text, offered = question(survey, done.next), choices(survey, done.next)
        return replies.said(asked, AnswerKind.UNCLEAR, text, follow_ups=offered)
    found = checked(survey, done.answers)
    if not found.verdict:
        return replies.said(asked, AnswerKind.STAGE, _NOTHING)
    stage = found.verdict[0]
    told = Question(asked.text, asked.history, stage, asked.side)
    text = "\n\n".join(_told(found))
    return replies.said(told, AnswerKind.STAGE, text, follow_ups=next_from(playbook, stage))


def _told(found: Checked) -> Iterator[str]:
    yield f"**Your view only: {named(found.verdict)}.**"
    yield from _list("What speaks for it:", found.evidence)
    yield from _list("What speaks against it:", found.against)
    if found.unknown:
        lines = (f"- “{statement.text}”" for statement in found.unknown)
        yield "\n".join(("What you can't tell:\n", *lines))
    yield (
        "One person sees one corner, and the other side may well see another stage. A round asks "
        "both sides apart."
    )


def _list(heading: str, seen: Sequence[Seen]) -> Iterator[str]:
    if seen:
        lines = (f"- “{one.statement.text}” {one.anchor}" for one in seen)
        yield "\n".join((f"{heading}\n", *lines))


def next_from(playbook: Playbook, stage: Stage) -> tuple[str, ...]:
    """Return what to ask next at a stage."""
    notes = (note for note in playbook.notes if isinstance(note, StageNote))
    note = next((note for note in notes if note.stage is stage), None)
    return note.follow_ups[: replies.FOLLOW_UPS] if note is not None else ()
