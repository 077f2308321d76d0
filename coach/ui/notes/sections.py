"""The prose of a note, section by section, with its typed fields where they belong."""

from __future__ import annotations

import re

import streamlit as st

from coach.domain.notes import Note, Section
from coach.domain.stages import Side
from coach.ui import elements, safe_text, words
from coach.ui.notes import fields

_PAIRS = {  # sections that say the same of each side stand side by side, under one heading
    "What sales needs": ("What marketing needs", "What each side needs"),
    "What constrains sales": ("What constrains marketing", "What ties each side's hands"),
    "Words for sales": ("Words for marketing", "Words for each side"),
    "Sales says": ("Marketing says", "What each side says"),
}
_LIMITS = "What it does not show"
_TO_COPY = "Text"


def draw(note: Note) -> None:
    """Draw all sections in their order."""
    drawn: set[str] = set()
    for section in note.sections:
        if section.heading in drawn:
            continue
        partner, heading = _PAIRS.get(section.heading, ("", ""))
        other = note.section(partner)
        if other is not None:
            drawn.add(partner)
            two_sides(heading, section.text, other.text)
        else:
            _one(note, section)
        fields.draw(note, section.heading)


def two_sides(heading: str, sales: str, marketing: str) -> None:
    """Draw what holds for each side beside each other, in the two sides' colours."""
    st.header(heading, anchor=False)
    texts = ((Side.SALES, sales), (Side.MARKETING, marketing))
    for column, (side, text) in zip(st.columns(2), texts, strict=True):
        with column, st.container(key=f"side-{side}-{_key(heading)}", gap="small"):
            st.subheader(words.SIDES[side], anchor=False)
            st.markdown(safe_text.markdown(text))


def _one(note: Note, section: Section) -> None:
    limits = section.heading == _LIMITS
    with st.container(key=f"{'limits' if limits else 'part'}-{_key(section.heading)}", gap="small"):
        st.header(safe_text.plain(section.heading), anchor=False)
        st.markdown(safe_text.markdown(section.text))
        if section.heading == _TO_COPY:
            elements.copy_button(section.text, key=f"copy-{note.id}", label="Copy the text")


def _key(heading: str) -> str:
    """Make a container's key of a heading, which stands once in a note."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower())
