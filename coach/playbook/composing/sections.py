"""Which of a note's passages says best what was asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.domain.notes import Note
from coach.playbook.composing.material import Material, Source
from coach.playbook.composing.shapes import Shape
from coach.playbook.composing.terms import share, terms_in

_HEADINGS: dict[Shape, str] = {
    Shape.WHY: r"\bwhy\b|\bcause|comes from|signs you need",
    Shape.RISK: r"^watch$|\brisk|\bwarning",
    Shape.PROOF: r"^evidence$|studies|sure are we",
    Shape.SAY: r"\bwords to\b|\bsay\b|\brepl|\bintroduce|\btell\b|\btalk about",
    Shape.NEXT: r"^the way to",
    Shape.REFUSED: r"\bsay no\b|\btoo busy\b|\brefuse|^if they",
    Shape.CALCULATE: r"\bsteps\b|^formula$",
    Shape.WHO: r"^who (?!and how long)|\brole\b|first person does",
    Shape.WHEN: r"\bwhen$|^stay if|^move if|\bsigns\b",
    Shape.EXAMPLE: r"\bexample|\bcard\b|good looks like",
    Shape.LIST: r"^signs$|^questions\b|\bpage\b|\bwhat to\b|\bstep by step|\bcontents"
    r"|\bgood (?:five|four)|four stages",
}
# Passages made of typed fields, and sections with their own place in an answer, open one only
# where asked for.
_NEVER_FIRST = frozenset(
    {
        "Summary", "Signals", "Agenda", "Text", "This week", "Who and how long", "Sample", "Watch",
        "At a glance", "Signs", "Sales says", "Marketing says", "What sales needs",
        "What marketing needs", "What constrains sales", "What constrains marketing",
        "Words for sales", "Words for marketing", "Done looks like",
        "Formula", "Use it", "Before", "Evidence", "Afterwards", "What it does not show",
        "Hand over when", "Options", "Questions to ask",
    }
)  # fmt: skip
# Who asks what a thing is wants no reasons for it first.
_WHAT = frozenset({Shape.DEFINE, Shape.EXAMPLE, Shape.LIST})
_FAR_BETTER = 0.35


def opening(
    note: Note, shape: Shape, material: Material, wanted: Mapping[str, float]
) -> tuple[Source | None, bool]:
    """Return the passage of `note` that fits best besides `In short`, and whether it goes first.

    It does where the question asks for its very form, or where more of its words stand there.
    """
    short = _words_shared(material.section(note.id, "In short"), wanted)
    best, top, first = None, (False, 0.0), False
    for source in material.of(note.id):
        asked = asked_for(source, shape)
        heading = source.passage.heading
        is_special = heading in _NEVER_FIRST or heading.startswith("If ")
        is_special = is_special or (heading == "Why" and shape in _WHAT)
        if heading == "In short" or (is_special and not asked):
            continue
        said = _words_shared([source], wanted)
        if (fit := (asked, source.score + said)) > top:
            best, top = source, fit
            first = asked or (source.score > 0 and said > short + _FAR_BETTER)
    return best, first


def asked_for(source: Source, shape: Shape) -> bool:
    """Whether the heading names what a question of this shape asks for."""
    rule = _HEADINGS.get(shape)
    return rule is not None and re.search(rule, source.passage.heading, re.IGNORECASE) is not None


def _words_shared(sources: Sequence[Source], wanted: Mapping[str, float]) -> float:
    """Return the part (0–1) of the question's terms in the passages and their headings."""
    text = "\n".join(f"{s.passage.heading} {s.passage.text}" for s in sources)
    return share(wanted, terms_in(text))
