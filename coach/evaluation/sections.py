"""The page's plots, each with what to see in it, and its cases in full."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from coach.evaluation import agenda_rubric, charts, conflict_checks, conflict_rubric, conflicts
from coach.evaluation.agendas import counts, median_ms
from coach.evaluation.cases import (
    Case,
    worst_agendas,
    worst_answers,
    worst_boundaries,
    worst_conflicts,
    worst_verdicts,
)
from coach.evaluation.counting import Count
from coach.evaluation.measured import Measured
from coach.evaluation.tables import Cell, facts, paragraph, section, table

TUNED_ONLY = (
    "All cases below are of the tuned half. Cases of the reported half are not shown: who mends the"
    " coach by them has tuned on them, and their figures say nothing any more."
)


def plots(measured: Measured) -> str:
    """Return a section for each part that was run."""
    parts = []
    if measured.searched:
        parts.append(
            section(
                "Retrieval",
                _figure(
                    charts.retrieval(measured),
                    "At which place the first note that answers the question was found, by who"
                    " asks. Eight passages are searched for; English questions that notes answer.",
                ),
            )
        )
    if measured.outcomes:
        parts.append(
            section(
                "Coverage",
                _figure(
                    charts.coverage(measured),
                    "What was expected (a row) and what came (a colour); English questions. The"
                    " first row should be one dark bar, the three rows below it should have none.",
                ),
            )
        )
    if measured.boundaries:
        parts.append(_boundaries(measured))
    if measured.agendas:
        parts.append(_agendas(measured))
    if measured.conflicts:
        parts.append(_conflicts(measured))
    if measured.grounding:
        parts.append(
            section(
                "Grounding",
                _figure(
                    charts.grounding(measured),
                    "What the verifier made of sentences that cite a passage. A planted fault"
                    " should not be kept; a supported sentence should not be struck. Overreach"
                    " says more than its passage does, and is best marked.",
                ),
            )
        )
    return "\n".join(parts)


def worst(measured: Measured) -> str:
    """Return the worst cases of the tuned half, part by part."""
    parts = [
        ("Questions", worst_answers(measured), bool(measured.outcomes)),
        ("Boundaries", worst_boundaries(measured), bool(measured.boundaries)),
        ("Grounding", worst_verdicts(measured), bool(measured.grounding)),
        ("Agendas", worst_agendas(measured), bool(measured.agendas)),
        ("Quarrels", worst_conflicts(measured), bool(measured.conflicts)),
    ]
    shown = [f"<h3>{name}</h3>{_cases(cases)}" for name, cases, was_run in parts if was_run]
    return section("The worst cases", paragraph(TUNED_ONLY), *shown)


def _boundaries(measured: Measured) -> str:
    return section(
        "Boundaries",
        _figure(
            charts.boundaries_by_language(measured),
            "Texts that are no matter of teamwork, by language: handed over or declined as"
            " expected, stopped in the other of the two ways, or let through to the coaching.",
        ),
        _figure(charts.boundaries_by_category(measured), "The same texts by what they are about."),
        _figure(
            charts.look_alikes(measured),
            "Harmless texts with alarming words, by language: nearly all should go through.",
        ),
    )


def _agendas(measured: Measured) -> str:
    """Return each check of the agendas with its count in both halves: no plot says it shorter."""
    halves: list[dict[str, Count]] = [
        counts([one for one in measured.agendas if one.case.tuned is tuned])
        | agenda_rubric.counts(measured, tuned)
        for tuned in (False, True)
    ]
    names = dict.fromkeys(name for half in halves for name in half)
    rows = [
        [Cell(name), *(Cell(half.get(name, Count(0, 0)).text) for half in halves)] for name in names
    ]
    told = f"Milliseconds from a brief to its agenda, median: {median_ms(measured.agendas)}."
    heads = ["Checked on the agendas: kept", "Reported half", "Tuned half"]
    return section("Agendas", table(heads, rows), paragraph(told, "quiet"))


def _conflicts(measured: Measured) -> str:
    """Return what was counted of pasted quarrels in both halves."""
    halves = []
    for tuned in (False, True):
        judged = [one for one in measured.conflicts if one.case.tuned is tuned]
        checked = [one for one in measured.checked if one.case.tuned is tuned]
        ordered = [one for one in measured.ordered if one.case.tuned is tuned]
        found = conflict_checks.counts(checked, ordered)
        halves.append(conflicts.counts(judged) | found | conflict_rubric.counts(measured, tuned))
    rows = [
        [Cell(name), *(Cell(half.get(name, Count(0, 0)).text) for half in halves)]
        for name in halves[0] | halves[1]
    ]
    return section("Quarrels", table(["Counted", "Reported half", "Tuned half"], rows))


def _figure(plot: str, caption: str) -> str:
    return f"<figure><figcaption>{escape(caption)}</figcaption>\n{plot}</figure>"


def _cases(cases: Sequence[Case]) -> str:
    if not cases:
        return paragraph("None.")
    return "\n".join(_case(case) for case in cases)


def _case(case: Case) -> str:
    found = _found(case) if case.searched else ""
    head = f"<h3>{escape(case.id)}: {escape(case.wrong)}</h3>"
    return f"<article>{head}{facts(case.texts)}{found}</article>"


def _found(case: Case) -> str:
    if not case.notes:
        return paragraph("It was stopped before any search.", "quiet")
    rows = [
        [
            Cell(str(place)), Cell(note.name), Cell(_score(note.cosine, 2)),
            Cell(_score(note.bm25, 1)), Cell(note.worth, "met"),
        ]
        for place, note in enumerate(case.notes, 1)
    ]  # fmt: skip
    return table(["", "Note found", "Cosine", "BM25", "Labelled"], rows)


def _score(score: float | None, digits: int) -> str:
    return "–" if score is None else f"{score:.{digits}f}"
