"""Words to say, quoted in a note's advice."""

from __future__ import annotations

import re

from coach.playbook.composing.blocks import blocks_of, words_in
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.parts import Line, Part

_QUOTED = re.compile(r'"[^"]{20,}"')
# What people are heard saying is no advice on what to say.
_HEARD = frozenset(
    {
        "Signals", "Sales says", "Marketing says", "Summary", "Agenda", "Text", "Options",
        "Questions to ask",
    }
)  # fmt: skip
WORDS = 60


def spoken(desk: Desk) -> Part:
    """Return the passage's words that fit best; empty where the leading note quotes none."""
    found = [
        Line(match[0], source.n, "> ")
        for source in desk.material.of(desk.note.id)
        if source.passage.heading not in _HEARD
        for block in blocks_of(source.passage.text)
        if words_in(block.text) <= 2 * WORDS
        for match in _QUOTED.finditer(block.text)
        if words_in(match[0]) <= WORDS and desk.wish.new(match[0])
    ]
    best = max(found, key=lambda line: desk.wish.fit(line.text), default=None)
    return Part((best,) if best else (), "You could say")
