"""What an answer out of each kind of note is made of: first the answer, then who does what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.domain.letters import asks_for_letter
from coach.domain.notes import Direction, Kind, Move
from coach.playbook.composing.agendas import agenda, questions
from coach.playbook.composing.asking import questions_to_ask
from coach.playbook.composing.choices import options
from coach.playbook.composing.choosing import is_list, items
from coach.playbook.composing.comparing import compared
from coach.playbook.composing.copies import copy_of
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.figures import formula, strength
from coach.playbook.composing.frames import addressed, letter
from coach.playbook.composing.leading import READY
from coach.playbook.composing.openings import OPENING, answer_first
from coach.playbook.composing.particulars import asks_for_owner, particular
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.quarrels import quarrel
from coach.playbook.composing.sayings import spoken
from coach.playbook.composing.sections import asked_for
from coach.playbook.composing.shapes import Shape, wants_shorter
from coach.playbook.composing.steps import (
    guessed,
    has_way,
    next_step,
    stage_fit,
    stage_of,
    wants_way,
    whole_way,
)

READY_TEXT = "Here is a text to make your own; change what stands in brackets:"
WHO = "Who does what this week"
UNOWNED = "The note nearest to this names no one role for it; agree on a name together."
OF_IT = 0.3  # part of the question's terms from which on the week's tasks are what was asked about
UNMEASURED = "No note of mine measures this, so take what follows as advice."
SHORTER = 30  # words


def compose(desk: Desk) -> list[Part]:
    """Return the parts of the answer, in order; a part may turn out empty."""
    make = _BY_SHAPE.get(desk.wish.shape, _BY_KIND.get(desk.note.kind, _advice))
    if wants_shorter(desk.wish.question.text) and make is not _template:
        return [desk.prose("In short", SHORTER), desk.week(2)]
    if asks_for_letter(desk.wish.question.text) and (make is not _template or not desk.fit):
        return letter(desk, questions(desk))
    lead, *rest = make(desk)
    return [*_unmeasured(desk), lead, stage_fit(desk), *rest]


def _unmeasured(desk: Desk) -> list[Part]:
    """Say so where proof is asked for and the note has none."""
    if desk.wish.shape is not Shape.PROOF or desk.note.kind not in _ADVISING:
        return []
    sources = desk.material.of(desk.note.id)
    measured = any(asked_for(source, Shape.PROOF) for source in sources)
    return [] if measured else [Part((Line(UNMEASURED),))]


def _of_kind(desk: Desk) -> list[Part]:
    return _BY_KIND.get(desk.note.kind, _advice)(desk)


def _advice(desk: Desk) -> list[Part]:
    return [*answer_first(desk), desk.week(), desk.watch()]


def _particular(desk: Desk) -> list[Part]:
    """Give who, when or how much first; what a note says besides stays short."""
    is_task = asks_for_owner(desk.wish.question.text)
    said = particular(desk) if is_task or desk.wish.shape is not Shape.WHO else Part(())
    if said.lines:
        rest = desk.after(*said.lines)
        return [said, rest.prose("In short", 45, whole=True), desk.week(2), desk.watch()]
    if desk.wish.shape is not Shape.WHO or not (week := desk.week()).lines:
        return _of_kind(desk)
    who, short = replace(week, title=WHO), desk.prose("In short", 60, whole=True)
    if is_task and desk.wish.shared(week.lines) < OF_IT:  # other tasks, though with owners
        return [Part((Line(UNOWNED),)), short, week, desk.watch()]
    return [*([who, short] if is_task else [short, who]), desk.watch()]


def _saying(desk: Desk) -> list[Part]:
    """Give words to say first, where the note has any."""
    if desk.note.kind is Kind.CONFLICT:
        return quarrel(desk)
    said = spoken(desk)
    if not said.lines or desk.note.kind is Kind.TEMPLATE:
        return _of_kind(desk)
    return [said, desk.prose("In short", OPENING, whole=True), desk.week(2), desk.watch(25)]


def _comparison(desk: Desk) -> list[Part]:
    parts = compared(desk)
    return parts if any(part.fixed for part in parts) else [*parts, *_of_kind(desk)]


def _asking(desk: Desk) -> list[Part]:
    return questions_to_ask(desk) or _of_kind(desk)


def _choosing(desk: Desk) -> list[Part]:
    return options(desk) or _of_kind(desk)


def _next(desk: Desk) -> list[Part]:
    """Give one step with an owner on each side, how it shows, and when none is needed."""
    if desk.note.kind is Kind.STAGE and not has_way(desk):
        return _staying(desk)
    if desk.note.kind is Kind.STAGE and wants_way(desk.wish.question.text):
        stay = desk.prose("Stay if", 45, whole=True)
        return [whole_way(desk), stay, desk.week(2), desk.watch(25)]
    step = next_step(desk)
    own = {source.n for source in desk.material.of(desk.note.id)}
    if not any(line.n in own for part in step[:1] for line in part.lines):
        return step  # what the leading note says besides is about the step before
    return [
        *step,
        agenda(desk),
        desk.prose("Done looks like", 30, "Signs that it works"),
        desk.prose("Stay if", 45, whole=True),
        desk.watch(25),
    ]


def _staying(desk: Desk) -> list[Part]:
    """Give what speaks for staying and for moving on before anything else."""
    stage = stage_of(desk)
    if stage is None:
        first, *rest = _of_kind(desk)
        return [first, guessed(desk), *rest]
    short, move = (
        desk.prose("In short", OPENING, whole=True),
        stage.prose("Move if", 60, whole=True),
    )
    lead = [stage.prose("Stay if", 50, whole=True), move, short]
    if isinstance(desk.note, Move):
        is_reason = desk.note.direction is Direction.STAY  # its answer says when to stay
        lead = [short, move] if is_reason else [short, *lead[:2]]
    return [*lead, guessed(desk), desk.week(2), desk.watch(25)]


def _stage(desk: Desk) -> list[Part]:
    stay = desk.prose("Stay if", 40, whole=True)
    move = desk.prose("Move if", 40, whole=True)
    return [*answer_first(desk), stay, move, desk.week(2), desk.watch(25)]


def _move(desk: Desk) -> list[Part]:
    done = desk.prose("Done looks like", 30, "Signs that it works")
    return [*answer_first(desk), desk.week(), done, desk.watch(25)]


def _meeting(desk: Desk) -> list[Part]:
    held = desk.wish.shape is Shape.MEETING
    if desk.wish.shape in _WITHOUT_AGENDA:
        return [*answer_first(desk), desk.prose("Before", 35, "Before"), desk.watch()]
    return [
        *([agenda(desk)] if held else []),
        desk.prose("In short", 40 if held else 50, whole=True),
        *([agenda(desk)] if not held else []),
        desk.prose("Before", 35, "Before"),
        desk.watch(28),
    ]


def _metric(desk: Desk) -> list[Part]:
    lead = [] if desk.wish.shape is Shape.CALCULATE else answer_first(desk, 50)
    short = [desk.prose("In short", 30, whole=True)] if desk.wish.shape is Shape.CALCULATE else []
    return [
        *lead,
        *(formula(desk) if desk.wish.shape not in _WITHOUT_FORMULA else []),
        *short,
        desk.prose("How to read it", 40, "Read it so"),
        desk.watch(35),
    ]


def _evidence(desk: Desk) -> list[Part]:
    found = desk.section("What was found")
    listed = bool(found) and is_list(found[0])
    finding = (
        Part(items(found[0], desk.wish, most=2, words=45), "What was found")
        if listed
        else desk.prose("What was found", 50, "What was found", whole=not desk.wish.figures)
    )
    return [
        *answer_first(desk, 60),
        finding,
        strength(desk),
        desk.prose("What it does not show", 45, "What it does not show", whole=True),
        desk.prose("Use it", 40, "Use it so", whole=True),
    ]


def _template(desk: Desk) -> list[Part]:
    copy = copy_of(desk.section("Text"), desk.wish)
    if not copy:
        return [*answer_first(desk), desk.watch()]
    if desk.wish.shape is not Shape.TEXT:
        ready = Part((Line("Ready to use, in your own words:"),))
        return [desk.prose("In short", OPENING, whole=True), ready, Part(copy, free=True)]
    copy = addressed(copy, desk.wish.question.text)
    nearest = f"The nearest text I have: *{desk.note.title}*. Change what stands in brackets:"
    said = Part((Line(READY_TEXT if desk.fit >= READY else nearest),))
    lead = desk.prose("In short", 30, whole=True)
    return [
        said,
        Part(copy, free=True),
        lead,
        desk.prose("Before you send", 30, "Before you send", whole=True),
    ]


_ADVISING = frozenset({Kind.PRACTICE, Kind.MEETING, Kind.ADAPTATION, Kind.TEMPLATE})
_WITHOUT_AGENDA = frozenset({Shape.WHY, Shape.RISK, Shape.STAY, Shape.PROOF})
_WITHOUT_FORMULA = frozenset({Shape.WHY, Shape.RISK, Shape.WHO, Shape.WHEN, Shape.STAY})
_BY_KIND: dict[Kind, Callable[[Desk], list[Part]]] = {
    Kind.STAGE: _stage,
    Kind.MOVE: _move,
    Kind.MEETING: _meeting,
    Kind.CONFLICT: quarrel,
    Kind.METRIC: _metric,
    Kind.EVIDENCE: _evidence,
    Kind.TEMPLATE: _template,
}
_BY_SHAPE: dict[Shape, Callable[[Desk], list[Part]]] = {
    Shape.WHO: _particular,
    Shape.WHEN: _particular,
    Shape.AMOUNT: _particular,
    Shape.COMPARE: _comparison,
    Shape.ASK: _asking,
    Shape.OPTIONS: _choosing,
    Shape.SAY: _saying,
    Shape.NEXT: _next,
    Shape.STAY: _staying,
}
