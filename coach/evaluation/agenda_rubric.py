"""By which qualities a model judges an agenda that was drafted out of a brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.domain.agenda import Agenda, Item
from coach.evaluation.agendas import JudgedAgenda
from coach.evaluation.counting import Count
from coach.evaluation.judging import counts as counted
from coach.evaluation.measured import Measured
from coach.ports.judges import JudgeTask

RUBRIC = {
    "purpose": "Held as written, the meeting gets what the brief asks for, in the time it has. "
    "Where nothing needs a meeting, it says so and gives the text to send.",
    "relevant": "Every question belongs to this brief, nothing that it asks for is missing, and "
    "no person is made an item.",
    "owners": "Each owner is somebody who could plausibly bring an answer; both sides carry it "
    "where both come.",
    "specific": "It speaks of this brief's own matter in words that people can answer. Nothing "
    "in it would do as well for any other meeting.",
}


def tasks(judged: Sequence[JudgedAgenda]) -> Iterator[tuple[str, bool, JudgeTask]]:
    """Yield a task for each brief that came to an agenda."""
    for one in judged:
        if one.agenda is not None:
            yield one.case.id, one.case.tuned, JudgeTask(one.case.brief, told(one.agenda), RUBRIC)


def told(agenda: Agenda) -> str:
    """Return an agenda as those who come read it."""
    people = ", ".join(f"{person.name} ({person.side})" for person in agenda.people)
    head = f"{agenda.title}\n{agenda.minutes} minutes, with {people}\nAt the end: {agenda.outcome}"
    left = [f"Not on it: {left.line}" for left in agenda.left_out]
    instead = [f"Instead of meeting, send:\n{agenda.instead}"] if agenda.instead else []
    return "\n".join([head, *map(_row, agenda.items), *left, *instead])


def counts(measured: Measured, tuned: bool) -> dict[str, Count]:
    """Return how many agendas of a half have each quality; none where no model judged."""
    return counted([one for one in measured.rated_agendas if one.tuned is tuned], RUBRIC)


def _row(item: Item) -> str:
    before = f" Before: {item.prework}" if item.prework else ""
    return f"- {item.minutes} min, {item.owner}, to {item.outcome}: {item.question}{before}"
