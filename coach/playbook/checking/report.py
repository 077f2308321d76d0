"""The whole check of a knowledge folder: faults line by line, and a sentence on the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coach.domain.notes import OWN, Playbook
from coach.errors import NoteError
from coach.playbook.boundary_rules import load_boundary_rules
from coach.playbook.checking import rules
from coach.playbook.checking.ease import AVERAGE_BAR
from coach.playbook.coverage_rules import load_coverage_rules
from coach.playbook.folders import Folders, find_folders
from coach.playbook.languages import FILE as LANGUAGES
from coach.playbook.languages import load_languages
from coach.playbook.notes import load_playbook
from coach.playbook.sample import FILE as SAMPLE
from coach.playbook.sample import load_sample
from coach.playbook.survey import FILE as SURVEY
from coach.playbook.survey import load_survey


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: a fault a line, and the whole in a sentence."""

    faults: tuple[str, ...]
    text: str


def check_knowledge(
    folder: Path, unsourced: rules.Unsourced, own: Path | None = None
) -> CheckReport:
    """Check all notes, sources, languages, boundary rules and the survey of a knowledge folder.

    `unsourced` says of a sentence, given its section's heading, which fact in it lacks a source.
    `own` is a team's own folder, which is read over the other.
    """
    if not folder.is_dir():
        return CheckReport((f"{folder}: there is no such folder",), "Nothing was checked.")
    folders, problem = find_folders(folder, own)
    playbook = load_playbook(folders.shipped, folders.own)
    prose = rules.prose_of(folders, playbook)
    eases = rules.eases_of(prose)
    average = sum(eases.values()) / max(len(eases), 1)
    found = [
        *rules.claims(playbook, prose, unsourced),
        *rules.doubles(folders, playbook),
        *rules.hard_to_read(playbook, eases),
        *rules.agendas(folders, playbook),
        *rules.lopsided(playbook),
        *rules.mirrors(folders, playbook),
    ]
    faults = [problem] if problem else []
    faults += [*playbook.faults, *map(str, found)]
    if eases and average < AVERAGE_BAR:
        faults.append(f"reading ease {average:.0f} on the average, at least {AVERAGE_BAR:.0f}")
    faults += _others(folders, playbook)
    counted = f"{len(playbook.notes)} notes, {len(playbook.sources)} sources{_told(eases)}"
    whose = _whose(playbook) if folders.own is not None else ""
    if not faults:
        return CheckReport((), f"{counted}: all in order.{whose}")
    return CheckReport(tuple(faults), f"{counted}; {len(faults)} to mend.{whose}")


def _whose(playbook: Playbook) -> str:
    """Say how many notes are a team's own and which of ours they took the place of."""
    own = [note for note in playbook.notes if note.is_own]
    told = f" {len(own)} of your notes"
    if replaced := [note.id for note in own if note.replaces]:
        return f"{told}, {len(replaced)} in place of ours: {', '.join(replaced)}."
    return f"{told}."


def _told(eases: dict[str, float]) -> str:
    if not eases:
        return ""
    hardest = min(eases, key=lambda note: eases[note])
    average = sum(eases.values()) / len(eases)
    return f", reading ease {average:.0f} (hardest: {hardest}, {eases[hardest]:.0f})"


def _others(folders: Folders, playbook: Playbook) -> Iterator[str]:
    """Yield the first fault of each file beside the notes."""
    checks = (_rules, _survey, partial(_languages, playbook), partial(_sample, playbook))
    for check in checks:
        try:
            fault = check(folders)
        except NoteError as exc:
            fault = str(exc)
        if fault:
            yield fault


def _rules(folders: Folders) -> str:
    load_boundary_rules(folders.shipped)
    load_coverage_rules(folders.shipped)
    return ""


def _survey(folders: Folders) -> str:
    return folders.load(SURVEY, load_survey)[1]


def _languages(playbook: Playbook, folders: Folders) -> str:
    tongues, fault = folders.load(LANGUAGES, load_languages)
    if fault:
        return fault
    name = OWN + LANGUAGES if folders.has_own(LANGUAGES) else LANGUAGES
    for tongue in tongues:
        for term, ids in tongue.notes:
            for note in ids:
                if playbook.get(note) is None:
                    reason = f"`{tongue.code}`: `{term}` leads to `{note}`, which is no note"
                    raise NoteError(name, 1, reason)
    return ""


def _sample(playbook: Playbook, folders: Folders) -> str:
    story = load_sample(folders.shipped, load_survey(folders.shipped))
    promised = (promise.draft.note for promise in story.promises)
    for note in (*promised, *(quarrel.note for quarrel in story.quarrels)):
        if note and playbook.get(note) is None:
            raise NoteError(SAMPLE, 1, f"`{note}` is no note")
    return ""
