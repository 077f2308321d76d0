"""Measures the verifier on labelled pairs of a passage and a sentence that cites it.

A pairs file is a YAML list of `id, note, heading, passage, sentence, label, fault, half`; `label`
is supported, fault or overreach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from coach.domain.answers import Brief, Check, Question
from coach.domain.notes import Kind
from coach.domain.passages import Hit, Passage
from coach.services.grounding import Grounding


class Pair(BaseModel):
    """A passage, a sentence that cites it, and how a reader labelled the two."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    note: str
    heading: str
    passage: str
    sentence: str
    label: str
    fault: str | None = None
    half: str = ""

    @property
    def group(self) -> str:
        """`supported`, `overreach`, or the kind of fault that was planted."""
        return f"fault: {self.fault}" if self.label == "fault" else self.label


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with the verifier's verdict."""

    pair: Pair
    check: Check
    reason: str

    @property
    def is_wrong(self) -> bool:
        """A true sentence struck, or another one kept."""
        return self.check is (Check.STRUCK if self.pair.label == "supported" else Check.KEPT)


def load_pairs(file: Path) -> list[Pair]:
    """Read a pairs file; a mapping's one list is taken too."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    if isinstance(data, dict):
        data = next(value for value in data.values() if isinstance(value, list))
    return [Pair.model_validate(item) for item in data]


def judge(pairs: Iterable[Pair], grounding: Grounding) -> list[Judged]:
    """Let the verifier read each sentence as an answer that cites its passage as [1]."""
    return [_judge(pair, grounding) for pair in pairs]


def _judge(pair: Pair, grounding: Grounding) -> Judged:
    passage = Passage(
        id=f"{pair.note}/{pair.heading}/{hash(pair.passage)}",
        note=pair.note,
        kind=Kind.PRACTICE,
        title=pair.note.replace("-", " ").capitalize(),
        heading=pair.heading,
        text=pair.passage,
        file="",
        start=0,
        end=len(pair.passage),
    )
    brief = Brief(Question(""), (Hit(passage, 1, 1.0, None, None),))
    verification = grounding.verification(brief)
    verification.feed(_with_mark(pair.sentence))
    verification.end()
    segments = [s for s in verification.segments if s.text.strip()]
    # A sentence that the splitter cuts in two is only as good as its worse half.
    worst = min(segments, key=lambda s: _ORDER.index(s.check))
    return Judged(pair, worst.check, worst.reason)


_ORDER = (Check.STRUCK, Check.MARKED, Check.KEPT)


def _with_mark(sentence: str) -> str:
    text = sentence.strip()
    return text if "[1]" in text else f"{text.rstrip('.!')} [1]."


def table(judged: Sequence[Judged]) -> str:
    """Return counts by half, label and verdict as a Markdown table."""
    rows = ["| half | label | n | kept | marked | struck |", "|---|---|---|---|---|---|"]
    for half in sorted({one.pair.half for one in judged}):
        here = [one for one in judged if one.pair.half == half]
        for group in sorted({one.pair.group for one in here}):
            counts = Counter(one.check for one in here if one.pair.group == group)
            cells = " | ".join(str(counts[check]) for check in reversed(_ORDER))
            rows.append(f"| {half} | {group} | {counts.total()} | {cells} |")
    return "\n".join(rows)


def rates(judged: Sequence[Judged]) -> str:
    """Return what the bars ask, a line a half: faults let through, true sentences refused."""
    lines = []
    for half in sorted({one.pair.half for one in judged}):
        here = [one for one in judged if one.pair.half == half]
        faults = [one for one in here if one.pair.label == "fault"]
        true = [one for one in here if one.pair.label == "supported"]
        lines.append(
            f"{half}: faults let through unmarked {_share(faults, Check.KEPT)},"
            f" struck {sum(one.check is Check.STRUCK for one in faults)};"
            f" true sentences refused {_share(true, Check.STRUCK)},"
            f" marked {sum(one.check is Check.MARKED for one in true)}"
        )
    return "\n".join(lines)


def _share(judged: Sequence[Judged], check: Check) -> str:
    n = sum(one.check is check for one in judged)
    return f"{n} of {len(judged)} ({100 * n / max(1, len(judged)):.1f} %)"
