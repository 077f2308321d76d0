"""What stands behind a number: its formula with a worked example, or the strength of a finding."""

from __future__ import annotations

from coach.playbook.composing.blocks import blocks_of, words_in
from coach.playbook.composing.desk import Desk
from coach.playbook.composing.material import Source
from coach.playbook.composing.parts import Line, Part

TERMS = 45  # words that explain the terms of a formula
_EXAMPLE, _OWNER = "For example, ", "Owner: "


def formula(desk: Desk) -> list[Part]:
    """Return the formula with its terms, the worked example, and who owns the number."""
    parts: list[Part] = []
    for source in desk.section("Formula"):
        first, *rest = _sentences(source)
        terms = [text for text in rest if not text.startswith((_EXAMPLE, _OWNER))]
        while terms and sum(map(words_in, terms)) > TERMS:
            del terms[-1]
        example = [text.removeprefix(_EXAMPLE) for text in rest if text.startswith(_EXAMPLE)]
        owner = [text.removeprefix(_OWNER) for text in rest if text.startswith(_OWNER)]
        parts += [
            Part((Line(" ".join((first, *terms)), source.n),), "Formula", fixed=True),
            *(Part((Line(text, source.n),), "Worked example", fixed=True) for text in example),
            *(Part((Line(text, source.n),), "Owner", fixed=True) for text in owner),
        ]
    return parts


def strength(desk: Desk) -> Part:
    """Return whom the finding was made on and what kind of evidence that is."""
    lines = [Line(source.passage.text, source.n) for source in desk.section("Sample")]
    return Part(tuple(lines[:1]), "What it rests on")


def _sentences(source: Source) -> list[str]:
    return [text for block in blocks_of(source.passage.text) for text in block.sentences]
