"""What an answer out of each kind of note is made of: first the answer, then who does what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from coach.domain.notes import Kind, Meeting
from coach.domain.stages import Side, Stage
from coach.playbook.composing.choosing import first, is_list, items, prose
from coach.playbook.composing.copies import copy_of
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.frames import addressed, letter
from coach.playbook.composing.leading import READY
from coach.playbook.composing.letters import asks_for_letter
from coach.playbook.composing.openings import answer_first
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.shapes import Shape, wants_shorter

READY_TEXT = "Here is a text to make your own; change what stands in brackets:"
SHORTER = 30  # words
_LATER = re.compile(r" If [^:\"]{3,40}: ")  # words for when it heats up
_SIDES = {Side.SALES: "sales", Side.MARKETING: "marketing"}


def compose(desk: Desk) -> list[Part]:
    """Return the parts of the answer, in order; a part may turn out empty."""
    make = _BY_KIND.get(desk.note.kind, _advice)
    if wants_shorter(desk.wish.question.text) and make is not _template:
        return [desk.prose("In short", SHORTER), desk.week(2)]
    if asks_for_letter(desk.wish.question.text) and make is not _template:
        return letter(desk, _agenda(desk))
    lead, *rest = make(desk)
    return [lead, _stage_fit(desk), *rest]


def _advice(desk: Desk) -> list[Part]:
    return [*answer_first(desk), desk.week(), desk.watch()]


def _stage(desk: Desk) -> list[Part]:
    stay = desk.prose("Stay if", 40, whole=True)
    move = desk.prose("Move if", 40, whole=True)
    return [*answer_first(desk), stay, move, desk.week(2), desk.watch(25)]


def _move(desk: Desk) -> list[Part]:
    done = desk.prose("Done looks like", 30, "Signs that it works")
    return [*answer_first(desk), desk.week(), done, desk.watch(25)]


def _meeting(desk: Desk) -> list[Part]:
    note = desk.note
    agenda = _agenda(desk)
    minutes = note.minutes if isinstance(note, Meeting) else 0
    return [
        *answer_first(desk, 50),
        Part(agenda, f"Agenda, {minutes} minutes with opening and close"),
        desk.prose("Before", 35, "Before"),
        desk.watch(28),
    ]


def _conflict(desk: Desk) -> list[Part]:
    sides = [Side.SALES, Side.MARKETING]
    if desk.wish.question.side is Side.MARKETING:
        sides.reverse()
    needs = [
        Line(f"**{name.capitalize()} needs:** {line.text}", line.n, "- ")
        for name in (_SIDES[side] for side in sides)
        for line in first(
            desk.section(f"What {name} needs"), lambda s: prose(s, desk.wish, 22, whole=True)
        )
    ]
    return [
        *answer_first(desk, 55),
        Part(tuple(needs) if len(needs) == len(sides) else ()),
        desk.week(2 if desk.wish.side else 3),
        _words(desk),
        desk.watch(22),
    ]


def _words(desk: Desk) -> Part:
    """Return what the asker could say; nothing where their side is not known."""
    name = _SIDES.get(desk.wish.side) if desk.wish.side else None
    if name is not None:
        said = _opener(desk, name)
        return Part(tuple(replace(line, mark="> ") for line in said), "You could open with")
    if desk.wish.shape is not Shape.SAY:
        return Part(())
    lines = [(side, line) for side in _SIDES.values() for line in _opener(desk, side)]
    named = tuple(Line(f"**Words for {side}:** {line.text}", line.n, "- ") for side, line in lines)
    return Part(named)


def _opener(desk: Desk, side: str) -> tuple[Line, ...]:
    said = first(desk.section(f"Words for {side}"), lambda s: prose(s, desk.wish, 40, whole=True))
    return tuple(
        Line(_LATER.split(line.text.removeprefix("To open: "))[0], n=line.n) for line in said
    )


def _metric(desk: Desk) -> list[Part]:
    lead = answer_first(desk, 50)
    formula = desk.prose("Formula", 70, "Formula", whole=True)
    # Where the answer opens with the formula, what is left of its passage says nothing alone.
    opened = {line.n for part in lead for line in part.lines}
    return [
        *lead,
        *([formula] if not any(line.n in opened for line in formula.lines) else []),
        desk.prose("How to read it", 45, "Read it so"),
        desk.watch(40),
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
        desk.prose("What it does not show", 45, "What it does not show", whole=True),
        desk.prose("Use it", 40, "Use it so", whole=True),
    ]


def _template(desk: Desk) -> list[Part]:
    copy = copy_of(desk.section("Text"), desk.wish)
    if not copy:
        return [*answer_first(desk), desk.watch()]
    if desk.wish.shape is not Shape.TEXT:
        ready = Part((Line("Ready to use, in your own words:"),))
        return [*answer_first(desk), ready, Part(copy, free=True)]
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


def _agenda(desk: Desk) -> tuple[Line, ...]:
    lines: list[Line] = []
    for source in desk.section("Agenda"):
        for row in source.passage.text.splitlines():
            number, dot, rest = row.partition(". ")
            if number.isdigit() and dot:
                lines.append(Line(rest.split(" Done when:")[0], source.n, f"{number}. "))
    return tuple(lines)


def _stage_fit(desk: Desk) -> Part:
    """Say so where the note belongs to other stages than the one the asker is at."""
    stage, stages = desk.wish.question.stage, desk.note.stages
    if stage is None or not stages or stage in stages or desk.note.kind in _AT_ANY_STAGE:
        return Part(())
    at = f"*{stage.value.title()}*"
    if stage.number < min(other.number for other in stages):
        line = f"This belongs to {_named(stages)}; at {at}, take it as a later step."
    else:
        line = f"This usually stands by {at}; where it doesn't, mend it before you go on."
    return Part((Line(line),))


def _named(stages: Sequence[Stage]) -> str:
    names = [f"*{stage.value.title()}*" for stage in stages]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


# A quarrel, a finding or a text is not a step: it can come up at any stage.
_AT_ANY_STAGE = frozenset({Kind.CONFLICT, Kind.EVIDENCE, Kind.TEMPLATE, Kind.STAGE, Kind.METRIC})
_BY_KIND: dict[Kind, Callable[[Desk], list[Part]]] = {
    Kind.STAGE: _stage,
    Kind.MOVE: _move,
    Kind.MEETING: _meeting,
    Kind.CONFLICT: _conflict,
    Kind.METRIC: _metric,
    Kind.EVIDENCE: _evidence,
    Kind.TEMPLATE: _template,
}
