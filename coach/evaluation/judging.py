"""What a model judges by a rubric, for whatever part of the coach hands in its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.errors import AuthorError
from coach.evaluation.counting import Count
from coach.ports.judges import Judge, JudgeTask, Verdict

GOOD = 4  # points from which a quality counts as there


@dataclass(frozen=True, slots=True)
class Rated:
    """A case of a half with the judge's verdict."""

    id: str
    tuned: bool
    verdict: Verdict


def rate(tasks: Iterable[tuple[str, bool, JudgeTask]], judge: Judge) -> list[Rated]:
    """Judge each task, given with its case and whether that is of the tuned half.

    What the endpoint fails at counts as not judged.
    """
    rated = []
    for name, tuned, task in tasks:
        try:
            verdict = judge.judge(task)
        except AuthorError as error:
            verdict = Verdict(fault=error.message)
        rated.append(Rated(name, tuned, verdict))
    return rated


def table(rated: Sequence[Rated], rubric: Mapping[str, str]) -> str:
    """Return what was judged in both halves as a Markdown table, and how much could not be."""
    lines = ["", "| half | judged | good | of |", "|---|---|---|---|"]
    for tuned, half in ((True, "tuned"), (False, "reported")):
        found = counts([one for one in rated if one.tuned is tuned], rubric)
        lines += [f"| {half} | {name} | {count.n} | {count.of} |" for name, count in found.items()]
    failed = sum(bool(one.verdict.fault) for one in rated)
    return "\n".join([*lines, "", f"Not judged, for want of a readable verdict: {failed}."])


def counts(rated: Sequence[Rated], rubric: Mapping[str, str]) -> dict[str, Count]:
    """Return for each quality how many of the judged answers have it."""
    judged = [one.verdict.points for one in rated if one.verdict.points]
    return {
        f"judged {name}: {GOOD} or 5 of 5": Count(sum(p[name] >= GOOD for p in judged), len(judged))
        for name in rubric
        if judged
    }
