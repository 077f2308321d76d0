"""The colours of printed agendas: those of the page in its light scheme."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.stages import Side

INK, QUIET, LINE, PAPER, GREEN = "#26241f", "#5f5b51", "#ddd8cc", "#f3f0e9", "#2f5d50"


@dataclass(frozen=True, slots=True)
class Look:
    """A side's colours: `strong` bears white letters, `text` stands on `tint`; both at AA."""

    strong: str
    text: str
    tint: str


LOOKS = {
    Side.SALES: Look("#00619a", "#00619a", "#e5f1f9"),
    Side.MARKETING: Look("#a84800", "#a84800", "#fdeee2"),
    Side.BOTH: Look("#2f5d50", "#2a5a4c", "#e6f0ec"),
    Side.OTHER: Look("#5f5b51", "#5f5b51", "#eeebe3"),
}
