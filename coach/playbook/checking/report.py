"""The whole check of a knowledge folder: faults line by line, and a sentence on the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coach.domain.notes import Conflict, Kind, Playbook
from coach.errors import NoteError
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.checking.prose import said_in
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook

_NEWER_FIELDS = (
    "about", "options", "ask_sales", "ask_marketing", "sales_owner", "marketing_owner",
)  # fmt: skip
_NEWER_SECTIONS = ("What constrains sales", "What constrains marketing", "Hand over when")
Unsourced = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: a fault a line, and the whole in a sentence."""

    faults: tuple[str, ...]
    text: str


def check_knowledge(folder: Path, unsourced: Unsourced) -> CheckReport:
    """Check all notes, sources, languages and boundary rules of a knowledge folder.

    `unsourced` says of a sentence, given its section's heading, which fact in it lacks a source.
    """
    if not folder.is_dir():
        return CheckReport((f"{folder}: there is no such folder",), "Nothing was checked.")
    playbook = load_playbook(folder)
    faults = [*playbook.faults]
    faults += _half_written(playbook)
    faults += [str(fault) for fault in _claims(folder, playbook, unsourced)]
    faults += _faults_of(lambda: load_boundary_rules(folder))
    faults += _faults_of(lambda: _check_languages(folder, playbook))
    counted = f"{len(playbook.notes)} notes, {len(playbook.sources)} sources"
    if not faults:
        return CheckReport((), f"{counted}: all in order.")
    return CheckReport(tuple(faults), f"{counted}; {len(faults)} to mend.")


def _claims(folder: Path, playbook: Playbook, unsourced: Unsourced) -> list[NoteError]:
    """Name each fact without its source mark in the same sentence, item or row."""
    faults = []
    for note in playbook.notes:
        for said in said_in(folder, note):
            # The summary of a finding has its source in the front matter.
            if not said.heading and note.kind is Kind.EVIDENCE:
                continue
            for sentence in said.sentences:
                if reason := unsourced(sentence, said.heading):
                    full = f"{reason} without a source mark: {_short(sentence)}"
                    faults.append(NoteError(said.file, said.line, full))
    return faults


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _half_written(playbook: Playbook) -> list[str]:
    """Name the quarrels that lack the fields and sections of the newer form."""
    return [
        str(NoteError(note.file, 1, f"{name} is missing"))
        for note in playbook.notes
        if isinstance(note, Conflict)
        for name in (
            *(f"`{field}`" for field in _NEWER_FIELDS if not getattr(note, field)),
            *(f"the section `## {head}`" for head in _NEWER_SECTIONS if note.section(head) is None),
        )
    ]


def _faults_of(check: Callable[[], object]) -> list[str]:
    try:
        check()
    except NoteError as exc:
        return [str(exc)]
    return []


def _check_languages(folder: Path, playbook: Playbook) -> None:
    for tongue in load_languages(folder):
        for term, ids in tongue.notes:
            for note in ids:
                if playbook.get(note) is None:
                    reason = f"`{tongue.code}`: `{term}` leads to `{note}`, which is no note"
                    raise NoteError("languages.yaml", 1, reason)
