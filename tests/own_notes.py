"""A small shipped playbook and a team's own folder over it, for tests."""

from __future__ import annotations

from pathlib import Path

from coach.playbook.checking import CheckReport, check_knowledge
from coach.services.checking.claims import unsourced
from tests.small_knowledge import NOTES, SAY_THANKS, write_small_playbook

SOURCE = "{label: %s, title: A talk, year: 2024, strength: practice, where: in our files}\n"
OURS = SAY_THANKS.replace("alone.", "alone [@one-2020].")
THEIRS = OURS.replace("Thank the other team", "Thank the other team aloud").replace(
    "---\n\n## In", "links: [weekly-talk]\n---\n\n## In"
)
LINKED = NOTES["lead-rule"].replace("---\n\n## In", "links: [say-thanks]\n---\n\n## In")


def write_shipped(folder: Path) -> Path:
    """Write notes of which `linked` names `say-thanks`, with one source; return `folder`."""
    write_small_playbook(folder)
    (folder / "say-thanks.md").write_text(OURS, encoding="utf-8")
    (folder / "linked.md").write_text(LINKED.replace("One rule", "A linked rule"), encoding="utf-8")
    (folder / "sources.yaml").write_text("one-2020: " + SOURCE % "One 2020", encoding="utf-8")
    return folder


def write_own(folder: Path) -> Path:
    """Write one note, in place of `say-thanks`; return `folder`."""
    (folder / "habits").mkdir(parents=True)
    (folder / "habits" / "say-thanks.md").write_text(THEIRS, encoding="utf-8")
    return folder


def check(shipped: Path, own: Path | None) -> CheckReport:
    """Check both folders as `coach check` does."""
    return check_knowledge(shipped, unsourced, own)
