"""The worst cases of the tuned half in full: what one may learn from, unlike the reported half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.answers import Answer, AnswerKind
from coach.evaluation.agendas import JudgedAgenda
from coach.evaluation.bars import NO_ANSWER
from coach.evaluation.boundaries import Judged as JudgedBoundary
from coach.evaluation.conflicts import JudgedConflict
from coach.evaluation.grounding import Judged as JudgedPair
from coach.evaluation.measured import ANSWERS, Measured
from coach.evaluation.outcomes import FIRST, Outcome
from coach.evaluation.questions import LabelledQuestion, Said

MOST = 10
FIRST_LINES, LONGEST = 3, 400  # of an answer: lines, characters


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was found, by its best passage; scores are raw, `None` where not searched."""

    name: str
    cosine: float | None
    bm25: float | None
    worth: str  # "answers", "helps" or nothing


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is shown: what went wrong, the texts under their names, the notes found."""

    id: str
    wrong: str
    texts: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...] = ()
    searched: bool = False  # whether notes belong to such a case at all


def worst_answers(measured: Measured, most: int = MOST) -> list[Case]:
    """Return the tuned half's worst questions: a wrong kind first, then the note not found."""
    scores = {one.asked.id: one for one in measured.searched}
    faults: list[tuple[tuple[int, float], Case]] = []
    for outcome in measured.outcomes:
        asked = outcome.asked
        if not asked.tuned:
            continue
        searched = scores.get(asked.id)
        if not outcome.as_expected:
            wrong = f"expected {_plain(asked.expect)}, came {_plain(outcome.answer.kind)}"
            faults.append(((_weight(outcome), 0.0), _answer(outcome, wrong)))
        elif searched and (searched.place is None or searched.place > FIRST):
            place = f"only at place {searched.place}" if searched.place else "not found"
            wrong = f"the note that answers: {place}"
            faults.append(((3, searched.score.ndcg), _answer(outcome, wrong)))
    return [case for _, case in sorted(faults, key=lambda fault: fault[0])][:most]


def worst_boundaries(measured: Measured, most: int = MOST) -> list[Case]:
    """Return the tuned half's wrong boundaries, first what was let through."""
    tuned = [one for one in measured.boundaries if one.case.tuned]
    wrong = [one for one in tuned if one.missed] + [one for one in tuned if one.stopped]
    return [_boundary(one) for one in wrong[:most]]


def worst_verdicts(measured: Measured, most: int = MOST) -> list[Case]:
    """Return the tuned half's wrong verdicts in turn: planted faults kept, true ones struck."""
    wrong = [one for one in measured.grounding if one.pair.half == "tuned" and one.is_wrong]
    faults = [one for one in wrong if one.pair.label == "fault"][: (most + 1) // 2]
    true = [one for one in wrong if one.pair.label == "supported"]
    return [_verdict(one) for one in (faults + true)[:most]]


def worst_agendas(measured: Measured, most: int = MOST) -> list[Case]:
    """Return the tuned half's briefs that miss the most checks."""
    wrong = [one for one in measured.agendas if one.case.tuned and one.missed]
    return [_agenda(one) for one in sorted(wrong, key=lambda one: -len(one.missed))[:most]]


def worst_conflicts(measured: Measured, most: int = MOST) -> list[Case]:
    """Return the tuned half's wrong texts: missed hand-overs, what was stopped, then patterns."""
    tuned = [one for one in measured.conflicts if one.case.tuned]
    wrong = [(order, one) for one in tuned if (order := _fault(one)) is not None]
    return [_conflict(one) for _, one in sorted(wrong, key=lambda pair: pair[0])[:most]]


def _fault(one: JudgedConflict) -> int | None:
    """Order what went wrong with a text; `None` where nothing did."""
    if one.case.kind == "handover":
        return None if one.stopped else 0
    if one.stopped and one.case.kind != "outside":
        return 1
    if one.case.patterns:
        return None if one.first else 3 if one.in_three else 2
    return 2 if one.matches and one.case.kind == "outside" else None


def _conflict(one: JudgedConflict) -> Case:
    case = one.case
    found = ", ".join(f"{match.note} ({match.confidence:.2f})" for match in one.matches)
    stopped = f"\nstopped: {one.stopped}" if one.stopped else ""
    texts = (
        ("Pasted", case.text),
        *((("Wanted", ", ".join(case.patterns)),) if case.patterns else ()),
        ("Came", f"{found or 'no quarrel'}{stopped}"),
    )
    return Case(f"{case.id}, {case.kind}", "stopped" if one.stopped else "matched otherwise", texts)


def _weight(outcome: Outcome) -> int:
    """Order wrong kinds: an answer withheld, then one made of nothing, then the rest."""
    if outcome.asked.expect is AnswerKind.ANSWER:
        return 0
    return 1 if outcome.asked.expect in NO_ANSWER else 2


def _answer(outcome: Outcome, wrong: str) -> Case:
    asked, answer = outcome.asked, outcome.answer
    right = [note for note, gain in asked.notes.items() if gain == ANSWERS]
    helpful = [note for note in asked.notes if note not in right]
    named = ", ".join(right) + (f" (help: {', '.join(helpful)})" if helpful else "")
    return Case(
        asked.id,
        wrong,
        (
            *_said(asked.history),
            ("Asked", asked.text),
            ("Expected", f"{_plain(asked.expect)}{': ' if asked.about else ''}{asked.about}"),
            *((("Notes wanted", named),) if named else ()),
            ("Came", f"{_plain(answer.kind)}\n{_first_lines(answer.text)}"),
        ),
        _notes(answer, asked),
        searched=True,
    )


def _notes(answer: Answer, asked: LabelledQuestion) -> tuple[Note, ...]:
    worth = {2: "answers", 1: "helps"}
    best = {hit.passage.note: hit for hit in reversed(answer.hits)}
    order = dict.fromkeys(hit.passage.note for hit in answer.hits)
    return tuple(
        Note(name, best[name].cosine, best[name].bm25, worth.get(asked.notes.get(name, 0), ""))
        for name in order
    )


def _boundary(one: JudgedBoundary) -> Case:
    case = one.case
    came = f"{one.outcome} ({one.category})" if one.category else one.outcome
    texts = (*_said(case.history), ("Said", case.text), *((("Why", case.why),) if case.why else ()))
    return Case(f"{case.id}, {case.language}", f"expected {case.expect}, came {came}", texts)


def _verdict(one: JudgedPair) -> Case:
    pair = one.pair
    texts = (
        ("Sentence", pair.sentence),
        (f"Passage ({pair.note}, {pair.heading})", " ".join(pair.passage.split())),
        *((("Reason given", one.reason),) if one.reason else ()),
    )
    label = f"planted fault ({pair.fault})" if pair.label == "fault" else "true sentence"
    return Case(pair.id, f"{label}, {one.check.value}", texts)


def _agenda(one: JudgedAgenda) -> Case:
    missed = "\n".join(f"{check.name}: {check.wanted}" for check in one.missed)
    came = one.reason
    if one.agenda is not None:
        rows = (f"{item.minutes} min, {item.owner}: {item.question}" for item in one.agenda.matters)
        came = "\n".join([f"{one.agenda.title} ({one.agenda.note})", *rows])
    called = ", ".join(one.case.expect.meeting)
    texts = (
        ("Brief", one.case.brief),
        *((("A facilitator's", called),) if called else ()),
        ("Missed", missed),
        ("Came", came),
    )
    return Case(one.case.id, f"{len(one.missed)} of {len(one.checks)} checks missed", texts)


def _said(history: Sequence[Said]) -> tuple[tuple[str, str], ...]:
    names = {"user": "Before, the reader", "assistant": "Before, the coach"}
    return tuple((names.get(said.role, said.role), said.content) for said in history)


def _first_lines(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    first = "\n".join(lines[:FIRST_LINES])
    cut = len(first) > LONGEST or len(lines) > FIRST_LINES
    if len(first) > LONGEST:
        first = first[:LONGEST].rsplit(maxsplit=1)[0]
    return first + (" …" if cut else "")


def _plain(kind: AnswerKind) -> str:
    return kind.value.replace("_", " ")
