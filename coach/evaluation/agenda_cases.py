"""Briefs for meetings as people type them, each with what a facilitator would check."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

_Words = tuple[str, ...]  # one of them has to be found


class Expected(BaseModel):
    """What a facilitator would look for on the finished agenda; all words may be stems."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    meeting: _Words = ()
    mentions: tuple[_Words, ...] = ()
    never: _Words = ()
    owner_roles: tuple[_Words, ...] = ()
    sides: Literal["both", ""] = ""
    decides: bool = False
    repair: bool = False
    neutral: bool = False
    one_side: bool = False
    cancel: bool = False
    elsewhere: bool = False
    off_topic: bool = False


class AgendaCase(BaseModel):
    """A brief; `minutes` is `None` where it names no length, or no group should meet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    half: Literal["tuned", "reported"]
    brief: str
    expect: Expected
    minutes: int | None = None
    note: str = ""

    @property
    def tuned(self) -> bool:
        """Whether it is of the half that choices were made on."""
        return self.half == "tuned"


def load_cases(path: Path) -> tuple[AgendaCase, ...]:
    """Read the briefs.

    Raises:
        ValueError: a row breaks the schema.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(AgendaCase.model_validate(row) for row in rows)
