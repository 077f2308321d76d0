"""Which notes an earlier answer came from, told by the sentences it opened with."""

from __future__ import annotations

import re

from coach.domain.answers import Question
from coach.domain.notes import Note, Playbook
from coach.playbook.composing.blocks import blocks_of, words_in
from coach.playbook.composing.parts import plain
from coach.playbook.composing.terms import terms_in

FEW = 5  # words of a question that says little without the one before
_BACK = re.compile(
    r"^\W*(?:and|but|so|or)\b"
    r"|\b(?:it|its|that|this|them|they|those|these|he|she|him|her|their|there)\b",
    re.IGNORECASE,
)
# Words that ask on and name no subject: "what do I ask sales?" is about what was told before.
_ASKING_ON = terms_in(
    "ask question three good sales marketing team side each option choice alternative cost please"
)


class Earlier:
    """Knows each note's opening sentences. Never changes; safe from many threads."""

    def __init__(self, playbook: Playbook) -> None:
        """Remember the openings of all notes."""
        self._openings = {note.id: _openings(note) for note in playbook.notes}

    def notes(self, question: Question) -> frozenset[str]:
        """Return the notes the last answer came from, where the question points back to it."""
        answers = [m.content for m in question.history if m.role == "assistant"]
        if not answers or not points_back(question.text):
            return frozenset()
        said = plain(answers[-1])
        return frozenset(
            note
            for note, openings in self._openings.items()
            if any(opening in said for opening in openings)
        )


def points_back(text: str) -> bool:
    """Whether a follow-up leans on what was said before it."""
    few = words_in(text) < FEW or terms_in(text) <= _ASKING_ON
    return few or _BACK.search(text) is not None


def _openings(note: Note) -> tuple[str, ...]:
    section = note.section("In short")
    first = blocks_of(section.text)[0].sentences[:1] if section and section.text.strip() else ()
    return tuple(plain(text) for text in (note.summary, *first))
