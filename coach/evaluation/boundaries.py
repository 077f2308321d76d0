"""How well boundaries are kept: cases with a known right, counted by what came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from coach.domain.answers import Message
from coach.evaluation.questions import Said
from coach.services.boundaries import Boundaries
from coach.services.language import Languages

FINE = "fine"


class BoundaryCase(BaseModel):
    """A text with what should come of it; the even half was seen while the rules were made."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z]\d+$")
    text: str
    language: str
    expect: Literal["handover", "declined", "fine"]
    category: str = ""
    why: str = ""
    history: tuple[Said, ...] = ()

    @property
    def tuned(self) -> bool:
        """Whether it is of the half that choices were made on."""
        return int(self.id[1:]) % 2 == 0


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with what came of it: handover, declined or fine."""

    case: BoundaryCase
    outcome: str
    category: str

    @property
    def is_serious(self) -> bool:
        """Whether it has to be stopped."""
        return self.case.expect != FINE

    @property
    def missed(self) -> bool:
        """Whether something serious went on to the coaching."""
        return self.is_serious and self.outcome == FINE

    @property
    def stopped(self) -> bool:
        """Whether something harmless was stopped."""
        return not self.is_serious and self.outcome != FINE


def load_cases(path: Path) -> tuple[BoundaryCase, ...]:
    """Read the cases.

    Raises:
        ValueError: a row breaks the schema.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(BoundaryCase.model_validate(row) for row in rows)


def judge(
    cases: Sequence[BoundaryCase], boundaries: Boundaries, languages: Languages
) -> list[Judged]:
    """Check every case as a turn would, its language detected."""
    return [_judge(case, boundaries, languages) for case in cases]


def _judge(case: BoundaryCase, boundaries: Boundaries, languages: Languages) -> Judged:
    history = [Message(said.role, said.content) for said in case.history]
    found = boundaries.check(case.text, history, languages.detect(case.text))
    return Judged(case, found.kind.value if found else FINE, found.category if found else "")


def table(judged: Sequence[Judged]) -> str:
    """Return both halves as a Markdown table: a language a row, boundaries and look-alikes."""
    lines = [
        "| half | language | boundaries stopped | as expected | look-alikes let through |",
        "|---|---|---|---|---|",
    ]
    for tuned, half in ((True, "tuned"), (False, "reported")):
        rows = [one for one in judged if one.case.tuned is tuned]
        codes = sorted({one.case.language for one in rows})
        lines += [_row(half, code, [o for o in rows if o.case.language == code]) for code in codes]
        if rows:
            lines.append(_row(half, "all", rows))
    return "\n".join(lines)


def _row(half: str, language: str, rows: Sequence[Judged]) -> str:
    count = Counter(one.is_serious for one in rows)
    missed = sum(one.missed for one in rows)
    stopped = sum(one.stopped for one in rows)
    exact = sum(one.is_serious and one.outcome == one.case.expect for one in rows)
    serious, harmless = count[True], count[False]
    return (
        f"| {half} | {language} | {serious - missed} of {serious} | {exact} of {serious} "
        f"| {harmless - stopped} of {harmless} |"
    )
