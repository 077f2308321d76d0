"""What an answer out of each kind of note is made of: first the answer, then who does what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coach.domain.notes import Kind, Meeting, Note
from coach.domain.stages import Side, Stage
from coach.playbook.choosing import Wish, first, intro, is_list, items, prose
from coach.playbook.copies import copy_of
from coach.playbook.definitions import defined
from coach.playbook.leading import opening
from coach.playbook.material import Material, Source
from coach.playbook.owners import this_week
from coach.playbook.parts import Line, Part
from coach.playbook.shapes import Shape

OPENING = 65  # words
MORE = 35
TO_THE_POINT = 0.35  # how well more must fit the question
WATCH = 32
_SIDES = {Side.SALES: "sales", Side.MARKETING: "marketing"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk for one answer: the leading note, the passages, the wish."""

    note: Note
    material: Material
    wish: Wish

    def section(self, *headings: str) -> tuple[Source, ...]:
        """Return the leading note's passages under the first of `headings` that is there."""
        return self.material.section(self.note.id, *headings)

    def prose(self, heading: str, words: int, title: str = "", whole: bool = False) -> Part:
        """Return the sentences of a section that fit best, under a run-in."""
        return Part(
            first(self.section(heading), lambda s: prose(s, self.wish, words, whole)), title
        )

    def after(self, *lines: Line) -> Desk:
        """Return the desk for what follows `lines`."""
        return replace(self, wish=self.wish.after(*lines))

    def watch(self, words: int = WATCH) -> Part:
        """Return what to watch: the best sentences or list items."""
        return Part(
            first(self.section("Watch"), lambda s: _watched(s, self.wish, words)), "Watch for"
        )

    def week(self, most: int = 3) -> Part:
        """Return this week's lines with their owners; the run-in names the stage asked for."""
        stage = self.wish.question.stage
        fits = stage is not None and (not self.note.stages or stage in self.note.stages)
        at = f", at *{stage.value.title()}*" if fits and stage is not None else ""
        return Part(this_week(self.section("This week"), self.wish, most), f"This week{at}")


def compose(desk: Desk) -> list[Part]:
    """Return the parts of the answer, in order; a part may turn out empty."""
    make = _BY_KIND.get(desk.note.kind, _advice)
    return [*_stage_fit(desk), *make(desk)]


def answer_first(desk: Desk, words: int = OPENING) -> list[Part]:
    """Return the direct answer: one or two short paragraphs, a list or a table."""
    if desk.wish.shape in (Shape.DEFINE, Shape.COMPARE) and (parts := _meanings(desk)):
        return parts
    source, leads = opening(desk.note, desk.wish.shape, desk.material, desk.wish.wanted)
    if source is None or not leads:
        lead = desk.prose("In short", words, whole=True)
        return [lead, _more(desk.after(*lead.lines), source)]
    if is_list(source):
        head = intro(source, desk.wish)
        listed = items(source, desk.wish, most=5, words=80)
        heads = (head,) if head is not None else ()
        return [desk.prose("In short", 30, whole=True), Part(heads), Part(listed)]
    said = first([source], lambda s: prose(s, desk.wish, words))
    return [Part(said), desk.after(*said).prose("In short", 40)]


def _more(desk: Desk, source: Source | None) -> Part:
    """Return what a passage adds to `In short`, where it speaks of what was asked."""
    if source is None:
        return Part(())
    if is_list(source):
        listed = items(source, desk.wish, most=3, words=60)
        return Part(listed if desk.wish.fit(source.passage.text) >= TO_THE_POINT else ())
    part = Part(first([source], lambda s: prose(s, desk.wish, MORE)))
    return part if _to_the_point(desk, part) else Part(())


def _to_the_point(desk: Desk, part: Part) -> bool:
    return any(desk.wish.fit(line.text) >= TO_THE_POINT for line in part.lines)


def _meanings(desk: Desk) -> list[Part]:
    found = defined(desk.material, desk.wish)
    if desk.wish.shape is Shape.COMPARE and len(found) < 2:
        return []
    lines = tuple(line for _, line in found[:3])
    marked = tuple(Line(line.text, line.n, "- ") for line in lines) if len(lines) > 1 else lines
    if not lines:
        return []
    rest = desk.after(*lines).prose("In short", 40)
    return [Part(marked), *([rest] if len(lines) == 1 or _to_the_point(desk, rest) else [])]


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
        return Part(_opener(desk, name), "You could open with")
    if desk.wish.shape is not Shape.SAY:
        return Part(())
    lines = [(side, line) for side in _SIDES.values() for line in _opener(desk, side)]
    named = tuple(Line(f"From {side}: {line.text}", line.n, "- ") for side, line in lines)
    return Part(named, "Words to open with")


def _opener(desk: Desk, side: str) -> tuple[Line, ...]:
    said = first(desk.section(f"Words for {side}"), lambda s: prose(s, desk.wish, 40, whole=True))
    return tuple(Line(line.text.removeprefix("To open: "), line.n) for line in said)


def _metric(desk: Desk) -> list[Part]:
    return [
        *answer_first(desk, 50),
        desk.prose("Formula", 45, "Formula", whole=True),
        desk.prose("How to read it", 45, "Read it so"),
        desk.watch(40),
    ]


def _evidence(desk: Desk) -> list[Part]:
    found = desk.section("What was found")
    listed = bool(found) and is_list(found[0])
    finding = (
        Part(items(found[0], desk.wish, most=2, words=45), "What was found")
        if listed
        else desk.prose("What was found", 50, "What was found")
    )
    return [
        *answer_first(desk, 60),
        finding,
        desk.prose("What it does not show", 40, "What it does not show"),
        desk.prose("Use it", 40, "Use it so", whole=True),
    ]


def _template(desk: Desk) -> list[Part]:
    copy, start = copy_of(desk.section("Text"), desk.wish)
    if not copy:
        return [*answer_first(desk), desk.watch()]
    if desk.wish.shape is not Shape.TEXT:
        ready = Part((Line("Ready to use, in your own words:", start),))
        return [*answer_first(desk), ready, Part(copy, free=True)]
    said = Part((Line("Here is a text to make your own; change what stands in brackets:", start),))
    lead = desk.prose("In short", 30, whole=True)
    return [said, Part(copy, free=True), lead, desk.prose("Before you send", 30, "Before you send")]


def _agenda(desk: Desk) -> tuple[Line, ...]:
    lines: list[Line] = []
    for source in desk.section("Agenda"):
        for row in source.passage.text.splitlines():
            number, dot, rest = row.partition(". ")
            if number.isdigit() and dot:
                lines.append(Line(rest.split(" Done when:")[0], source.n, f"{number}. "))
    return tuple(lines)


def _watched(source: Source, wish: Wish, words: int) -> Line | None:
    if is_list(source):
        best = items(source, wish, most=1, words=words + 10)
        return Line(best[0].text, source.n) if best else None
    return prose(source, wish, words)


def _stage_fit(desk: Desk) -> list[Part]:
    """Say so where the note belongs to other stages than the one the asker is at."""
    stage, stages = desk.wish.question.stage, desk.note.stages
    if stage is None or not stages or stage in stages:
        return []
    line = f"The playbook keeps this for {_named(stages)}; at *{stage.value.title()}*, check first"
    return [Part((Line(f"{line} that it still holds."),))]


def _named(stages: Sequence[Stage]) -> str:
    names = [f"*{stage.value.title()}*" for stage in stages]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


_BY_KIND: dict[Kind, Callable[[Desk], list[Part]]] = {
    Kind.STAGE: _stage,
    Kind.MOVE: _move,
    Kind.MEETING: _meeting,
    Kind.CONFLICT: _conflict,
    Kind.METRIC: _metric,
    Kind.EVIDENCE: _evidence,
    Kind.TEMPLATE: _template,
}
