"""Reads the file behind `--history`: the earlier messages of a conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from coach.domain.answers import Message
from coach.domain.text import clean


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: Literal["user", "assistant"]
    content: str


def read_history(path: Path) -> tuple[Message, ...]:
    """Return the messages of a JSON file `[{"role": ..., "content": ...}]`, oldest first.

    Raises:
        ValueError: one sentence that says what is wrong with the file.
    """
    try:
        entries = TypeAdapter(list[_Entry]).validate_json(path.read_bytes())
    except OSError as exc:
        raise ValueError(f"{path} cannot be read: {exc.strerror}.") from exc
    except ValidationError as exc:
        first = exc.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ValueError(f"{path}: {where}: {first['msg']}.") from exc
    return tuple(Message(entry.role, clean(entry.content)) for entry in entries)
