"""What a note's button asks."""

from __future__ import annotations

import pytest

from coach.domain.notes import Note
from coach.ui.notes import questions
from tests.small_playbook import EVIDENCE, NOTES, STAGE


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)
def test_a_question_names_the_note_and_is_one(note: Note) -> None:
    question = questions.about(note)

    assert question.endswith("?")
    assert note is STAGE or note.title in question


def test_a_note_whose_title_is_a_question_asks_just_that() -> None:
    assert questions.about(EVIDENCE) == EVIDENCE.title
