"""What a language model of middling ability made of drafted agendas, with all it was given."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.domain.agenda import Agenda, Attendee, Item, Part
from coach.domain.notes import Outcome
from coach.domain.passages import Passage
from coach.domain.stages import Side, Stage
from tests.fakes import passage

FOLDER = Path(__file__).parent / "data" / "recordings" / "agendas"


@dataclass(frozen=True)
class AgendaRecording:
    """One agenda: the last of the `replies` is the one that held."""

    name: str
    brief: str
    draft: Agenda
    passages: tuple[Passage, ...]
    replies: tuple[str, ...]


def agenda_recordings() -> list[AgendaRecording]:
    """Return all recordings, by name."""
    return [_recording(path) for path in sorted(FOLDER.glob("*.json"))]


def _recording(path: Path) -> AgendaRecording:
    data = json.loads(path.read_text(encoding="utf-8"))
    draft = Agenda(
        title=data["title"],
        outcome=data["outcome"],
        minutes=data["minutes"],
        people=tuple(Attendee(**(row | {"side": Side(row["side"])})) for row in data["people"]),
        items=tuple(_item(row) for row in data["items"]),
        chair=data["chair"],
        note_taker=data["note_taker"],
        stage=Stage(data["stage"]) if data["stage"] else None,
        note=data["note"],
    )
    passages = tuple(
        passage(row["text"], data["note"], row["heading"].partition(": ")[2])
        for row in data["passages"]
    )
    return AgendaRecording(path.stem, data["brief"], draft, passages, tuple(data["replies"]))


def _item(row: dict[str, Any]) -> Item:
    kinds = {
        "outcome": Outcome(row["outcome"]),
        "side": Side(row["side"]),
        "part": Part(row["part"]),
    }
    return Item(**(row | kinds))
