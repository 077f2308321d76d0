"""Rehearsals: what is said is looked at, answered by the note or a model, and looked back on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.domain.conflict import Analysis
from coach.domain.names import NameChoices
from coach.domain.notes import Conflict, Exchange, Playbook
from coach.domain.rehearsal import Criterion, Debrief, Difficulty, Mark, Role
from coach.domain.scene import Scene
from coach.errors import AuthorError
from coach.ports import Clock, Partner
from coach.services.boundaries import Boundaries, Boundary
from coach.services.language import Languages
from coach.services.rehearsing.rubric import marks_of
from coach.services.rehearsing.scene import scene_of

PLAYBOOK = "playbook"
# What code counts surely; for the rest a model may see more than words.
_BY_CODE = frozenset({Criterion.NO_BLAME, Criterion.NO_ALWAYS, Criterion.QUESTION})
BY_RULES = "The model could not look back, so this look was made by plain rules."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsing:
    """Rehearses the conversations of quarrels and stores nothing. Lives as long as the app.

    `partner` is `None` without a model. Ask it only where the person agreed that their text may go
    there.
    """

    playbook: Playbook
    boundaries: Boundaries
    languages: Languages
    clock: Clock
    partner: Partner | None = None

    def begin(
        self,
        analysis: Analysis,
        role: Role,
        difficulty: Difficulty,
        names: NameChoices | None = None,
    ) -> Scene | None:
        """Return a rehearsal of a case, `None` where its note is gone."""
        note = self.playbook.get(analysis.patterns[0].note) if analysis.patterns else None
        if not isinstance(note, Conflict):
            return None
        return scene_of(analysis, note, role, difficulty, names)

    def boundary(self, text: str) -> Boundary | None:
        """Return what a line crosses that no rehearsal is for; `None` where it crosses nothing."""
        return self.boundaries.check(text, (), self.languages.detect(text))

    def looked_at(self, scene: Scene) -> tuple[Mark, ...]:
        """Return a look, by code, at what the person said last."""
        return marks_of(scene.mine[-1:], scene.constraint)

    def debrief(self, scene: Scene, *, by_model: bool) -> Debrief:
        """Return the look back on all the person said; waits for the model where it is asked.

        Never raises for what a model or its endpoint does: then the rules look back alone.
        """
        marks, warning = marks_of(scene.mine, scene.constraint), ""
        by = PLAYBOOK
        if by_model and self.partner is not None and scene.mine:
            try:
                marks = _joined(marks, self.partner.look_back(scene), scene)
                by = self.partner.name
            except AuthorError as exc:
                warning = f"{exc.message} {BY_RULES}"
        return Debrief(
            at=self.clock.now(),
            note=scene.note,
            role=scene.role,
            difficulty=scene.difficulty,
            by=by,
            lines=len(scene.mine),
            marks=marks,
            warning=warning,
        )


def next_reply(scene: Scene) -> Exchange | None:
    """Return what the other side may say next in a guided rehearsal; `None` after the last."""
    said = len(scene.mine)
    return scene.replies[said - 1] if 0 < said <= len(scene.replies) else None


def answered(scene: Scene) -> Exchange | None:
    """Return what the person has just answered in a guided rehearsal, with a good answer to it."""
    said = len(scene.mine)
    return scene.replies[said - 2] if 1 < said <= len(scene.replies) + 1 else None


def is_over(scene: Scene) -> bool:
    """Whether a guided rehearsal has come to its end: each reply was answered."""
    return len(scene.mine) > len(scene.replies)


def _joined(
    by_code: tuple[Mark, ...], by_model: tuple[Mark, ...], scene: Scene
) -> tuple[Mark, ...]:
    """Return the marks of the model where it may judge; a quote that nobody said is dropped.

    What it calls met needs words that stand in the lines; else the rules' own mark holds.
    """
    thought: dict[Criterion, Mark] = {}
    for mark in by_model:
        thought.setdefault(mark.criterion, _located(mark, scene.mine))
    return tuple(_chosen(mark, thought.get(mark.criterion)) for mark in by_code)


def _chosen(mark: Mark, thought: Mark | None) -> Mark:
    if thought is None:
        return mark
    if mark.criterion in _BY_CODE or (thought.met and not thought.quotes):
        return replace(mark, why=thought.why) if thought.met is mark.met else mark
    return thought


def _located(mark: Mark, lines: tuple[str, ...]) -> Mark:
    """Return the mark with its quotes as they stand in the lines, without those that don't."""
    found = (place for quote in mark.quotes if (place := _place(quote, lines)))
    return replace(mark, quotes=tuple(found))


def _place(quote: str, lines: tuple[str, ...]) -> str:
    """Return the words of a line that a quote repeats, "" where nobody said them."""
    bare = quote.strip(" \t\n\"“”„«»'’.…")
    for line in lines:
        at = line.casefold().find(bare.casefold()) if bare else -1
        if at >= 0 and len(line.casefold()) == len(line):
            return line[at : at + len(bare)]
    return ""
