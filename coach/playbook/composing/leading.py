"""Which note answers a question."""

from __future__ import annotations

from collections.abc import Mapping

from coach.domain.answers import Question
from coach.domain.letters import asks_for_letter
from coach.domain.notes import Conflict, Direction, Kind, Move, Note, Playbook, StageNote
from coach.playbook.composing.earlier import Earlier
from coach.playbook.composing.letters import invites, recipient
from coach.playbook.composing.material import Material
from coach.playbook.composing.sections import asked_for
from coach.playbook.composing.shapes import Shape, wants_shorter
from coach.playbook.composing.standing import stands_at
from coach.playbook.composing.terms import Terms, share, terms_in

# What each further passage of a note counts beside the one before it.
_DECAY = 0.3
# How much a note's own words for itself count beside the search.
_OWN_WORDS, _ONLY_WORDS = 0.5, 1.5
_STAGE_FITS, _STAGE_MISSES = 0.2, -0.15
_STARTS = 0.6
_PREFERRED: dict[Shape, dict[Kind, float]] = {
    Shape.TEXT: {Kind.TEMPLATE: 0.7},
    Shape.SAY: {Kind.TEMPLATE: 0.1, Kind.CONFLICT: 0.1},
    Shape.MEETING: {Kind.MEETING: 0.8},
    Shape.PROOF: {Kind.EVIDENCE: 0.5},
    Shape.MEASURE: {Kind.METRIC: 0.3},
    Shape.CALCULATE: {Kind.METRIC: 0.2},
    Shape.DEFINE: {
        Kind.PRACTICE: 0.2,
        Kind.METRIC: 0.2,
        Kind.STAGE: 0.2,
        Kind.MEETING: -0.2,
        Kind.CONFLICT: -0.2,
    },
    Shape.COMPARE: {Kind.PRACTICE: 0.15},
    Shape.WHY: {Kind.MEETING: -0.3},
    Shape.AMOUNT: {Kind.CONFLICT: -0.3},
    Shape.WHO: {Kind.METRIC: -0.3, Kind.TEMPLATE: -0.6},
    Shape.EXAMPLE: {Kind.TEMPLATE: 0.4},
    Shape.ASK: {Kind.CONFLICT: 0.8},
    Shape.OPTIONS: {Kind.CONFLICT: 0.3},
    Shape.NEXT: {Kind.MOVE: 0.6, Kind.STAGE: 0.3, Kind.MEETING: -0.2},
    Shape.STAY: {Kind.STAGE: 0.2, Kind.MOVE: 0.3, Kind.ADAPTATION: 0.2},
}
# A finding or a text to copy seldom answers who asked for neither.
_UNASKED: dict[Kind, float] = {Kind.EVIDENCE: -0.4, Kind.TEMPLATE: -0.35}
_ON_THE_WAY = frozenset({Shape.NEXT, Shape.STAY, Shape.LIST})
# What the search must bring of a note before it may lead an answer; of a quarrel, what is asked.
# Questions claim nothing: those of the quarrel told before are given without their passage too.
_NEEDED = "In short"
_OF_QUARRELS: dict[Shape, str] = {Shape.ASK: "", Shape.OPTIONS: "Options"}
_INCOMPLETE = -1.0
_FORM = 0.3
# From which part of the question's terms on a template is what was asked for, or near it.
READY, NEAR = 0.55, 0.3
_FORM_FIT = 0.1  # a form to fill in fits no letter, and is the nearest text where it is named
_TEMPLATE_READY, _TEMPLATE_NEAR, _INVITATION = 0.7, 0.1, 0.8
# Words that ask for a text and do not say which one.
_ASKING = terms_in(
    "write e-mail mail email draft message note letter compose formulate send text slack short put"
    " together please word words help template ready sales marketing team teams head colleague"
    " counterpart somebody person ask asking ten minutes"
)
# What it counts that the answer before came from a note; who asks what is next wants another.
_TOLD_BEFORE = 0.7
_SAID: dict[Shape, float] = {
    Shape.NEXT: -0.6, Shape.PROOF: 0.0, Shape.REFUSED: 0.1, Shape.MEETING: 0.0, Shape.TEXT: 0.1,
}  # fmt: skip


class Leading:
    """Chooses among the notes found. Lives as long as the app; safe from many threads."""

    def __init__(self, playbook: Playbook, terms: Terms) -> None:
        """Remember each note's own words: title, summary, aliases, follow-ups, signals."""
        self._terms = terms
        self._earlier = Earlier(playbook)
        self._notes = {note.id: note for note in playbook.notes}
        self._cards = {note.id: terms_in(card_of(note)) for note in playbook.notes}
        self._uses = {
            note.id: terms_in("\n".join((card_of(note), *note.asked))) for note in playbook.notes
        }

    def rank(self, question: Question, shape: Shape, material: Material) -> list[Note]:
        """Return the notes found, the one that should answer first."""
        wanted = self.wanted(question)
        told = self._earlier.notes(question)
        asked = [n for n in told if shape is Shape.ASK and isinstance(self._notes[n], Conflict)]
        scores = {
            note: self._score(self._notes[note], question, shape, material, wanted)
            + (self._told_before(self._notes[note], shape) if note in told else 0.0)
            for note in dict.fromkeys((*material.notes, *asked))
            if note in self._notes
        }
        return [self._notes[n] for n in sorted(scores, key=lambda n: -scores[n])]

    def wanted(self, question: Question) -> dict[str, float]:
        """Return the telling terms of the question; those of the one before count half.

        "Shorter, please" speaks of the answer: then the question before is all that counts.
        """
        earlier = " ".join([m.content for m in question.history if m.role == "user"][-1:])
        before = self._terms.weigh(earlier)
        if before and wants_shorter(question.text):
            return before
        return {t: w / 2 for t, w in before.items()} | self._terms.weigh(question.text)

    def fit(self, note: Note, question: Question) -> float:
        """Return how much (0-1) of what a question wants of a text the note is about.

        Nothing fits a letter of which nothing is told.
        """
        if asks_for_letter(question.text) and _is_form(note):
            return _FORM_FIT
        named = terms_in(recipient(question.text))
        telling = {
            term: weight
            for term, weight in self.wanted(question).items()
            if term not in _ASKING and term not in named
        }
        fit = share(telling, self._uses.get(note.id, frozenset())) if telling else 0.0
        if note.kind is Kind.TEMPLATE and invites(question.text):
            return min(fit, NEAR)  # what people are invited to is for no text of ours to know
        return fit

    def _score(
        self,
        note: Note,
        question: Question,
        shape: Shape,
        material: Material,
        wanted: Mapping[str, float],
    ) -> float:
        found = sorted((source.score for source in material.of(note.id)), reverse=True)
        score = sum(part * _DECAY**place for place, part in enumerate(found))
        # What to shorten is only in the question before, which the search hardly reads.
        weight = _ONLY_WORDS if wants_shorter(question.text) else _OWN_WORDS
        score += weight * share(wanted, self._cards[note.id])
        score += self._liking(note, question, shape)
        if any(asked_for(source, shape) and source.score for source in material.of(note.id)):
            score += _FORM
        needed = _OF_QUARRELS.get(shape, _NEEDED) if isinstance(note, Conflict) else _NEEDED
        if needed and not material.section(note.id, needed):
            score += _INCOMPLETE
        if shape in _ON_THE_WAY and _starts_from(note, question.text):
            score += _STARTS
        if question.stage is not None and note.stages:
            score += _STAGE_FITS if question.stage in note.stages else _STAGE_MISSES
        return score

    def _told_before(self, note: Note, shape: Shape) -> float:
        """Return what it counts that the answer before came from a note."""
        held = note.kind is Kind.MEETING and shape is Shape.MEETING
        return _TOLD_BEFORE if held else _SAID.get(shape, _TOLD_BEFORE)

    def _liking(self, note: Note, question: Question, shape: Shape) -> float:
        """Return what the kind of the note counts for a question of this shape."""
        if note.kind is Kind.MEETING and invites(question.text):
            return _INVITATION
        if note.kind is Kind.TEMPLATE and asks_for_letter(question.text):
            fit = self.fit(note, question)
            if fit >= READY:
                return _TEMPLATE_READY
            return _TEMPLATE_NEAR if fit >= NEAR else _UNASKED[Kind.TEMPLATE]
        if note.kind is Kind.STAGE and shape is Shape.DEFINE and stands_at(question.text) is None:
            return 0.0
        return _PREFERRED.get(shape, {}).get(note.kind, _UNASKED.get(note.kind, 0.0))


def _is_form(note: Note) -> bool:
    """Whether a template is filled in by many rather than sent to one."""
    section = note.section("Text")
    return section is not None and any(line.startswith("|") for line in section.text.splitlines())


def _starts_from(note: Note, text: str) -> bool:
    """Whether the note is of the stage that a question about the way on starts from, or stays."""
    stage = stands_at(text)
    if isinstance(note, Move) and note.direction is Direction.STAY:
        return note.from_stage is stage
    return isinstance(note, StageNote) and note.stage is stage


def card_of(note: Note) -> str:
    """Return the note's own words for itself, a line each."""
    lines = [note.title, note.summary, *note.aliases, *note.follow_ups]
    if isinstance(note, Conflict):
        lines += note.signals
    return "\n".join(lines)
