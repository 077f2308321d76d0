"""What lies before the author while it writes one answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.domain.notes import Conflict, Move, Note
from coach.domain.stages import Side
from coach.playbook.composing.choosing import Wish, first, is_list, items, prose
from coach.playbook.composing.material import Material, Source
from coach.playbook.composing.owners import Roles, this_week
from coach.playbook.composing.parts import Line, Part

WATCH = 32  # words


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk for one answer: the leading note, the passages, the wish.

    `fit` (0-1) is how much of what is wanted of a text the leading note is about; `notes` are all
    that were found, the leading one first.
    """

    note: Note
    material: Material
    wish: Wish
    fit: float = 1.0
    notes: tuple[Note, ...] = ()

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

    def about(self, note: Note) -> Desk:
        """Return the desk with another of the notes found leading."""
        return replace(self, note=note)

    def week(self, most: int = 3) -> Part:
        """Return this week's lines with their owners; the run-in names the stage asked for."""
        stage = self.wish.question.stage
        fits = stage is not None and (not self.note.stages or stage in self.note.stages)
        at = f", at *{stage.value.title()}*" if fits and stage is not None else ""
        lines = this_week(self.section("This week"), self.wish, most, _roles(self.note))
        return Part(lines, f"This week{at}")


def _roles(note: Note) -> Roles:
    """Return who takes the step on each side, where the note says so."""
    if isinstance(note, Conflict | Move):
        return {Side.SALES: note.sales_owner, Side.MARKETING: note.marketing_owner}
    return {}


def _watched(source: Source, wish: Wish, words: int) -> Line | None:
    if is_list(source):
        best = items(source, wish, most=1, words=words + 10)
        return Line(best[0].text, source.n) if best else None
    return prose(source, wish, words)
