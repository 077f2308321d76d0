"""Reads `knowledge/languages.yaml`: how languages are told apart, and what is said in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from coach.playbook.files import Strict, fields_of, read_file

FILE = "languages.yaml"
Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
NoteId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language.

    `words` are its commonest small words, `letters` those that few others have; `plain_line` says
    that the playbook is in English (empty where we have none); `notes` leads from a term in that
    language to note ids.
    """

    code: str
    words: tuple[str, ...]
    letters: str = ""
    plain_line: str = ""
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Entry(Strict):
    words: str
    letters: str = ""
    plain_line: str = ""
    notes: dict[str, Annotated[list[NoteId], Field(min_length=1)]] = Field(default_factory=dict)


class _File(Strict):
    languages: dict[Code, _Entry]

    @model_validator(mode="after")
    def _english_is_there(self) -> _File:
        if "en" not in self.languages:
            raise ValueError("`en` is missing: every other language is measured against it")
        return self


def load_languages(folder: Path) -> tuple[Tongue, ...]:
    """Read the languages, English first as the file has it.

    Raises:
        NoteError: the file is missing or breaks its schema.
    """
    file = fields_of(read_file(folder, folder / FILE), _File)
    return tuple(
        Tongue(
            code=code,
            words=tuple(entry.words.split()),
            letters=entry.letters,
            plain_line=entry.plain_line,
            notes=tuple((term, tuple(ids)) for term, ids in entry.notes.items()),
        )
        for code, entry in file.languages.items()
    )
