"""A playbook of three notes, for tests that need an index of their own in a second."""

from __future__ import annotations

import shutil
from pathlib import Path

from coach.settings import ROOT

_NOTE = """---
kind: practice
title: {title}
summary: {summary}
---

## In short

{summary}

## This week

- **Head of sales, by Friday:** {task}

## Watch

Nobody should do this alone.
"""
SAY_THANKS = _NOTE.format(
    title="Say thanks",
    summary="Thank the other team each week for one named thing that a named person did.",
    task="name one thing that marketing did and what it led to.",
)
NOTES = {
    "say-thanks": SAY_THANKS,
    "weekly-talk": _NOTE.format(
        title="A weekly talk",
        summary="Sales and marketing talk for half an hour each week.",
        task="book the half hour.",
    ),
    "lead-rule": _NOTE.format(
        title="One rule for leads",
        summary="Both teams write down what a qualified lead is.",
        task="write the rule down.",
    ),
}


SHIPPED = (
    "boundaries.yaml", "coverage.yaml", "glosses.yaml", "languages.yaml", "quarrels.yaml",
    "quarrel_heads.npz", "quarrel_pages.yaml", "survey.yaml", "trade_glosses.yaml", "words.yaml",
)  # fmt: skip


def write_small_playbook(folder: Path) -> Path:
    """Write the notes, with the shipped rules for boundaries and the like; return `folder`."""
    folder.mkdir()
    for name in SHIPPED:
        shutil.copy(ROOT / "knowledge" / name, folder)
    for name, text in NOTES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
