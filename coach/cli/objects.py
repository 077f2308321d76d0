"""The one JSON object that every command with `--json` prints."""

from __future__ import annotations

from typing import Any

from coach.domain.agenda import Agenda, Item
from coach.domain.answers import Answer, Citation
from coach.errors import CoachError, NoteError

COMMON: dict[str, Any] = {
    "answer": "",
    "citations": [],
    "mode": "playbook",
    "model": None,
    "warnings": [],
}
NO_SECONDS = {"retrieval": 0.0, "first_text": 0.0, "total": 0.0}


def answer_object(answer: Answer) -> dict[str, Any]:
    """Return an answer as the object of `coach ask`; scores are raw, `null` where not searched.

    With the agenda, where a meeting was asked for.
    """
    agenda = {} if answer.agenda is None else {"agenda": agenda_object(answer.agenda)}
    return {
        "kind": answer.kind.value,
        "answer": answer.text,
        "citations": [citation_object(c) for c in answer.citations],
        "mode": answer.mode,
        "model": answer.model,
        "seconds": {
            "retrieval": round(answer.seconds.retrieval, 4),
            "first_text": round(answer.seconds.first_text, 4),
            "total": round(answer.seconds.total, 4),
        },
        "warnings": list(answer.warnings),
        "stage": answer.stage.value if answer.stage else None,
        "follow_ups": list(answer.follow_ups),
        "ungrounded": [
            {"text": s.text.strip(), "check": s.check.value, "reason": s.reason}
            for s in answer.ungrounded
        ],
        "passages": [
            {
                "note": hit.passage.note,
                "heading": hit.passage.heading,
                "rank": hit.rank,
                "cosine": hit.cosine,
                "bm25": hit.bm25,
            }
            for hit in answer.hits
        ],
        **agenda,
    }


def report_object(text: str, warnings: list[str], **own: Any) -> dict[str, Any]:
    """Return the object of a command that answers no question; `own` holds the command's key."""
    return {
        **COMMON,
        "kind": "answer",
        "answer": text,
        "seconds": NO_SECONDS,
        "warnings": warnings,
        **own,
    }


def agenda_object(agenda: Agenda) -> dict[str, Any]:
    """Return an agenda as JSON; its frame are items too, so that all minutes sum to its own."""
    return {
        "title": agenda.title,
        "outcome": agenda.outcome,
        "minutes": agenda.minutes,
        "start": agenda.start.isoformat() if agenda.start else None,
        "zone": agenda.zone,
        "items": [_item(item) for item in agenda.items],
        "left_out": [left.line for left in agenda.left_out],
    }


def check_object(text: str, faults: list[str]) -> dict[str, Any]:
    """Return the object of `coach check`: an error where a note is faulty."""
    if not faults:
        return report_object(text, [], faults=[])
    error = {"code": NoteError.code, "message": text, "next_step": NoteError.next_step}
    return {**report_object("", []), "kind": "error", "error": error, "faults": faults}


def error_object(error: CoachError) -> dict[str, Any]:
    """Return an error as an object."""
    return {
        **COMMON,
        "kind": "error",
        "seconds": NO_SECONDS,
        "error": {"code": error.code, "message": error.message, "next_step": error.next_step},
    }


def citation_object(c: Citation) -> dict[str, Any]:
    """Return a source; one kept of a meeting has no note, but names the meeting."""
    told = {"n": c.n, "note": c.note, "title": c.label, "heading": c.heading, "quote": c.quote}
    return {**told, "note": None, "meeting": c.meeting or None} if c.is_kept else told


def _item(item: Item) -> dict[str, Any]:
    return {
        "question": item.question,
        "outcome": item.outcome.value,
        "owner": item.owner,
        "side": item.side.value,
        "minutes": item.minutes,
        "prework": item.prework,
        "done_when": item.done_when,
        "note": item.note or None,
    }
