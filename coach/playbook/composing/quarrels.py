"""The answer to a quarrel: one line without blame, both needs, one step, words for the asker."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.domain.stages import Side
from coach.playbook.composing.choosing import first, prose
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.openings import answer_first
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.shapes import Shape

_LATER = re.compile(r" If [^:\"]{3,40}: ")  # words for when it heats up
_SIDES = {Side.SALES: "sales", Side.MARKETING: "marketing"}
# Who only tells what happened gets the line that takes no side first.
_TOLD = frozenset({Shape.PLAIN, Shape.PROOF, Shape.SAY, Shape.REFUSED})


def quarrel(desk: Desk) -> list[Part]:
    """Return the parts of the answer; of the words, those for the asker's side alone."""
    sides = [Side.SALES, Side.MARKETING]
    if desk.wish.question.side is Side.MARKETING:
        sides.reverse()
    needs = tuple(line for side in sides for line in _need(desk, _SIDES[side]))
    told = desk.wish.shape in _TOLD
    lead = [desk.prose("Summary", 45, whole=True)] if told else answer_first(desk, 55)
    step = [desk.prose("In short", 45, "Next step", whole=True)] if told else []
    words = _words(desk)
    asked = desk.wish.shape is Shape.SAY
    return [
        *([words] if asked else []),
        *lead,
        Part(needs if len(needs) == len(sides) else ()),
        *step,
        desk.week(2 if told or desk.wish.side else 3),
        *([words] if not asked else []),
        desk.watch(22),
    ]


def _need(desk: Desk, name: str) -> tuple[Line, ...]:
    said = first(desk.section(f"What {name} needs"), lambda s: prose(s, desk.wish, 22, whole=True))
    return tuple(Line(f"**{name.capitalize()} needs:** {line.text}", line.n, "- ") for line in said)


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
