"""Texts of notes to spoil, and what is found in a folder with one of them."""

from __future__ import annotations

from pathlib import Path

from coach.domain.notes import Playbook
from coach.playbook.checking import CheckReport, check_knowledge
from coach.services.checking.claims import unsourced
from coach.settings import ROOT
from tests.small_knowledge import SAY_THANKS

KNOWLEDGE = ROOT / "knowledge"
MEETING, QUARREL = "meetings/leaders-reset.md", "conflicts/lead-quality.md"
METRIC, FINDING = "metrics/win-rate.md", "evidence/lead-response-evidence.md"
THANKS = SAY_THANKS.replace("title: Say thanks", "title: Other thanks")


def shipped(name: str) -> str:
    return (KNOWLEDGE / name).read_text(encoding="utf-8")


def ids(playbook: Playbook) -> set[str]:
    return {note.id for note in playbook.notes}


def check(folder: Path) -> CheckReport:
    return check_knowledge(folder, unsourced)
