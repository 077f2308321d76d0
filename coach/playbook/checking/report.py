"""The whole check of a knowledge folder: faults line by line, and a sentence on the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coach.domain.notes import Playbook
from coach.errors import NoteError
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.checking import rules
from coach.playbook.checking.ease import AVERAGE_BAR
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.playbook.survey import load_survey


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: a fault a line, and the whole in a sentence."""

    faults: tuple[str, ...]
    text: str


def check_knowledge(folder: Path, unsourced: rules.Unsourced) -> CheckReport:
    """Check all notes, sources, languages, boundary rules and the survey of a knowledge folder.

    `unsourced` says of a sentence, given its section's heading, which fact in it lacks a source.
    """
    if not folder.is_dir():
        return CheckReport((f"{folder}: there is no such folder",), "Nothing was checked.")
    playbook = load_playbook(folder)
    prose = rules.prose_of(folder, playbook)
    eases = rules.eases_of(prose)
    average = sum(eases.values()) / max(len(eases), 1)
    found = [
        *rules.claims(playbook, prose, unsourced),
        *rules.doubles(folder, playbook),
        *rules.hard_to_read(playbook, eases),
        *rules.agendas(folder, playbook),
        *rules.lopsided(playbook),
        *rules.mirrors(folder, playbook),
    ]
    faults = [*playbook.faults, *map(str, found)]
    if eases and average < AVERAGE_BAR:
        faults.append(f"reading ease {average:.0f} on the average, at least {AVERAGE_BAR:.0f}")
    faults += _faults_of(lambda: load_boundary_rules(folder))
    faults += _faults_of(lambda: load_survey(folder))
    faults += _faults_of(lambda: _check_languages(folder, playbook))
    counted = f"{len(playbook.notes)} notes, {len(playbook.sources)} sources{_told(eases)}"
    if not faults:
        return CheckReport((), f"{counted}: all in order.")
    return CheckReport(tuple(faults), f"{counted}; {len(faults)} to mend.")


def _told(eases: dict[str, float]) -> str:
    if not eases:
        return ""
    hardest = min(eases, key=lambda note: eases[note])
    average = sum(eases.values()) / len(eases)
    return f", reading ease {average:.0f} (hardest: {hardest}, {eases[hardest]:.0f})"


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
