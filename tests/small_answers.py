"""Answers over the small playbook, also with one of its notes changed."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.answers import Brief
from coach.domain.notes import Note, Playbook, Section
from coach.playbook.composing.author import PlaybookAuthor
from tests.small_playbook import NOTES, PLAYBOOK

AUTHOR = PlaybookAuthor(PLAYBOOK)


def write(given: Brief) -> str:
    """Return the whole answer to `given`."""
    return "".join(AUTHOR.answer(given))


def write_with(note: Note, given: Brief) -> str:
    """Write with `note` in the place of the one of the same id, or beside the others."""
    others = tuple(other for other in NOTES if other.id != note.id)
    return "".join(PlaybookAuthor(Playbook(notes=(*others, note), sources=())).answer(given))


def with_section(note: Note, heading: str, text: str) -> Note:
    """Return `note` with `text` under `heading`, in the place of what stood there."""
    kept = tuple(section for section in note.sections if section.heading != heading)
    return replace(note, sections=(*kept, Section(heading, text, 0, 1)))
