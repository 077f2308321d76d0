"""How the coach stands at the moment, as the page and the command line say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What a model does with a text, as a clause says it."""

    WRITING = "writes the answers"
    SEARCHING = "searches by meaning"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agrees to once: their text goes to `host`, for `model` to do its `use`."""

    host: str
    model: str
    use: Use

    def __str__(self) -> str:
        """Say where text goes and what for."""
        return f"Text goes to {self.host}, where the model {self.model} {self.use}."


@dataclass(frozen=True, slots=True)
class Status:
    """Who writes, how it searches, and what is worth a warning.

    `model` and `host` are `None` where the playbook answers by itself. While `indexing`, `done` of
    `total` passages are embedded and `name` says what is being done.
    """

    model: str | None
    host: str | None
    indexing: bool
    name: str
    done: int
    total: int
    warnings: tuple[str, ...]
