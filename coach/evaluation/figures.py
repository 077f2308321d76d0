"""Figures that outlive a run: those of other authors, and those beside LangChain's search."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from coach.domain.answers import Check
from coach.evaluation.bars import BARS
from coach.evaluation.counting import Count
from coach.evaluation.measured import PLAYBOOK, Measured
from coach.evaluation.metrics import Difference

_Model = TypeVar("_Model", bound=BaseModel)


class Figures(BaseModel):
    """What one author reached on the reported half; `files` are the hashes of what was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    author: str
    at: datetime
    files: dict[str, str]
    counts: dict[str, Count]
    further: dict[str, str]


class Half(BaseModel):
    """nDCG@5 over our own notes on one half: ours, LangChain's tuned and as it comes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    questions: int
    ours: float
    tuned: float
    as_it_comes: float
    difference: Difference
    gap_closed: float


class BesidePeer(BaseModel):
    """The last figures of `bench/own_notes.py`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: datetime
    halves: dict[str, Half]


def figures(measured: Measured) -> Figures:
    """Return the figures of a run's reported half."""
    read = measured.conditions
    counts = {bar.key: bar.count(measured, False) for bar in BARS}
    return Figures(
        author=read.author,
        at=read.at,
        files=dict(read.files),
        counts=counts,
        further=further(measured, tuned=False),
    )


def further(measured: Measured, *, tuned: bool) -> dict[str, str]:
    """Return what no bar is set for, ready to be read; empty where no questions were asked."""
    scores = [one.score.ndcg for one in measured.searched if one.asked.tuned is tuned]
    here = [o for o in measured.outcomes if o.asked.tuned is tuned]
    cited = [o for o in here if o.asked.notes and o.asked.language == "en" and o.answer.citations]
    if not scores or not cited:
        return {}
    other = [o for o in here if o.asked.language != "en"]
    checks = Counter(s.check for o in cited for s in o.answer.segments if s.text.strip())
    seconds = [o.answer.seconds.total for o in cited]
    found = {
        "Order of the notes found (nDCG@5, 1 is perfect)": f"{statistics.mean(scores):.3f}",
        "Answers that cite a note that answers or helps": Count(
            sum(o.cited for o in cited), len(cited)
        ).text,
        "Sentences of these answers: kept, marked, struck": ", ".join(
            str(checks[check]) for check in (Check.KEPT, Check.MARKED, Check.STRUCK)
        ),
        "Questions in other languages: right kind of reply": Count(
            sum(o.as_expected for o in other), len(other)
        ).text,
        "Seconds an answer, median": f"{statistics.median(seconds):.3f}",
    }
    if measured.conditions.author != PLAYBOOK:
        by_model = sum(o.answer.mode == "model" for o in cited)
        found["Answers the model wrote; the playbook wrote the rest"] = Count(
            by_model, len(cited)
        ).text
    return found


def save(these: Figures, folder: Path) -> None:
    """Keep the figures under their author's name, in the place of that author's last ones."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", these.author).strip(".-")
    file = folder / f"figures-{name}.json"
    file.write_text(these.model_dump_json(indent=1) + "\n", encoding="utf-8")


def kept(folder: Path, but: str) -> list[Figures]:
    """Return the figures kept of all authors but one, by name; none from an unreadable file."""
    found = (_read(file, Figures) for file in sorted(folder.glob("figures-*.json")))
    return [one for one in found if one is not None and one.author != but]


def beside_peer(file: Path) -> BesidePeer | None:
    """Return the last figures of the benchmark; `None` where there are none."""
    return _read(file, BesidePeer)


def _read(file: Path, model: type[_Model]) -> _Model | None:
    try:
        return model.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, ValidationError):
        return None
