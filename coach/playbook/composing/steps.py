"""The way on: the stage that is meant, and the one step to take from here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.notes import Kind, Move, StageNote
from coach.domain.stages import Stage
from coach.playbook.composing.blocks import blocks_of
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.standing import stands_at
from coach.playbook.composing.terms import terms_in

_WAY = "The way to "
_ALL = re.compile(r"\bthe way\b|\bhow (?:do|can|should) (?:we|i) get\b|\bsteps\b", re.IGNORECASE)
# A quarrel, a finding or a text is not a step: it can come up at any stage.
_AT_ANY_STAGE = frozenset({Kind.CONFLICT, Kind.EVIDENCE, Kind.TEMPLATE, Kind.STAGE, Kind.METRIC})
OWNERS = "My suggestion: name one owner on each side and a date before you start."
_DONE = re.compile(
    r"\b(?:after|since|done|did|finished|agreed|have (?:had|done|talked|met|now)|already"
    r"|we (?:\w+ed|met|made|set|wrote|built|ran|held))\b",
    re.IGNORECASE,
)


def stage_of(desk: Desk) -> Desk | None:
    """Return the desk with the stage leading that staying or going is about; `None` without one."""
    stages = [note for note in desk.notes if isinstance(note, StageNote)]
    meant = _meant(desk)
    for note in stages:
        if note.stage is meant:
            return desk.about(note)
    return desk.about(stages[0]) if stages and meant is None else None


def wants_way(text: str) -> bool:
    """Whether all steps from one stage to the next are asked for, and not the next one alone."""
    return _ALL.search(text) is not None


def whole_way(desk: Desk) -> Part:
    """Return all steps from the leading stage to the next."""
    for source in desk.material.of(desk.note.id):
        heading = source.passage.heading
        if heading.startswith(_WAY):
            steps = [block.text for block in blocks_of(source.passage.text) if block.item]
            return Part(tuple(Line(step, source.n, "- ") for step in steps), heading)
    return Part(())


def has_way(desk: Desk) -> bool:
    """Whether the leading stage has a way on; the last one has none."""
    sources = desk.material.of(desk.note.id)
    return any(source.passage.heading.startswith(_WAY) for source in sources)


def next_step(desk: Desk) -> list[Part]:
    """Return the step after what the question says is done, else the note's own, with owners.

    On a stage's way that is the item after the last one named.
    """
    for note in desk.notes:
        for source in desk.material.of(note.id):
            heading = source.passage.heading
            if heading.startswith(_WAY) and (step := _after(desk, source)) is not None:
                lead = Part((step,), f"Next on t{heading[1:]}")
                return [lead, *_started(desk.about(note), step)]
    if _DONE.search(desk.wish.question.text) and (check := _checked(desk)):
        return check
    return [desk.prose("In short", 50, "Next step", whole=True), desk.week(2)]


def _started(desk: Desk, step: Line) -> list[Part]:
    """Return who begins with a step: by the stage's own week, else by the note about the step."""
    if desk.note is desk.notes[0]:
        return [desk.prose("In short", 30, whole=True), desk.week(2)]
    for note in desk.notes:
        if _is_named(terms_in(note.id.replace("-", " ")), terms_in(step.text)):
            return [desk.about(note).prose("In short", 40, whole=True), desk.about(note).week(2)]
    return [Part((Line(OWNERS),))]


def stage_fit(desk: Desk) -> Part:
    """Say so where the note belongs to other stages than the one the asker is at."""
    stage, stages = desk.wish.question.stage, desk.note.stages
    if stage is None or not stages or stage in stages or desk.note.kind in _AT_ANY_STAGE:
        return Part(())
    at = f"*{stage.value.title()}*"
    if stage.number < min(other.number for other in stages):
        line = f"It is meant for {_listed(stages)}; at {at}, I would take it as a later step."
    else:
        line = f"By {at} I would expect this to stand; where it doesn't, mend it before you go on."
    return Part((Line(line),))


def _listed(stages: Sequence[Stage]) -> str:
    names = [f"*{stage.value.title()}*" for stage in stages]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _after(desk: Desk, source: Source) -> Line | None:
    """Return the item after the last one that the question names; of its own stage the first."""
    items = [block for block in blocks_of(source.passage.text) if block.item]
    asked = terms_in(desk.wish.question.text)
    named = [i for i, block in enumerate(items) if _is_named(terms_in(block.label), asked)]
    if not named and source.passage.note != desk.note.id:
        return None
    place = named[-1] + 1 if named else 0
    return Line(items[place].text, source.n) if place < len(items) else None


def _is_named(label: frozenset[str], asked: frozenset[str]) -> bool:
    return bool(label) and len(label & asked) * 3 >= len(label) * 2


def _checked(desk: Desk) -> list[Part]:
    """Return how to see that the step before stands, and who looks; nothing where no note says."""
    seen = desk.prose("Done looks like", 45, "First see that it stands", whole=True)
    note = desk.note
    if not seen.lines or not isinstance(note, Move):
        return []
    owners = f"Sales: {note.sales_owner}. Marketing: {note.marketing_owner}."
    held = next((source.n for source in desk.section("Who and how long")), None)
    return [seen, Part((Line(owners, held),), "Who looks")]


def guessed(desk: Desk) -> Part:
    """Say which stage was taken to be meant, where nobody named one."""
    asked, stage = desk.wish.question, _meant(desk)
    if asked.stage is not None or _named(desk) is not None or stage is None:
        return Part(())
    guess = f"I took you to be at *{stage.value.title()}*; say so if you are at another stage."
    return Part((Line(guess),))


def _meant(desk: Desk) -> Stage | None:
    """Return the stage the asker is at: as chosen, else the first one named, else the note's."""
    asked = desk.wish.question
    if asked.stage is not None:
        return asked.stage
    if (named := _named(desk)) is not None:
        return named
    note = desk.note
    if isinstance(note, StageNote):
        return note.stage
    return note.from_stage if isinstance(note, Move) else None


def _named(desk: Desk) -> Stage | None:
    """Return the stage that the question names, else the one named last before it."""
    asked = desk.wish.question
    texts = [asked.text, *(m.content for m in reversed(asked.history) if m.role == "user")]
    return next((stage for text in texts if (stage := stands_at(text)) is not None), None)
