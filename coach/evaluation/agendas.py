"""Agendas for labelled briefs, scored by rules: checks kept of checks made, half by half.

The labels name meetings (`meeting`) as a facilitator would call them who doesn't know the playbook.
No rule can tell whether *Lead routing* is our *Lead clinic*, so these names are shown beside a
worst case and not scored; whether the purpose was met is seen by what the agenda has to mention.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter

from coach.domain.agenda import Agenda
from coach.domain.meeting_brief import MeetingBrief
from coach.errors import NoMeeting
from coach.evaluation.agenda_cases import AgendaCase
from coach.evaluation.agenda_checks import Check, asked, sound, unsaid, whole, without
from coach.evaluation.counting import Count
from coach.services.agendas.reading import read_brief

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)  # a fixed day, so that two runs read the same
ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class JudgedAgenda:
    """A brief with what came of it: an agenda, or the kind of and the reason for none."""

    case: AgendaCase
    agenda: Agenda | None
    reason: str
    kind: str
    checks: tuple[Check, ...]
    seconds: float

    @property
    def missed(self) -> tuple[Check, ...]:
        """The checks that were not kept."""
        return tuple(check for check in self.checks if not check.kept)


def judge(
    cases: Sequence[AgendaCase], draft: Callable[[MeetingBrief], Agenda]
) -> list[JudgedAgenda]:
    """Read and draft every brief as the command line would, and check what comes."""
    return [_judge(case, draft) for case in cases]


def _judge(case: AgendaCase, draft: Callable[[MeetingBrief], Agenda]) -> JudgedAgenda:
    began = perf_counter()
    try:
        agenda = draft(read_brief(case.brief, NOW, ZONE))
    except NoMeeting as no:
        seconds = perf_counter() - began
        reason = f"{no.message} {no.next_step}"
        checks = (
            *without(case.expect, case.minutes, no.kind),
            *unsaid(reason, case.expect.never),
        )
        return JudgedAgenda(case, None, reason, no.kind, checks, seconds)
    seconds = perf_counter() - began
    checks = (
        *sound(agenda, case.minutes),
        *asked(agenda, case.expect),
        *unsaid(whole(agenda), case.expect.never),
    )
    return JudgedAgenda(case, agenda, "", "agenda", checks, seconds)


def counts(judged: Sequence[JudgedAgenda]) -> dict[str, Count]:
    """Return how many of each check were kept, and of all."""
    kept: dict[str, list[bool]] = {}
    for one in judged:
        for check in one.checks:
            kept.setdefault(check.name, []).append(check.kept)
    found = {name: Count(sum(these), len(these)) for name, these in kept.items()}
    every = [keeps for these in kept.values() for keeps in these]
    return {**found, "all": Count(sum(every), len(every))}


def table(judged: Sequence[JudgedAgenda]) -> str:
    """Return both halves as a Markdown table, a check a row."""
    lines = ["| half | check | kept | of |", "|---|---|---|---|"]
    for half in ("tuned", "reported"):
        here = counts([one for one in judged if one.case.half == half])
        lines += [f"| {half} | {name} | {count.n} | {count.of} |" for name, count in here.items()]
    return "\n".join(lines)


def median_ms(judged: Sequence[JudgedAgenda]) -> str:
    """Return the median milliseconds from a brief to its agenda, ready to be read."""
    return f"{1000 * statistics.median(one.seconds for one in judged):.0f}" if judged else ""
