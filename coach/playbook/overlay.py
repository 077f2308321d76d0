"""A team's own notes over the shipped ones: which of two notes with one id is in force."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from coach.domain.notes import OWN, Note, StageNote
from coach.errors import NoteError

# What a team may replace as a whole, beside notes; `sources.yaml` is added to ours.
FILES = ("sources.yaml", "languages.yaml", "survey.yaml")
# How somebody who is hurt or in danger is answered is not a matter of a team's taste.
KEPT = ("boundaries.yaml", "glosses.yaml", "boundary_voice.yaml", "boundary_phrases.npz")


def laid_over(
    ours: Mapping[str, Note], theirs: Mapping[str, Note]
) -> tuple[dict[str, Note], list[NoteError]]:
    """Return all notes, theirs in place of ours with the same id, and a fault a note refused.

    A note takes the place of one of its kind only: links and answers count on that.
    """
    notes, faults = dict(ours), []
    for note in theirs.values():
        before = ours.get(note.id)
        if reason := _refused(note, before):
            faults.append(their_fault(NoteError(note.file, 1, reason), ours))
        else:
            notes[note.id] = replace(note, file=OWN + note.file, replaces=before is not None)
    return notes, faults


def their_fault(fault: NoteError, kept: Container[str]) -> NoteError:
    """Return a fault in a file of theirs, named so; `kept` are notes of ours that stay in force."""
    path, reason = PurePosixPath(fault.file), fault.reason
    if path.suffix == ".md" and path.stem in kept:
        reason = f"{reason}; the shipped note stays in force"
    return NoteError(OWN + fault.file, fault.line, reason)


def unread(name: str) -> str:
    """Return why a file of theirs is not read, though it looks as if it should be; or nothing."""
    path = PurePosixPath(name)
    if name in FILES or path.suffix == ".md":
        return ""
    if path.name in KEPT:
        return "the boundaries are always the shipped ones; this file is not read"
    if path.suffix.lower() in (".yaml", ".yml"):
        return f"this file is not read; beside notes there may be {', '.join(FILES)}"
    if path.suffix.lower() in (".md", ".markdown", ".txt"):
        return "this file is not read; a note's name ends in `.md`"
    return ""


def _refused(note: Note, before: Note | None) -> str:
    if before is not None and before.kind is not note.kind:
        return f"it takes the place of a note of kind {before.kind} and is of kind {note.kind}"
    if isinstance(note, StageNote) and getattr(before, "stage", None) is not note.stage:
        return f"there are four stages; only `{note.stage}.md` can tell of this one"
    return ""
