"""Writes the report and the figures that later reports show beside theirs."""

from __future__ import annotations

from pathlib import Path

from coach.evaluation.figures import beside_peer, figures, kept, save
from coach.evaluation.measured import Measured
from coach.evaluation.page import page

PEER = Path("bench") / "own_notes.json"  # in the folder of artifacts


def write_report(measured: Measured, artifacts: Path, part: str | None = None) -> Path:
    """Write the page of a run and return its file.

    A run of one part gets a page of its own, and leaves the figures of whole runs alone.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = artifacts / "eval"
    folder.mkdir(parents=True, exist_ok=True)
    others = kept(folder, measured.conditions.author)
    if part is None:
        save(figures(measured), folder)
    file = folder / (f"report-{part}.html" if part else "report.html")
    file.write_text(page(measured, others, beside_peer(artifacts / PEER)), encoding="utf-8")
    return file
