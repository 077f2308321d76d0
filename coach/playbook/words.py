"""Reads `knowledge/words.yaml`: the words that both sides settle together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from coach.domain.shared_words import Word
from coach.errors import NoteError
from coach.playbook.fields import Line, NoteId
from coach.playbook.files import Strict, fields_of, line_of, read_file

FILE = "words.yaml"


class _Word(Strict):
    key: NoteId
    name: Line
    said: Line
    question: Line
    example: Line
    names: list[Line] = Field(default_factory=list)
    sheet: NoteId
    notes: list[NoteId] = Field(default_factory=list)


class _Words(Strict):
    words: Annotated[list[_Word], Field(min_length=1, max_length=20)]


def load_words(folder: Path) -> tuple[Word, ...]:
    """Read the words.

    Raises:
        NoteError: the file is not there or breaks its form, with file, line and reason.
    """
    file = read_file(folder, folder / FILE)
    matter = fields_of(file, _Words)
    seen: set[str] = set()
    for place, word in enumerate(matter.words):
        if word.key in seen:
            line = line_of(file.text, ("words", place, "key"))
            raise NoteError(file.name, line, f"the key `{word.key}` stands twice")
        seen.add(word.key)
    return tuple(
        Word(w.key, w.name, w.said, w.question, w.example, tuple(w.names), w.sheet, tuple(w.notes))
        for w in matter.words
    )
