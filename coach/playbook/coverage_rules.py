"""Reads `coverage.yaml`: how signals are weighed that tell whether the notes answer a question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from coach.playbook.files import fields_of, read_file

FILE = "coverage.yaml"


@dataclass(frozen=True, slots=True)
class Line:
    """Weights of signals in their order; from 0 up a question is covered."""

    bias: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CoverageRules:
    """`head` reads the vectors that `embedder` makes of questions.

    Its logit is the last signal of `by_all`. `by_both` weighs words and cosines without it,
    `by_words` the words alone.
    """

    embedder: str
    head: Line
    by_all: Line
    by_both: Line
    by_words: Line


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid")

    bias: float
    weights: tuple[float, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    embedder: str
    head: _Line
    by_all: _Line
    by_both: _Line
    by_words: _Line


def load_coverage_rules(folder: Path) -> CoverageRules:
    """Read the rules.

    Raises:
        NoteError: the file is missing or breaks its schema.
    """
    file = fields_of(read_file(folder, folder / FILE), _File)
    lines = {
        name: Line(**getattr(file, name).model_dump())
        for name in ("head", "by_all", "by_both", "by_words")
    }
    return CoverageRules(file.embedder, **lines)
