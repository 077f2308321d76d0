"""Answers that a language model of middling ability gave, with all that it was given."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.domain.answers import Brief, Message, Question, Repair
from coach.domain.notes import Kind
from coach.domain.passages import Hit, Passage
from coach.domain.stages import Side, Stage

FOLDER = Path(__file__).parent / "data" / "recordings"


@dataclass(frozen=True)
class Recording:
    """One exchange: `job` is answer, repair or translate."""

    name: str
    job: str
    brief: Brief
    reply: str


def recordings(*jobs: str) -> list[Recording]:
    """Return the recordings of these jobs, by name."""
    found = (_recording(path) for path in sorted(FOLDER.glob("*.json")))
    return [recording for recording in found if recording.job in jobs]


def _recording(path: Path) -> Recording:
    data = json.loads(path.read_text(encoding="utf-8"))
    hits = tuple(
        Hit(_passage(n, row), n, 1 / n, 0.7, 9.0) for n, row in enumerate(data["passages"], 1)
    )
    question = Question(
        data["question"],
        tuple(Message(m["role"], m["content"]) for m in data.get("history", ())),
        Stage(data["stage"]) if "stage" in data else None,
        Side(data["side"]) if "side" in data else None,
        data.get("so_far", ""),
    )
    repair = Repair(data["repair"], data["reason"], data["rest"]) if "repair" in data else None
    brief = Brief(question, hits, language=data["language"], repair=repair)
    return Recording(path.stem, data["job"], brief, data["reply"])


def _passage(n: int, row: dict[str, Any]) -> Passage:
    title, _, heading = row["heading"].rpartition(": ")
    text = row["text"]
    return Passage(f"p{n}", f"note-{n}", Kind.PRACTICE, title, heading, text, "", 0, len(text))
