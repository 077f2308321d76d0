"""Reads `coverage.yaml`: how signals are weighed that tell whether the notes answer a question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coach.playbook.files import Strict, fields_of, read_file
from coach.playbook.heads import Head

FILE = "coverage.yaml"


@dataclass(frozen=True, slots=True)
class CoverageRules:
    """`head` reads the vectors that `embedder` makes of questions.

    Its logit is the last signal of `by_all`. `by_both` weighs words and cosines without it,
    `by_words` the words alone.
    """

    embedder: str
    head: Head
    by_all: Head
    by_both: Head
    by_words: Head


class _File(Strict):
    embedder: str
    head: Head
    by_all: Head
    by_both: Head
    by_words: Head


def load_coverage_rules(folder: Path) -> CoverageRules:
    """Read the rules.

    Raises:
        NoteError: the file is missing or breaks its schema.
    """
    file = fields_of(read_file(folder, folder / FILE), _File)
    return CoverageRules(**dict(file))
