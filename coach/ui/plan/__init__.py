"""The parts of the plan's page."""

from pathlib import Path

STYLE = Path(__file__).resolve().parent / "style.css"
