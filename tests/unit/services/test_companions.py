"""The leading notes bring what an answer is made of."""

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.answers import Question
from coach.domain.notes import Note
from coach.domain.passages import Coverage, Findings, Hit, Passage
from coach.domain.stages import Side, Stage
from coach.playbook.chunking import passages_of
from coach.playbook.composing.choosing import Wish
from coach.playbook.composing.compositions import compose
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Material, Source
from coach.playbook.composing.shapes import Shape
from coach.playbook.composing.terms import terms_in
from coach.services.companions import ESSENCE, HEADINGS, LEADING, WHOLE, with_companions
from tests.small_answers import with_section
from tests.small_playbook import CONFLICT, MEETING, METRIC, NOTES, PRACTICE, STAGE, WORDS

TEXTS = ("what next", "how do we get to Aligned", "write me an email", "Defined vs Aligned")
ALIGNED = replace(STAGE, id="aligned", title="Stage 3: Aligned", stage=Stage.ALIGNED)
ALL = (*NOTES, ALIGNED)


class Remembering(Material):
    """Material that remembers under which headings it was asked for passages."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__(hits)
        self.asked: set[str] = set()

    def section(self, note: str, *headings: str) -> tuple[Source, ...]:
        self.asked |= set(headings)
        return super().section(note, *headings)


class Cut:
    """An index that knows the passages of some notes."""

    def __init__(self, *notes: Note) -> None:
        self._notes = {note.id: passages_of(note, "") for note in notes}

    def find(self, text: str, history: Sequence[str] = (), k: int = 8) -> Findings:
        hits = [Hit(passages[0], n, 1.0, 0.5, 1.0) for n, passages in enumerate(self.all, 1)]
        return Findings(tuple(hits), Coverage(None, 0.0, 0.0), "hybrid", text)

    def passages(self, note: str) -> Sequence[Passage]:
        return self._notes[note]

    @property
    def all(self) -> list[list[Passage]]:
        return list(self._notes.values())


def asked_for() -> set[str]:
    """Return every heading that answers of all shapes from all kinds of notes look under."""
    passages = [passage for note in ALL for passage in passages_of(note, "")]
    material = Remembering([Hit(p, n, 3.0 / n, 0.5, 3.0) for n, p in enumerate(passages, 1)])
    for note in ALL:
        for shape in Shape:
            for side in Side:
                for text in TEXTS:
                    wish = Wish(
                        Question(text, side=side), shape, dict.fromkeys(terms_in(text), 1.0), side
                    )
                    others = tuple(other for other in ALL if other is not note)
                    compose(Desk(note, material, wish, notes=(note, *others)))
    return material.asked


def brought(place: int, note: Note, *others: Note) -> set[str]:
    """Return under which headings `note` comes along when it is found `place` notes after first."""
    index = Cut(*others[:place], note, *others[place:])
    hits = with_companions(index.find(""), index)
    return {hit.passage.heading for hit in hits if hit.passage.note == note.id}


def test_each_heading_an_answer_is_made_of_comes_along() -> None:
    asked = asked_for()

    assert {"In short", "Agenda", "Formula", "At a glance", "Options", "Sample"} <= asked
    assert asked - HEADINGS == set()


def test_each_way_on_to_a_stage_comes_along() -> None:
    ways = {f"The way to {stage.value.title()}" for stage in Stage if stage.number > 1}

    assert ways <= HEADINGS


def test_a_quarrel_found_third_brings_its_questions_and_options() -> None:
    headings = brought(WHOLE, CONFLICT, PRACTICE, WORDS)

    assert {"Options", "Questions to ask", "What constrains sales"} <= headings


def test_a_stage_found_third_brings_its_grid_and_the_way_on() -> None:
    stage = with_section(STAGE, "The way to Aligned", "- **Plan** together.")

    assert {"At a glance", "The way to Aligned"} <= brought(WHOLE, stage, PRACTICE, WORDS)


def test_a_note_beyond_the_leading_ones_brings_what_a_short_answer_needs() -> None:
    others = (PRACTICE, WORDS, MEETING, METRIC)

    assert "Options" in brought(LEADING, CONFLICT, *others) <= {"Summary", *ESSENCE}


def test_what_was_found_comes_first_and_nothing_twice() -> None:
    index = Cut(PRACTICE, WORDS)
    hits = with_companions(index.find(""), index)

    assert [hit.passage.note for hit in hits[:2]] == [PRACTICE.id, WORDS.id]
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.passage.id for hit in hits}) == len(hits)
