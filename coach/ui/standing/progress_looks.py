"""The colours of the drawings, light and dark: blue and orange for the sides, a ramp for stages."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from coach.domain.stages import Side


@dataclass(frozen=True, slots=True)
class Look:
    """One scheme; `road` are the four stages from the first to the last."""

    sales: str
    marketing: str
    ink: str
    quiet: str
    line: str
    done: str
    road: tuple[str, str, str, str]

    def of(self, side: Side) -> str:
        """Return the colour of a side."""
        return self.sales if side is Side.SALES else self.marketing


LIGHT = Look(
    sales="#0072b2",
    marketing="#d55e00",
    ink="#26241f",
    quiet="#6b665c",
    line="#ddd8cc",
    done="#3a7d6a",
    road=("#f4f1e8", "#e7eee4", "#d5e6dc", "#bcd9cc"),
)
DARK = Look(
    sales="#56b4e9",
    marketing="#e8954a",
    ink="#ece8e0",
    quiet="#b5b0a5",
    line="#3d3a34",
    done="#5aa890",
    road=("#25231f", "#26302a", "#273c33", "#284a3f"),
)


def current() -> Look:
    """Return the scheme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
