"""`coach conflict`: a pasted quarrel, read from a file or standard input, answered once."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Any

import typer

from coach.bootstrap import Services, build_services
from coach.cli.indexing import embed_notes
from coach.cli.objects import NO_SECONDS, citation_object, report_object
from coach.cli.terminal import print_object, say
from coach.domain.answers import AnswerKind
from coach.domain.conflict import Analysis, Heard, View
from coach.domain.stages import Side
from coach.domain.status import Use
from coach.errors import CoachError
from coach.ports.uploads import Upload
from coach.services.boundaries import Boundary
from coach.services.conflicts.mediating import Outcome
from coach.services.conflicts.reporting import told
from coach.settings import load_settings

_PASTED = "pasted.txt"  # what standard input is read as


def mediate_once(file: Path | None, side: Side | None, *, as_json: bool) -> None:
    """Answer one quarrel and print it; nothing is stored, and nothing leaves this machine.

    Raises:
        ValueError: the file cannot be read.
        CoachError: there is nothing to read, or the records or the search failed.
    """
    services = build_services(load_settings(), background=False, embed=False)
    try:
        upload = _read(services, file)
        _embed(services)
        began = perf_counter()
        today = services.coaching.clock.now().astimezone().date()
        outcome = services.conflicts.mediate(upload.text, side, today)
        seconds = perf_counter() - began
        answer = _answer(services, outcome)
        warnings = [*services.warnings, *upload.warnings]
    finally:
        services.close()
    if isinstance(outcome, Analysis):
        warnings += outcome.warnings
    for warning in warnings:
        say(f"Note: {warning}")
    if as_json:
        print_object(outcome_object(outcome, answer, warnings, seconds))
    else:
        typer.echo(answer)


def outcome_object(
    outcome: Outcome, answer: str, warnings: list[str], seconds: float
) -> dict[str, Any]:
    """Return what a quarrel came to as an object; only an analysis has the key `conflict`."""
    took = {"seconds": {**NO_SECONDS, "total": round(seconds, 4)}}
    if isinstance(outcome, Analysis):
        told = report_object(answer, warnings, conflict=conflict_object(outcome))
        citations = [citation_object(citation) for citation in outcome.citations]
        return {**told, **took, "kind": AnswerKind.CONFLICT.value, "citations": citations}
    kind = outcome.kind if isinstance(outcome, Boundary) else AnswerKind.OFF_TOPIC
    return {**report_object(answer, warnings), **took, "kind": kind.value}


def conflict_object(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as JSON; who could not be told to be of either side is `other`."""
    step, words = analysis.step, analysis.words
    return {
        "summary": analysis.summary,
        "patterns": [
            {"note": m.note, "confidence": round(m.confidence, 3)} for m in analysis.patterns
        ],
        "facts": _facts(analysis),
        "sales": _view(analysis.sales),
        "marketing": _view(analysis.marketing),
        "root_cause": analysis.root_cause,
        "stage": analysis.stage.value if analysis.stage else None,
        "heat": analysis.heat,
        "options": [
            {
                "what": way.what,
                "cost_to_sales": way.cost_to_sales,
                "cost_to_marketing": way.cost_to_marketing,
            }
            for way in analysis.options
        ],
        "next_step": {
            "what": step.what,
            "sales_owner": step.sales_owner,
            "marketing_owner": step.marketing_owner,
            "by": step.by.isoformat(),
        },
        "words": {"sales": words.sales, "marketing": words.marketing, "message": words.message},
        "meeting": analysis.meeting,
        "metric": analysis.metric,
    }


def _facts(analysis: Analysis) -> dict[str, Any]:
    said_by = {Heard.SALES: Side.SALES.value, Heard.MARKETING: Side.MARKETING.value}
    return {
        "said": [{"quote": said.quote.text, "claim": said.claim} for said in analysis.said],
        "disputed": [
            {
                "claim": claim.claim,
                "said_by": said_by.get(claim.said_by, Side.OTHER.value),
                "quote": claim.quote.text,
            }
            for claim in analysis.disputed
        ],
        "missing": [{"question": m.question, "ask": m.ask.value} for m in analysis.missing],
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "view": view.view,
        "needs": view.needs,
        "constraint": view.constraint,
        "is_guess": view.is_guess,
    }


def _answer(services: Services, outcome: Outcome) -> str:
    """Return the readable text, notes by their titles."""
    if not isinstance(outcome, Analysis):
        return outcome.text
    titles = {note.id: note.title for note in services.playbook.notes}
    return told(outcome, lambda note: titles.get(note, note))


def _read(services: Services, file: Path | None) -> Upload:
    """Read a file by its kind, or what comes on standard input."""
    uploads = services.conflicts.uploads
    if file is None or str(file) == "-":
        if sys.stdin.isatty():
            say("Paste the quarrel, then press Ctrl-D on a line of its own.")
        return uploads.read(_PASTED, sys.stdin.buffer.read())
    try:
        return uploads.read(file.name, file.read_bytes())
    except OSError as exc:
        raise ValueError(f"{file} cannot be read: {exc.strerror}.") from exc
    except CoachError as exc:
        raise ValueError(f"{exc.message} {exc.next_step}") from exc


def _embed(services: Services) -> None:
    """Make the vectors where that is done here; a quarrel is never searched for elsewhere."""
    if any(place.use is Use.SEARCHING for place in services.remote):
        return
    with suppress(CoachError):  # without vectors the search is by keyword
        embed_notes(services, say)
