"""Who judges what the coach wrote, by a rubric; for measuring only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

LOWEST, HIGHEST = 1, 5  # points for each line of a rubric


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """Something to judge: what was asked for, what came, and each quality with what it means."""

    asked: str
    came: str
    rubric: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The points by quality; empty, with the `fault`, where the judge's reply has not them all."""

    points: Mapping[str, int] = field(default_factory=dict)
    fault: str = ""


class Judge(Protocol):
    """Judges by a rubric. Lives as long as a run."""

    def judge(self, task: JudgeTask) -> Verdict:
        """Return the points for one task.

        Raises:
            AuthorError: the endpoint failed.
        """
        ...
