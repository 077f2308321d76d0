"""The direct answer that comes first: advice, the section asked for, a meaning, a trap."""

from __future__ import annotations

from coach.playbook.composing.choosing import first, intro, is_list, items, prose
from coach.playbook.composing.definitions import defined
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line, Part
from coach.playbook.composing.sections import asked_for, opening
from coach.playbook.composing.shapes import Shape
from coach.playbook.composing.terms import share, terms_in
from coach.playbook.own_notes import is_settled

OPENING = 65  # words
MORE = 35
HALF = 0.5  # part of the question's terms that belongs to a comparison
NEW = 0.2  # part of the question's terms that more must bring


def answer_first(desk: Desk, words: int = OPENING) -> list[Part]:
    """Return the direct answer: one or two short paragraphs, a list or a table."""
    if desk.wish.shape is Shape.DEFINE and (parts := _meanings(desk)):
        return parts
    source, leads = opening(desk.note, desk.wish.shape, desk.material, desk.wish.wanted)
    if source is None or not leads:
        lead = desk.prose("In short", words, whole=True)
        return [lead, _more(desk.after(*lead.lines), source, lead)]
    if is_list(source):
        head = intro(source, desk.wish)
        listed = items(source, desk.wish, most=5, words=80)
        heads = (head,) if head is not None else ()
        title = "" if heads else _run_in(source)
        return [desk.prose("In short", 30, whole=True), Part(heads), Part(listed, title)]
    whole = asked_for(source, desk.wish.shape)
    said = first([source], lambda s: prose(s, desk.wish, words, whole))
    title = "Formula" if source.passage.heading == "Formula" else ""
    return [Part(said, title), desk.after(*said).prose("In short", 40)]


def _more(desk: Desk, source: Source | None, lead: Part) -> Part:
    """Return what a passage adds to `lead`, where it speaks of what was asked and not said yet."""
    if source is None:
        return Part(())
    if is_list(source):
        part = Part(items(source, desk.wish, most=3, words=60), _run_in(source))
    else:
        part = Part(first([source], lambda s: prose(s, desk.wish, MORE)), _run_in(source))
    new = desk.wish.shared(part.lines) - desk.wish.shared(lead.lines, part.lines)
    return part if new >= NEW else Part(())


def _run_in(source: Source) -> str:
    """Return the heading as it reads in an answer."""
    return "Watch for" if source.passage.heading == "Watch" else source.passage.heading


def _meanings(desk: Desk) -> list[Part]:
    if is_settled(desk.note):  # it is the meaning itself, and no other stands beside it
        return []
    found = defined(desk.material, desk.wish)[:3]
    own = tuple(line for _, line in found if _is_of(desk, line))
    lines = own or tuple(line for name, line in found if _is_meant(desk, name))
    marked = tuple(Line(line.text, line.n, "- ") for line in lines) if len(lines) > 1 else lines
    if not lines:
        return []
    rest = desk.after(*lines).prose("In short", 40)
    fits = len(lines) == 1 or desk.wish.shared(rest.lines) >= HALF
    return [Part(marked), *([rest] if fits else [])]


def _is_of(desk: Desk, line: Line) -> bool:
    return any(source.n == line.n for source in desk.material.of(desk.note.id))


def _is_meant(desk: Desk, name: str) -> bool:
    """Whether a name is most of what is asked about: "CAC payback" is not what CAC is."""
    return share(desk.wish.wanted, terms_in(name)) > HALF
