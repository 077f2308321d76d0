"""Reads `knowledge/languages.yaml`: how languages are told apart, and what is said in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from coach.errors import NoteError

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


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    words: str
    letters: str = ""
    plain_line: str = ""
    notes: dict[str, Annotated[list[NoteId], Field(min_length=1)]] = {}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

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
    data = read_yaml(folder / FILE)
    try:
        file = _File.model_validate(data)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "languages"
        reason = first["msg"].removeprefix("Value error, ")
        raise NoteError(FILE, 1, f"`{field}`: {reason}") from exc
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


def read_yaml(path: Path) -> object:
    """Read one YAML file that the program cannot do without.

    The C parser is used where it is there: it is ten times faster.

    Raises:
        NoteError: the file is missing, no UTF-8 or no YAML.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 1
        raise NoteError(path.name, line, f"bad YAML: {exc.problem}") from exc
    except UnicodeDecodeError as exc:
        raise NoteError(path.name, 1, "the file is not UTF-8") from exc
    except OSError as exc:
        raise NoteError(path.name, 1, f"the file cannot be read: {exc.strerror}") from exc
