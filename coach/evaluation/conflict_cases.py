"""Texts as people paste them: quarrels, what only sounds like one, and what is for others."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from coach.domain.stages import Side, Stage

Kind = Literal["quarrel", "handover", "lookalike", "outside", "injected"]


class ConflictCase(BaseModel):
    """A text; `patterns` are the notes it is about, best first, empty where it is no quarrel."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    half: Literal["tuned", "reported"]
    kind: Kind
    side: Side
    text: str
    patterns: tuple[str, ...] = ()
    stage: Stage | None = None
    heat: int | None = Field(default=None, ge=1, le=9)
    quotes: tuple[str, ...] = ()
    heard: Literal["one", "both"] = "one"
    handover: str = ""

    @property
    def tuned(self) -> bool:
        """Whether it is of the half that choices were made on."""
        return self.half == "tuned"


def load_cases(path: Path) -> tuple[ConflictCase, ...]:
    """Read the texts.

    Raises:
        ValueError: a row breaks the schema, or an id stands twice.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    cases = tuple(ConflictCase.model_validate(row) for row in rows)
    ids = [case.id for case in cases]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"these ids stand twice: {', '.join(sorted(twice))}")
    return cases
