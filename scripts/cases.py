"""The texts that boundaries are learnt from."""

from __future__ import annotations

from pathlib import Path

import yaml

from coach.playbook.notes import load_playbook

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"


def read(files: list[str]) -> list[dict[str, str]]:
    """Return the cases of the files, and as harmless what the notes quote people as saying."""
    cases = [case for name in files for case in yaml.safe_load(Path(name).read_text("utf-8"))]
    for note in load_playbook(KNOWLEDGE).notes:
        signals = getattr(note, "signals", ())
        for line in (*note.follow_ups, *note.asked, *note.aliases, *signals):
            cases.append({"text": line, "expect": "fine"})
    return cases


def crosses(case: dict[str, str]) -> bool:
    """Whether a case crosses a boundary."""
    return case["expect"] in ("handover", "declined")
